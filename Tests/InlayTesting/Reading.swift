import InlayBytes
public import InlayColumns

/// All batches of a source, read by one thread.
public func batches(
  of source: some BatchSource, columns: [Int]? = nil
) throws -> (batches: [RecordBatch], progress: ScanProgress) {
  let request = columns.map { ScanRequest(columns: $0) } ?? ScanRequest(allOf: source.schema)
  let scan = try source.scan(request)
  var batches: [RecordBatch] = []
  while let morsel = try scan.nextMorsel() { batches.append(try scan.read(morsel)) }
  return (batches, scan.progress)
}

/// The rows of a source as texts; nil is null.
public func rows(of source: some BatchSource, columns: [Int]? = nil) throws -> [[String?]] {
  try batches(of: source, columns: columns).batches.flatMap { batch in
    (0..<batch.rowCount).map { row in batch.columns.map { $0.testText(at: row) } }
  }
}

extension Column {
  /// The value at an index as text, in the words of Swift where it is no text; nil is null.
  public func testText(at index: Int) -> String? {
    if isNull(at: index) { return nil }
    return switch storage {
    case .boolean(let bits): "\(bits[index])"
    case .int8(let values): "\(values[index])"
    case .int16(let values): "\(values[index])"
    case .int32(let values): "\(values[index])"
    case .int64(let values): "\(values[index])"
    case .uint8(let values): "\(values[index])"
    case .uint16(let values): "\(values[index])"
    case .uint32(let values): "\(values[index])"
    case .uint64(let values): "\(values[index])"
    case .float(let values): "\(values[index])"
    case .double(let values): "\(values[index])"
    case .int128(let values): "\(values[index])"
    case .views(let values): values.text(at: index)
    case .dictionary: decoded().testText(at: index)
    case .null: nil
    case .list, .structure: asText().testText(at: index)
    }
  }
}
