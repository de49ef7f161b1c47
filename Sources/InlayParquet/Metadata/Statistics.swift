/// What is known of the values of a column chunk or page: bounds in the form of the PLAIN encoding, without lengths.
///
/// Whether the bounds may be believed depends on the column order, the type and the values.
public struct Statistics: Hashable, Sendable {
  /// The greatest value in the order of signed bytes, whatever the type.
  public var deprecatedMax: [UInt8]?
  /// The least value in the order of signed bytes, whatever the type.
  public var deprecatedMin: [UInt8]?
  /// The number of nulls.
  public var nullCount: Int64?
  /// The number of distinct values.
  public var distinctCount: Int64?
  /// An upper bound in the column's order.
  public var max: [UInt8]?
  /// A lower bound in the column's order.
  public var min: [UInt8]?
  /// Whether the upper bound is a value of the column.
  public var isMaxExact: Bool?
  /// Whether the lower bound is a value of the column.
  public var isMinExact: Bool?
  /// The number of NaN values.
  public var nanCount: Int64?

  /// Makes the struct from its fields.
  public init(
    deprecatedMax: [UInt8]? = nil, deprecatedMin: [UInt8]? = nil, nullCount: Int64? = nil,
    distinctCount: Int64? = nil, max: [UInt8]? = nil, min: [UInt8]? = nil, isMaxExact: Bool? = nil,
    isMinExact: Bool? = nil, nanCount: Int64? = nil
  ) {
    self.deprecatedMax = deprecatedMax
    self.deprecatedMin = deprecatedMin
    self.nullCount = nullCount
    self.distinctCount = distinctCount
    self.max = max
    self.min = min
    self.isMaxExact = isMaxExact
    self.isMinExact = isMinExact
    self.nanCount = nanCount
  }
}

extension Statistics: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var deprecatedMax: [UInt8]?
    var deprecatedMin: [UInt8]?
    var nullCount: Int64?
    var distinctCount: Int64?
    var max: [UInt8]?
    var min: [UInt8]?
    var isMaxExact: Bool?
    var isMinExact: Bool?
    var nanCount: Int64?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: deprecatedMax = try reader.bytes(field)
      case 2: deprecatedMin = try reader.bytes(field)
      case 3: nullCount = try reader.int64(field)
      case 4: distinctCount = try reader.int64(field)
      case 5: max = try reader.bytes(field)
      case 6: min = try reader.bytes(field)
      case 7: isMaxExact = try reader.boolean(field)
      case 8: isMinExact = try reader.boolean(field)
      case 9: nanCount = try reader.int64(field)
      default: try reader.skip(field)
      }
    }
    self.deprecatedMax = deprecatedMax
    self.deprecatedMin = deprecatedMin
    self.nullCount = nullCount
    self.distinctCount = distinctCount
    self.max = max
    self.min = min
    self.isMaxExact = isMaxExact
    self.isMinExact = isMinExact
    self.nanCount = nanCount
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, deprecatedMax)
    writer.field(2, deprecatedMin)
    writer.field(3, nullCount)
    writer.field(4, distinctCount)
    writer.field(5, max)
    writer.field(6, min)
    writer.field(7, isMaxExact)
    writer.field(8, isMinExact)
    writer.field(9, nanCount)
    writer.endStruct()
  }
}
