import InlayBytes
import InlayColumns

/// Reads the values of one column, or of the elements or fields within one, as Swift values.
///
/// It is made once for a type and a schema, together with those of the columns within; each batch is bound to it, and
/// each row is a number.
final class CellDecoder {
  let type: DataType
  let place: CodingPlace
  let options: RowOptions
  /// The fields of a structure.
  let fields: FieldsDecoder?
  /// The elements of a list; those of a map are structures of a key and a value.
  let elements: CellDecoder?
  /// The row that a type reads which asked for a decoder of its own.
  var row = 0
  private(set) var cells: ColumnCells
  // What keeps the memory of the cells.
  private var column: Column
  private var regions: Values<ColumnCells.Region>

  init(_ type: DataType, place: CodingPlace, options: RowOptions) {
    self.type = type
    self.place = place
    self.options = options
    switch type {
    case .structure(let parts):
      fields = FieldsDecoder(parts, place: place, options: options)
      elements = nil
    case .list(let element):
      fields = nil
      elements = CellDecoder(element.type, place: CodingPlace(nil, in: place), options: options)
    case .map(let key, let value):
      fields = nil
      elements = CellDecoder(.structure([key, value]), place: CodingPlace(nil, in: place), options: options)
    default: (fields, elements) = (nil, nil)
    }
    column = .concatenating([], type: type)
    regions = Values([])
    cells = ColumnCells(column, regions: regions)
  }

  /// Takes the values of a batch in the place of those of the last one.
  func bind(_ column: Column) {
    self.column = column.decoded()
    regions = Self.regions(self.column)
    cells = ColumnCells(self.column, regions: regions)
    switch self.column.storage {
    case .list(let lists): elements?.bind(lists.elements)
    case .structure(let values): fields?.bind(values.columns)
    default: break
    }
  }

  private static func regions(_ column: Column) -> Values<ColumnCells.Region> {
    guard case .views(let values) = column.storage else { return Values([]) }
    return Values(
      values.buffers.map { buffer in
        // Safe: the address is kept beside the column, which holds the buffer.
        ColumnCells.Region(address: unsafe UInt(bitPattern: buffer.baseAddress), count: buffer.count)
      })
  }

  /// Lets go of what containers hold of this decoder.
  func releaseContainers() {
    fields?.releaseContainers()
    elements?.releaseContainers()
  }

  /// The value of a row alone, for messages.
  func columnOfOne(_ row: Int) -> Column { column[row..<row + 1] }

  /// Returns a decoder of its own for one row, for those who keep one beyond the next.
  func copy(at row: Int) -> CellDecoder {
    let copy = CellDecoder(type, place: place, options: options)
    copy.bind(column)
    copy.row = row
    return copy
  }
}

/// Values.
extension CellDecoder {
  /// Returns the value of a row as a type of the caller's choice; null is an error for all types but optional ones.
  ///
  /// The comparisons of types are those of addresses, and go away where the type is known.
  @inline(__always)
  func value<Value: Decodable>(_ type: Value.Type, at row: Int) throws -> Value {
    if type == Int.self { return try same(integer(Int.self, at: row)) }
    if type == String.self { return try same(text(at: row)) }
    if type == Double.self { return try same(double(at: row)) }
    if type == Bool.self { return try same(boolean(at: row)) }
    if type == Float.self { return try same(float(at: row)) }
    if type == Int64.self { return try same(integer(Int64.self, at: row)) }
    if type == Int32.self { return try same(integer(Int32.self, at: row)) }
    if type == Int16.self { return try same(integer(Int16.self, at: row)) }
    if type == Int8.self { return try same(integer(Int8.self, at: row)) }
    if type == UInt.self { return try same(integer(UInt.self, at: row)) }
    if type == UInt64.self { return try same(integer(UInt64.self, at: row)) }
    if type == UInt32.self { return try same(integer(UInt32.self, at: row)) }
    if type == UInt16.self { return try same(integer(UInt16.self, at: row)) }
    if type == UInt8.self { return try same(integer(UInt8.self, at: row)) }
    return try richValue(type, at: row)
  }

  /// Returns a value as what it is already.
  @inline(__always)
  func same<Value, Known>(_ value: Known) -> Value {
    // Safe: the callers compared the two types, which are one.
    unsafe unsafeBitCast(value, to: Value.self)
  }

  @inline(__always)
  func requireValue<Value>(_ row: Int, for type: Value.Type) throws {
    if cells.isNull(row) { throw missing(type) }
  }

  func integer<Integer: FixedWidthInteger>(_ type: Integer.Type, at row: Int) throws -> Integer {
    try requireValue(row, for: type)
    let value: Integer? =
      switch cells.kind {
      case .int64: Integer(exactly: cells.load(row, as: Int64.self))
      case .int32: Integer(exactly: cells.load(row, as: Int32.self))
      case .int16: Integer(exactly: cells.load(row, as: Int16.self))
      case .int8: Integer(exactly: cells.load(row, as: Int8.self))
      case .uint64: Integer(exactly: cells.load(row, as: UInt64.self))
      case .uint32: Integer(exactly: cells.load(row, as: UInt32.self))
      case .uint16: Integer(exactly: cells.load(row, as: UInt16.self))
      case .uint8: Integer(exactly: cells.load(row, as: UInt8.self))
      case .int128: wholeDecimal(type, at: row)
      default: nil
      }
    guard let value, isNumber else { throw isNumber ? unfit(row, type) : mismatch(type) }
    return value
  }

  private func wholeDecimal<Integer: FixedWidthInteger>(_ type: Integer.Type, at row: Int) -> Integer? {
    guard case .decimal(_, scale: 0) = self.type else { return nil }
    return Integer(exactly: cells.load(row, as: Int128.self))
  }

  /// Whether the values are numbers rather than days or moments that are stored as such.
  private var isNumber: Bool {
    switch type {
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .decimal: true
    default: false
    }
  }

  func double(at row: Int) throws -> Double {
    try requireValue(row, for: Double.self)
    switch cells.kind {
    case .double: return cells.load(row, as: Double.self)
    case .float: return Double(cells.load(row, as: Float.self))
    case .half: return Double(Float(halfBits: cells.load(row, as: UInt16.self)))
    case .int128: return decimalAsDouble(at: row)
    default:
      guard isNumber else { throw mismatch(Double.self) }
      guard let value = Double(exactly: try integer(Int128.self, at: row)) else {
        throw unfit(row, Double.self)
      }
      return value
    }
  }

  func float(at row: Int) throws -> Float {
    try requireValue(row, for: Float.self)
    switch cells.kind {
    case .float: return cells.load(row, as: Float.self)
    case .half: return Float(halfBits: cells.load(row, as: UInt16.self))
    default:
      let wide = try double(at: row)
      guard let value = Float(exactly: wide) ?? (wide.isNaN ? .nan : nil) else {
        throw unfit(row, Float.self)
      }
      return value
    }
  }

  func boolean(at row: Int) throws -> Bool {
    try requireValue(row, for: Bool.self)
    guard cells.kind == .boolean else { throw mismatch(Bool.self) }
    return cells.boolean(row)
  }

  func text(at row: Int) throws -> String {
    try requireValue(row, for: String.self)
    guard cells.kind == .views, type == .string else { throw mismatch(String.self) }
    return cells.text(row)
  }
}
