/// A node of the schema tree, which the footer holds as a list in depth-first order.
public struct SchemaElement: Hashable, Sendable {
  /// How values are stored; nil for a group.
  public var type: PhysicalType?
  /// The bytes of a value of a fixed-length type.
  public var typeLength: Int32?
  /// How often the node occurs in its parent; nil for the root.
  public var repetition: Repetition?
  /// The node's name.
  public var name: String
  /// The number of children; nil for a leaf.
  public var childCount: Int32?
  /// What the values mean, in the older form.
  public var convertedType: ConvertedType?
  /// The digits after the point of a decimal, in the older form.
  public var scale: Int32?
  /// The digits of a decimal, in the older form.
  public var precision: Int32?
  /// The node's number in a schema that has them.
  public var fieldID: Int32?
  /// What the values mean.
  public var logicalType: LogicalType?

  /// Makes the struct from its fields.
  public init(
    type: PhysicalType? = nil, typeLength: Int32? = nil, repetition: Repetition? = nil, name: String,
    childCount: Int32? = nil, convertedType: ConvertedType? = nil, scale: Int32? = nil,
    precision: Int32? = nil, fieldID: Int32? = nil, logicalType: LogicalType? = nil
  ) {
    self.type = type
    self.typeLength = typeLength
    self.repetition = repetition
    self.name = name
    self.childCount = childCount
    self.convertedType = convertedType
    self.scale = scale
    self.precision = precision
    self.fieldID = fieldID
    self.logicalType = logicalType
  }
}

extension SchemaElement: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var type: PhysicalType?
    var typeLength: Int32?
    var repetition: Repetition?
    var name: String?
    var childCount: Int32?
    var convertedType: ConvertedType?
    var scale: Int32?
    var precision: Int32?
    var fieldID: Int32?
    var logicalType: LogicalType?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: type = try reader.int32(field).flatMap(PhysicalType.init(rawValue:))
      case 2: typeLength = try reader.int32(field)
      case 3: repetition = try reader.int32(field).flatMap(Repetition.init(rawValue:))
      case 4: name = try reader.string(field)
      case 5: childCount = try reader.int32(field)
      case 6: convertedType = try reader.int32(field).flatMap(ConvertedType.init(rawValue:))
      case 7: scale = try reader.int32(field)
      case 8: precision = try reader.int32(field)
      case 9: fieldID = try reader.int32(field)
      case 10: logicalType = try reader.structure(field)
      default: try reader.skip(field)
      }
    }
    self.type = type
    self.typeLength = typeLength
    self.repetition = repetition
    self.name = try reader.require(name, "SchemaElement.name")
    self.childCount = childCount
    self.convertedType = convertedType
    self.scale = scale
    self.precision = precision
    self.fieldID = fieldID
    self.logicalType = logicalType
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    writer.field(1, type?.rawValue)
    writer.field(2, typeLength)
    writer.field(3, repetition?.rawValue)
    writer.field(4, name)
    writer.field(5, childCount)
    writer.field(6, convertedType?.rawValue)
    writer.field(7, scale)
    writer.field(8, precision)
    writer.field(9, fieldID)
    writer.field(10, logicalType)
    writer.endStruct()
  }
}
