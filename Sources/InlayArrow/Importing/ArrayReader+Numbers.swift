import InlayBytes
import InlayColumns

/// Numbers that lie otherwise than in columns, and are copied.
extension ArrayReader {
  /// Seconds as smaller units.
  func scaled(by factor: Int64, isNarrow: Bool, _ validity: Bitmap?) throws -> ColumnStorage {
    guard !isNarrow else {
      return .int32(try mapped(values(as: Int32.self), validity) { Int32(exactly: Int64($0) * factor) })
    }
    return .int64(
      try mapped(values(as: Int64.self), validity) {
        let (product, isTooLarge) = $0.multipliedReportingOverflow(by: factor)
        return isTooLarge ? nil : product
      })
  }

  func days(_ validity: Bitmap?) throws -> ColumnStorage {
    .int32(
      try mapped(values(as: Int64.self), validity) {
        $0 % 86_400_000 == 0 ? Int32(exactly: $0 / 86_400_000) : nil
      })
  }

  func decimals(byteWidth: Int, _ validity: Bitmap?) throws -> ColumnStorage {
    byteWidth == 4
      ? .int128(try mapped(values(as: Int32.self), validity) { Int128($0) })
      : .int128(try mapped(values(as: Int64.self), validity) { Int128($0) })
  }

  private func mapped<Value, Result: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Values<Value>, _ validity: Bitmap?, _ convert: (Value) -> Result?
  ) throws -> Values<Result> {
    var results = ValueBuilder<Result>(capacity: count)
    for index in 0..<count {
      guard validity?[index] ?? true else {
        results.append(0)
        continue
      }
      guard let result = convert(values[index]) else { throw refused("a value is outside its column type") }
      results.append(result)
    }
    return results.freeze()
  }
}
