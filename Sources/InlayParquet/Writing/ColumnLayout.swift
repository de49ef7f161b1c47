import InlayColumns

/// How a column is stored in a file: what the schema says of it, and how its values are compared.
struct ColumnLayout: Sendable {
  let field: Field
  let physical: PhysicalType
  /// The bytes of a value of a fixed-length type.
  var byteWidth: Int?
  var logical: LogicalType?
  /// The older form of `logical`; some engines look at nothing else (LogicalTypes.md).
  var converted: ConvertedType?
  let order: ValueOrder
  /// The way from the table's column to this one.
  var path = LeafPath(column: 0)

  /// Whether entries may be without a value.
  var isNullable: Bool { path.definitionLevel > 0 }
  /// Whether the values are text, so that bounds must be cut between characters.
  var isText: Bool { field.type == .string }

  /// The node of the schema tree.
  var schemaElement: SchemaElement {
    var element = SchemaElement(
      type: physical, typeLength: physical == .fixedLengthByteArray ? byteWidth.map(Int32.init) : nil,
      repetition: field.isNullable ? .optional : .required, name: field.name, convertedType: converted,
      logicalType: logical)
    if case .decimal(let precision, let scale) = field.type {
      element.precision = Int32(precision)
      element.scale = Int32(scale)
    }
    return element
  }

  private init(
    _ field: Field, _ physical: PhysicalType, _ order: ValueOrder, byteWidth: Int? = nil,
    _ logical: LogicalType? = nil, _ converted: ConvertedType? = nil
  ) {
    self.field = field
    self.physical = physical
    self.byteWidth = byteWidth
    self.logical = logical
    self.converted = converted
    self.order = order
  }
}

extension ColumnLayout {
  /// Chooses how a field is stored.
  init(_ field: Field) {
    switch field.type {
    case .boolean: self.init(field, .boolean, .boolean)
    case .int8: self.init(integer: field, 8, isSigned: true, .int8)
    case .int16: self.init(integer: field, 16, isSigned: true, .int16)
    case .int32: self.init(integer: field, 32, isSigned: true, .int32)
    case .int64: self.init(integer: field, 64, isSigned: true, .int64)
    case .uint8: self.init(integer: field, 8, isSigned: false, .uint8)
    case .uint16: self.init(integer: field, 16, isSigned: false, .uint16)
    case .uint32: self.init(integer: field, 32, isSigned: false, .uint32)
    case .uint64: self.init(integer: field, 64, isSigned: false, .uint64)
    case .float: self.init(field, .float, .float, byteWidth: 4)
    case .double: self.init(field, .double, .double, byteWidth: 8)
    case .float16: self.init(field, .fixedLengthByteArray, .float16, byteWidth: 2, .float16)
    case .string: self.init(text: field)
    case .binary: self.init(binary: field)
    case .fixedBinary(let width): self.init(field, .fixedLengthByteArray, .bytes, byteWidth: width)
    case .uuid: self.init(field, .fixedLengthByteArray, .bytes, byteWidth: 16, .uuid)
    // No order is defined for intervals (parquet.thrift, `ColumnOrder`), and the newer annotation does not exist.
    case .interval: self.init(field, .fixedLengthByteArray, .undefined, byteWidth: 12, nil, .interval)
    case .null: self.init(field, .int32, .undefined, byteWidth: 4, .null)
    case .date: self.init(field, .int32, .signed32, byteWidth: 4, .date, .date)
    case .timestamp(let unit, let isUTC): self.init(timestamp: field, unit, isUTC: isUTC)
    case .time(let unit): self.init(time: field, unit)
    case .decimal(let precision, let scale): self.init(decimal: field, precision: precision, scale: scale)
    case .list, .structure, .map:
      preconditionFailure("the writer refuses a schema with such a column")
    }
  }

  private init(text field: Field) {
    switch field.annotation {
    case .enumeration: self.init(field, .byteArray, .bytes, .enumeration, .enumeration)
    case .json: self.init(field, .byteArray, .bytes, .json, .json)
    default: self.init(field, .byteArray, .bytes, .string, .utf8)
    }
  }

  private init(binary field: Field) {
    switch field.annotation {
    case .bson: self.init(field, .byteArray, .bytes, .bson, .bson)
    case .geometry(let crs): self.init(field, .byteArray, .undefined, .geometry(crs: crs))
    case .geography(let crs, let algorithm):
      self.init(field, .byteArray, .undefined, .geography(crs: crs, algorithm: algorithm?.number))
    default: self.init(field, .byteArray, .bytes)
    }
  }

  private init(integer field: Field, _ bitWidth: Int8, isSigned: Bool, _ converted: ConvertedType) {
    let logical = LogicalType.integer(bitWidth: bitWidth, isSigned: isSigned)
    if bitWidth == 64 {
      self.init(field, .int64, isSigned ? .signed64 : .unsigned64, byteWidth: 8, logical, converted)
    } else {
      self.init(field, .int32, isSigned ? .signed32 : .unsigned32, byteWidth: 4, logical, converted)
    }
  }

  /// Wall-clock readings carry the older annotation too, though it means moments: LogicalTypes.md allows that for
  /// the sake of old readers, and Arrow does the same. Nanoseconds have none.
  private init(timestamp field: Field, _ unit: TimeUnit, isUTC: Bool) {
    let converted: ConvertedType? =
      switch unit {
      case .millis: .timestampMillis
      case .micros: .timestampMicros
      case .nanos: nil
      }
    self.init(field, .int64, .signed64, byteWidth: 8, .timestamp(unit, isUTC: isUTC), converted)
  }

  private init(time field: Field, _ unit: TimeUnit) {
    let logical = LogicalType.time(unit, isUTC: false)
    switch unit {
    case .millis: self.init(field, .int32, .signed32, byteWidth: 4, logical, .timeMillis)
    case .micros: self.init(field, .int64, .signed64, byteWidth: 8, logical, .timeMicros)
    case .nanos: self.init(field, .int64, .signed64, byteWidth: 8, logical)
    }
  }

  /// The smallest storage that every reader knows: 4 bytes to 9 digits, 8 to 18, else as many as are needed.
  private init(decimal field: Field, precision: Int, scale: Int) {
    let logical = LogicalType.decimal(scale: Int32(scale), precision: Int32(precision))
    switch precision {
    case ...9: self.init(field, .int32, .signed32, byteWidth: 4, logical, .decimal)
    case ...18: self.init(field, .int64, .signed64, byteWidth: 8, logical, .decimal)
    default:
      let width = Self.byteWidth(ofDigits: precision)
      self.init(field, .fixedLengthByteArray, .signedBigEndian, byteWidth: width, logical, .decimal)
    }
  }

  /// Returns the fewest bytes that hold every number of so many digits, at most 38, with its sign.
  static func byteWidth(ofDigits digits: Int) -> Int {
    let greatest = (0..<digits).reduce(Int128(1)) { power, _ in power * 10 } - 1
    return (Int128.bitWidth - greatest.leadingZeroBitCount + 1 + 7) / 8
  }
}
