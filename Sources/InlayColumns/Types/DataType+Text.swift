import InlayBytes

extension DataType {
  /// Reads a type from its text; letter case and spaces between the parts do not matter, but those of a field's name do.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` with the forms that are known, or for types that nest deeper than 100.
  public init(text: String) throws {
    var parser = TypeTextParser(text)
    guard let type = parser.type(depth: 0), parser.isAtEnd else {
      throw InlayError(
        .invalidInput,
        """
        not a type; give boolean, int8 to int64, uint8 to uint64, float16, float, double, string, binary, \
        binary(BYTES), uuid, date, timestamp(millis|micros|nanos[, UTC]), time(millis|micros|nanos), \
        decimal(PRECISION 1 to 38, SCALE), interval, null, list(TYPE), struct(NAME: TYPE, ...) or map(TYPE, TYPE): \
        \(text)
        """)
    }
    self = type
  }
}

/// Reads the text of a type from left to right; nil is what is no type.
private struct TypeTextParser {
  private let text: [Character]
  private var position = 0

  init(_ text: String) { self.text = Array(text) }

  private static let plain: [String: DataType] = Dictionary(
    uniqueKeysWithValues: [
      DataType.boolean, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float16, .float,
      .double, .string, .binary, .uuid, .date, .interval, .null,
    ].map { ($0.description, $0) })

  var isAtEnd: Bool {
    mutating get {
      skipSpaces()
      return position == text.count
    }
  }

  mutating func type(depth: Int) -> DataType? {
    guard depth <= 100 else { return nil }
    let name = word()
    guard take("(") else { return Self.plain[name] }
    let type: DataType?
    switch name {
    case "list": type = element(depth).map { .list($0) }
    case "struct": type = fields(depth).map { .structure($0) }
    case "map": type = map(depth)
    default: type = parameterized(name)
    }
    return take(")") ? type : nil
  }

  private mutating func parameterized(_ name: String) -> DataType? {
    let first = word()
    let second = take(",") ? word() : nil
    switch (name, second) {
    case ("binary", nil):
      return Int(first).flatMap { $0 > 0 && $0 <= Int32.max ? .fixedBinary(byteWidth: $0) : nil }
    case ("timestamp", nil), ("timestamp", "utc"):
      return TimeUnit(rawValue: first).map { .timestamp($0, isUTC: second != nil) }
    case ("time", nil): return TimeUnit(rawValue: first).map { .time($0) }
    case ("decimal", let second?):
      guard let precision = Int(first), let scale = Int(second), (1...38).contains(precision) else {
        return nil
      }
      return (0...precision).contains(scale) ? .decimal(precision: precision, scale: scale) : nil
    default: return nil
    }
  }

  private mutating func element(_ depth: Int, name: String = "element") -> Field? {
    guard let type = type(depth: depth + 1) else { return nil }
    let start = position
    guard word() == "not" else {
      position = start
      return Field(name, type)
    }
    return word() == "null" ? Field(name, type, isNullable: false) : nil
  }

  private mutating func map(_ depth: Int) -> DataType? {
    guard let key = element(depth, name: "key"), take(","), let value = element(depth, name: "value") else {
      return nil
    }
    return .map(key: Field("key", key.type, isNullable: false), value: value)
  }

  private mutating func fields(_ depth: Int) -> [Field]? {
    var fields: [Field] = []
    skipSpaces()
    if position < text.count && text[position] == ")" { return fields }
    repeat {
      guard let name = fieldName(), take(":"), let field = element(depth, name: name) else { return nil }
      fields.append(field)
    } while take(",")
    return fields
  }

  /// A name as it is, or in quotes, where a quote stands twice.
  private mutating func fieldName() -> String? {
    guard take("\"") else {
      let start = position
      while position < text.count, !"\":,() ".contains(text[position]) { position += 1 }
      return start < position ? String(text[start..<position]) : nil
    }
    var name = ""
    while position < text.count {
      let character = text[position]
      position += 1
      if character == "\"" {
        guard position < text.count, text[position] == "\"" else { return name }
        position += 1
      }
      name.append(character)
    }
    return nil
  }

  /// The letters and digits that follow, in lower case.
  private mutating func word() -> String {
    skipSpaces()
    let start = position
    while position < text.count, text[position].isLetter || text[position].isNumber || text[position] == "-" {
      position += 1
    }
    return String(text[start..<position]).lowercased()
  }

  private mutating func take(_ character: Character) -> Bool {
    skipSpaces()
    guard position < text.count, text[position] == character else { return false }
    position += 1
    return true
  }

  private mutating func skipSpaces() {
    while position < text.count, text[position].isWhitespace { position += 1 }
  }
}
