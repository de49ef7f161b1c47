import InlayBytes

extension ColumnValue {
  /// Reads a constant as a value of a column.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a constant that is no value of the column's type;
  ///   ``InlayError/Code/unsupported`` for a type whose values are not compared.
  init(_ constant: FilterConstant, of field: Field) throws(InlayError) {
    let place = InlayError.Location(column: field.name)
    guard field.type.isComparable else {
      throw InlayError(
        .unsupported, "values of this type cannot be filtered by; the type is \(field.type)", at: place)
    }
    guard constant.isQuoted || field.type != .string else {
      throw InlayError(
        .invalidInput, "strings are compared with a text in quotes; found \(constant.text)", at: place)
    }
    let bytes = Values(Array(constant.text.utf8))
    guard let value = Self.parse(bytes.rawSpan, field.type) else {
      throw InlayError(.invalidInput, "not a value of type \(field.type): \(constant.text)", at: place)
    }
    self = value
  }

  private static func parse(_ bytes: RawSpan, _ type: DataType) -> ColumnValue? {
    switch type {
    case .boolean: ValueText.parseBoolean(bytes).map { .boolean($0) }
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64: integer(bytes)
    case .float16, .float: ValueText.parseFloat(bytes).map { .double(Double($0)) }
    case .double: ValueText.parseDouble(bytes).map { .double($0) }
    case .date: ValueText.parseDate(bytes).map { .integer(Int128($0)) }
    case .timestamp(let unit, let isUTC):
      ValueText.parseTimestamp(bytes, unit: unit, isUTC: isUTC).map { .integer(Int128($0)) }
    case .time(let unit): ValueText.parseTime(bytes, unit: unit).map { .integer(Int128($0)) }
    case .decimal(_, let scale):
      ValueText.parseDecimal(bytes, precision: 38, scale: scale).map { .integer($0) }
    case .string: .bytes(Array(Buffer(copying: bytes)))
    case .binary, .fixedBinary: binary(bytes)
    case .uuid: uuid(bytes)
    case .interval, .null, .list, .structure, .map: nil
    }
  }

  /// Reads a number that may lie outside of the column's type: it compares with all that lie within.
  private static func integer(_ bytes: RawSpan) -> ColumnValue? {
    if let number = ValueText.parseInt64(bytes) { return .integer(Int128(number)) }
    return ValueText.parseUInt64(bytes).map { .integer(Int128($0)) }
  }

  private static func binary(_ bytes: RawSpan) -> ColumnValue? {
    var value = ValueBuilder<UInt8>()
    guard ValueText.parseBinary(bytes, to: &value) else { return nil }
    return .bytes(Array(value.freeze().buffer))
  }

  /// Reads 32 hexadecimal digits with a hyphen after the 8th, 12th, 16th and 20th.
  private static func uuid(_ bytes: RawSpan) -> ColumnValue? {
    let hyphens = [8, 13, 18, 23]
    guard bytes.byteCount == 36, hyphens.allSatisfy({ bytes.byte(at: $0) == UInt8(ascii: "-") }) else {
      return nil
    }
    let digits = Values((0..<36).filter { !hyphens.contains($0) }.map { bytes.byte(at: $0) })
    return binary(digits.rawSpan)
  }
}
