import InlayColumns

/// How the values of a leaf are decoded, before its type gives them their final storage.
enum ValueLayout: Hashable, Sendable {
  /// Nothing: every value is null.
  case null
  case boolean
  case int32
  case int64
  /// A deprecated form of timestamps: the nanoseconds of a day in 64 bits, and the day's Julian number in 32.
  case int96
  case float16
  case float
  case double
  /// Strings and binaries; the length is that of a fixed-length type.
  case byteArray(fixedLength: Int?)
  /// Decimals that are stored as bytes.
  case decimalBytes(fixedLength: Int?)

  /// The layout of a leaf whose type is `type`; nil when its values cannot be read.
  init?(_ element: SchemaElement, _ type: DataType) {
    if type == .null {
      self = .null
      return
    }
    switch element.type {
    case .boolean: self = .boolean
    case .int32: self = .int32
    case .int64: self = .int64
    case .float: self = .float
    case .double: self = .double
    case .byteArray: self = .bytes(of: type, fixedLength: nil)
    case .fixedLengthByteArray:
      guard let length = element.typeLength, length > 0 else { return nil }
      self = .bytes(of: type, fixedLength: Int(length))
    case .int96: self = .int96
    case nil: return nil
    }
  }

  private static func bytes(of type: DataType, fixedLength: Int?) -> ValueLayout {
    if type == .float16 { return .float16 }
    if case .decimal = type { return .decimalBytes(fixedLength: fixedLength) }
    return .byteArray(fixedLength: fixedLength)
  }
}
