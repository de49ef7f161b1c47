import InlayBytes
import InlayColumns

@testable import InlayJSON

/// All batches of a source, read by one thread.
func batches(of source: JSONSource, columns: [Int]? = nil) throws -> (
  batches: [RecordBatch], progress: ScanProgress
) {
  let request = columns.map { ScanRequest(columns: $0) } ?? ScanRequest(allOf: source.schema)
  let scan = try source.scan(request)
  var batches: [RecordBatch] = []
  while let morsel = try scan.nextMorsel() { batches.append(try scan.read(morsel)) }
  return (batches, scan.progress)
}

/// The rows of a source as texts; nil is null.
func rows(of source: JSONSource, columns: [Int]? = nil) throws -> [[String?]] {
  try batches(of: source, columns: columns).batches.flatMap { batch in
    (0..<batch.rowCount).map { row in batch.columns.map { $0.testText(at: row) } }
  }
}

extension Column {
  /// The value at an index as text; nil is null.
  func testText(at index: Int) -> String? {
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

/// What a text gives: its columns as `name: type`, and its rows.
struct Read: Equatable, CustomStringConvertible {
  var columns: [String]
  var rows: [[String?]]
  var rejections: [String] = []

  init(_ columns: [String], _ rows: [[String?]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Reads a text, in pieces of a few bytes unless `chunk` says otherwise.
  init(_ text: [UInt8], _ options: JSONOptions = JSONOptions(), chunk: Int? = nil, name: String = "a.json")
    throws
  {
    let folder = TemporaryFolder()
    var options = options
    if let chunk { options.chunkByteCount = chunk }
    let source = try JSONSource(path: try folder.write(text, to: name), options: options)
    let (batches, progress) = try batches(of: source)
    columns = source.schema.fields.map { "\($0.name): \($0.type)" }
    rows = batches.flatMap { batch in
      (0..<batch.rowCount).map { row in batch.columns.map { $0.testText(at: row) } }
    }
    rejections = progress.rejections.map { $0.replacing(folder.path + "/", with: "") }
  }

  init(_ text: String, _ options: JSONOptions = JSONOptions(), chunk: Int? = nil) throws {
    try self.init(Array(text.utf8), options, chunk: chunk)
  }

  var description: String { "\(columns)\n" + rows.map { "\($0)" }.joined(separator: "\n") }
}

/// The error of reading a text, without the folder.
func failure(_ text: String, _ options: JSONOptions = JSONOptions()) -> String? {
  do {
    _ = try Read(text, options)
    return nil
  } catch let error as InlayError {
    var error = error
    error.location.file = error.location.file?.split(separator: "/").last.map(String.init)
    return "\(error.code): \(error)"
  } catch {
    return "\(error)"
  }
}
