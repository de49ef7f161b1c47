import InlayBytes
import InlayColumns
import InlayEngine

/// Columns of the values that fixtures have as texts: a date is the number of its day, a timestamp its microseconds.
enum CellValues {
  static func column(_ type: DataType, _ cells: [String?]) -> Column {
    let storage: ColumnStorage =
      switch type {
      case .boolean: .boolean(Bitmap(cells.map { $0 == "true" }))
      case .int8: .int8(Values(cells.map { $0.flatMap { Int8($0) } ?? 0 }))
      case .int16: .int16(Values(cells.map { $0.flatMap { Int16($0) } ?? 0 }))
      case .int32, .date: .int32(Values(cells.map { $0.flatMap { Int32($0) } ?? 0 }))
      case .int64, .timestamp: .int64(Values(cells.map { $0.flatMap { Int64($0) } ?? 0 }))
      case .float: .float(Values(cells.map { Float($0.flatMap { Double($0) } ?? 0) }))
      case .double: .double(Values(cells.map { $0.flatMap { Double($0) } ?? 0 }))
      case .decimal: .int128(Values(cells.map { $0.flatMap { units($0, type) } ?? 0 }))
      case .binary: .views(binary(cells))
      case .null: .null(count: cells.count)
      default: .views(ViewValues(cells.map { $0 ?? "" }))
      }
    return Column(type: type, storage: storage, validity: Bitmap(cells.map { $0 != nil }))
  }

  private static func units(_ text: String, _ type: DataType) -> Int128? {
    guard case .decimal(_, let scale) = type else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return Int128(parts[0] + fraction + String(repeating: "0", count: max(0, scale - fraction.count)))
  }

  private static func binary(_ cells: [String?]) -> ViewValues {
    var builder = ViewBuilder()
    for cell in cells {
      var bytes = ValueBuilder<UInt8>()
      let digits = Values(Array((cell ?? "").utf8))
      _ = ValueText.parseBinary(digits.rawSpan, to: &bytes)
      builder.append(bytes.rawSpan)
    }
    return builder.freeze()
  }

  /// Returns the values of a column as texts of their own, for comparing: a null is `\N`, and a NaN equals a NaN.
  static func texts(_ column: Column) -> [String] {
    let plain = column.decoded()
    return (0..<plain.count).map { plain.isNull(at: $0) ? "\\N" : text(plain, $0) }
  }

  private static func text(_ column: Column, _ row: Int) -> String {
    switch column.storage {
    case .boolean(let bits): "\(bits[row])"
    case .int8(let values): "\(values[row])"
    case .int16(let values): "\(values[row])"
    case .int32(let values): "\(values[row])"
    case .int64(let values): "\(values[row])"
    case .float(let values): values[row].isNaN ? "NaN" : "\(values[row])"
    case .double(let values): values[row].isNaN ? "NaN" : "\(values[row])"
    case .int128(let values): "\(values[row])"
    case .views(let values) where column.type == .binary: "\(Array(Buffer(copying: values.bytes(at: row))))"
    case .views(let values): values.text(at: row)
    default: "?"
    }
  }
}
