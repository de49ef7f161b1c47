import Inlay

extension Choices {
  /// A type of at most three levels.
  mutating func type(depth: Int = 0) -> DataType {
    let number = self.number(below: depth < 3 ? 32 : 28)
    switch number {
    case 28: return .list(field("element", depth: depth + 1))
    case 29, 30: return .structure((0...self.number(below: 3)).map { field("f\($0)", depth: depth + 1) })
    case 31: return map(depth: depth)
    default: return plainType(number)
    }
  }

  mutating func field(_ name: String, depth: Int = 0) -> Field {
    let isNullable = bool()
    let type = type(depth: depth)
    return Field(name, type, isNullable: isNullable || type == .null)
  }

  private mutating func map(depth: Int) -> DataType {
    let key = plainType(number(below: 20))
    return .map(key: Field("key", key, isNullable: false), value: field("value", depth: depth + 1))
  }

  private mutating func plainType(_ number: Int) -> DataType {
    let plain: [DataType] = [
      .boolean, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float, .double, .string,
      .binary,
      .uuid, .float16, .date, .interval, .timestamp(.millis, isUTC: true), .timestamp(.nanos, isUTC: false),
      .time(.millis), .time(.micros), .time(.nanos), .null,
    ]
    if number < plain.count { return plain[number] }
    if number == plain.count { return .fixedBinary(byteWidth: 1 + self.number(below: 20)) }
    let precision = 1 + self.number(below: 38)
    return .decimal(precision: precision, scale: self.number(below: precision + 1))
  }
}
