import InlayColumns

extension SchemaElement {
  /// The type of a leaf's values in memory; nil for a physical type that cannot be read.
  ///
  /// An annotation that does not go with the physical type is passed over, as one that is not known: what is left is
  /// the physical type (LogicalTypes.md).
  var dataType: DataType? {
    annotatedType ?? physicalDataType
  }

  /// The physical type's own meaning.
  var physicalDataType: DataType? {
    switch type {
    case .boolean: .boolean
    case .int32: .int32
    case .int64: .int64
    case .float: .float
    case .double: .double
    case .byteArray: .binary
    case .fixedLengthByteArray: typeLength.flatMap { $0 > 0 ? .fixedBinary(byteWidth: Int($0)) : nil }
    // Spark, which still writes it, means moments. It and DuckDB count them in microseconds, in which every year that
    // people write fits; nanoseconds in 64 bits end in the year 2262.
    case .int96: .timestamp(.micros, isUTC: true)
    case nil: nil
    }
  }

  /// What the annotation makes of the physical type; nil without one, and for one that is passed over.
  var annotatedType: DataType? {
    if let logicalType, let type = dataType(logicalType) { return type }
    if convertedType == .interval, type == .fixedLengthByteArray, typeLength == 12 { return .interval }
    return convertedType.flatMap(logicalType(of:)).flatMap(dataType(_:))
  }

  /// What an annotation makes of the physical type, where the two go together.
  private func dataType(_ logicalType: LogicalType) -> DataType? {
    switch (logicalType, type) {
    case (.string, .byteArray), (.enumeration, .byteArray), (.json, .byteArray): .string
    case (.bson, .byteArray), (.geometry, .byteArray), (.geography, .byteArray): .binary
    case (.uuid, .fixedLengthByteArray): typeLength == 16 ? .uuid : nil
    case (.float16, .fixedLengthByteArray): typeLength == 2 ? .float16 : nil
    // Only a value that may be missing can always be.
    case (.null, .some): repetition == .required ? nil : .null
    case (.date, .int32): .date
    case (.time(.millis, _), .int32): .time(.millis)
    case (.time(let unit, _), .int64) where unit != .millis: .time(unit)
    case (.timestamp(let unit, let isUTC), .int64): .timestamp(unit, isUTC: isUTC)
    case (.integer(let bitWidth, let isSigned), _): integerType(bitWidth, isSigned)
    case (.decimal(let scale, let precision), _): decimalType(scale, precision)
    default: nil
    }
  }

  private func integerType(_ bitWidth: Int8, _ isSigned: Bool) -> DataType? {
    switch (bitWidth, type) {
    case (8, .int32): isSigned ? .int8 : .uint8
    case (16, .int32): isSigned ? .int16 : .uint16
    case (32, .int32): isSigned ? .int32 : .uint32
    case (64, .int64): isSigned ? .int64 : .uint64
    default: nil
    }
  }

  private func decimalType(_ scale: Int32, _ precision: Int32) -> DataType? {
    switch type {
    case .int32, .int64, .byteArray, .fixedLengthByteArray: break
    default: return nil
    }
    guard (1...38).contains(precision), (0...precision).contains(scale) else { return nil }
    return .decimal(precision: Int(precision), scale: Int(scale))
  }

  /// The newer form of an older annotation.
  private func logicalType(of convertedType: ConvertedType) -> LogicalType? {
    switch convertedType {
    case .utf8: .string
    case .enumeration: .enumeration
    case .json: .json
    case .bson: .bson
    case .decimal: .decimal(scale: scale ?? 0, precision: precision ?? 0)
    case .date: .date
    case .timeMillis: .time(.millis, isUTC: true)
    case .timeMicros: .time(.micros, isUTC: true)
    case .timestampMillis: .timestamp(.millis, isUTC: true)
    case .timestampMicros: .timestamp(.micros, isUTC: true)
    case .uint8: .integer(bitWidth: 8, isSigned: false)
    case .uint16: .integer(bitWidth: 16, isSigned: false)
    case .uint32: .integer(bitWidth: 32, isSigned: false)
    case .uint64: .integer(bitWidth: 64, isSigned: false)
    case .int8: .integer(bitWidth: 8, isSigned: true)
    case .int16: .integer(bitWidth: 16, isSigned: true)
    case .int32: .integer(bitWidth: 32, isSigned: true)
    case .int64: .integer(bitWidth: 64, isSigned: true)
    case .map, .mapKeyValue, .list, .interval: nil
    }
  }
}
