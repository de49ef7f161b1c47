import InlayBytes
import InlayColumns

/// Values of columns, for filters.
enum FilterValues {
  /// The value of a row, which may be null: then any one of the column's kind.
  static func value(_ column: Column, _ row: Int) -> ColumnValue {
    switch column.decoded().storage {
    case .uint16(let values) where column.type == .float16: .double(Double(Float(halfBits: values[row])))
    case .boolean(let bits): .boolean(bits[row])
    case .int8(let values): .integer(Int128(values[row]))
    case .int16(let values): .integer(Int128(values[row]))
    case .int32(let values): .integer(Int128(values[row]))
    case .int64(let values): .integer(Int128(values[row]))
    case .uint8(let values): .integer(Int128(values[row]))
    case .uint16(let values): .integer(Int128(values[row]))
    case .uint32(let values): .integer(Int128(values[row]))
    case .uint64(let values): .integer(Int128(values[row]))
    case .float(let values): .double(Double(values[row]))
    case .double(let values): .double(values[row])
    case .int128(let values): .integer(values[row])
    case .views(let values): .bytes(Array(Buffer(copying: values.bytes(at: row))))
    default: any(of: column.type)
    }
  }

  /// A value of a type's kind.
  static func any(of type: DataType) -> ColumnValue {
    switch type {
    case .boolean: .boolean(true)
    case .float16, .float, .double: .double(1)
    case .string, .binary, .uuid, .fixedBinary: .text("m")
    default: .integer(7)
    }
  }
}
