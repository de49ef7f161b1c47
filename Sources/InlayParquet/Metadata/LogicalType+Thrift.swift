import InlayColumns

extension LogicalType: ThriftStruct {
  init(reading reader: inout ThriftReader) throws {
    var member: LogicalType?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      if member == nil, field.type == .structure {
        member = try Self(member: field, reading: &reader)
      } else {
        try reader.skip(field)
      }
    }
    self = try reader.require(member, "LogicalType")
  }

  /// Reads one member of the union.
  private init(member: ThriftReader.Field, reading reader: inout ThriftReader) throws {
    if let plain = Self.plainMembers[member.id] {
      try reader.skip(member)
      self = plain
      return
    }
    switch member.id {
    case 5: self = try Self.decimal(reading: &reader)
    case 7, 8: self = try Self.time(member.id, reading: &reader)
    case 10: self = try Self.integer(reading: &reader)
    case 16: self = try Self.variant(reading: &reader)
    case 17, 18: self = try Self.geospatial(member.id, reading: &reader)
    default:
      try reader.skip(member)
      self = .unrecognized(member.id)
    }
  }

  /// The members that say everything by being there, by their numbers.
  private static let plainMembers: [Int16: LogicalType] = [
    1: .string, 2: .map, 3: .list, 4: .enumeration, 6: .date, 11: .null, 12: .json, 13: .bson, 14: .uuid,
    15: .float16, 19: .file,
  ]

  private static func decimal(reading reader: inout ThriftReader) throws -> LogicalType {
    var scale: Int32?
    var precision: Int32?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: scale = try reader.int32(field)
      case 2: precision = try reader.int32(field)
      default: try reader.skip(field)
      }
    }
    return .decimal(
      scale: try reader.require(scale, "DecimalType.scale"),
      precision: try reader.require(precision, "DecimalType.precision"))
  }

  private static func time(_ member: Int16, reading reader: inout ThriftReader) throws -> LogicalType {
    var isUTC: Bool?
    var unit: UnitMember?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: isUTC = try reader.boolean(field)
      case 2: unit = try reader.structure(field)
      default: try reader.skip(field)
      }
    }
    let isAdjusted = try reader.require(isUTC, "TimeType.isAdjustedToUTC")
    guard let unit = try reader.require(unit, "TimeType.unit").unit else { return .unrecognized(member) }
    return member == 7 ? .time(unit, isUTC: isAdjusted) : .timestamp(unit, isUTC: isAdjusted)
  }

  private static func integer(reading reader: inout ThriftReader) throws -> LogicalType {
    var bitWidth: Int8?
    var isSigned: Bool?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: bitWidth = try reader.int8(field)
      case 2: isSigned = try reader.boolean(field)
      default: try reader.skip(field)
      }
    }
    return .integer(
      bitWidth: try reader.require(bitWidth, "IntType.bitWidth"),
      isSigned: try reader.require(isSigned, "IntType.isSigned"))
  }

  private static func variant(reading reader: inout ThriftReader) throws -> LogicalType {
    var version: Int8?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      if field.id == 1 { version = try reader.int8(field) } else { try reader.skip(field) }
    }
    return .variant(specificationVersion: version)
  }

  private static func geospatial(_ member: Int16, reading reader: inout ThriftReader) throws -> LogicalType {
    var crs: String?
    var algorithm: Int32?
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      switch field.id {
      case 1: crs = try reader.string(field)
      case 2 where member == 18: algorithm = try reader.int32(field)
      default: try reader.skip(field)
      }
    }
    return member == 17 ? .geometry(crs: crs) : .geography(crs: crs, algorithm: algorithm)
  }
}

extension LogicalType {
  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    if let id = Self.plainMembers.first(where: { $0.value == self })?.key {
      writer.emptyStruct(id)
    } else {
      writeMember(to: &writer)
    }
    writer.endStruct()
  }

  /// Writes a member that has fields; one that was not recognized is left out.
  private func writeMember(to writer: inout ThriftWriter) {
    switch self {
    case .decimal(let scale, let precision):
      writer.beginStruct(5)
      writer.field(1, scale)
      writer.field(2, precision)
    case .time(let unit, let isUTC):
      writer.beginStruct(7)
      writer.field(1, isUTC)
      writer.field(2, UnitMember(unit: unit))
    case .timestamp(let unit, let isUTC):
      writer.beginStruct(8)
      writer.field(1, isUTC)
      writer.field(2, UnitMember(unit: unit))
    case .integer(let bitWidth, let isSigned):
      writer.beginStruct(10)
      writer.field(1, bitWidth)
      writer.field(2, isSigned)
    case .variant(let version):
      writer.beginStruct(16)
      writer.field(1, version)
    case .geometry(let crs):
      writer.beginStruct(17)
      writer.field(1, crs)
    case .geography(let crs, let algorithm):
      writer.beginStruct(18)
      writer.field(1, crs)
      writer.field(2, algorithm)
    default: return
    }
    writer.endStruct()
  }
}

/// The union `TimeUnit` of the format; nil for a unit that is not known.
private struct UnitMember: ThriftStruct {
  var unit: TimeUnit?

  private static let units: [TimeUnit] = [.millis, .micros, .nanos]

  init(unit: TimeUnit) { self.unit = unit }

  init(reading reader: inout ThriftReader) throws {
    var cursor = try reader.beginStruct()
    while let field = try reader.next(&cursor) {
      if (1...3).contains(field.id) { unit = Self.units[Int(field.id) - 1] }
      try reader.skip(field)
    }
  }

  func write(to writer: inout ThriftWriter) {
    writer.beginStruct()
    if let index = Self.units.firstIndex(where: { $0 == unit }) { writer.emptyStruct(Int16(index + 1)) }
    writer.endStruct()
  }
}
