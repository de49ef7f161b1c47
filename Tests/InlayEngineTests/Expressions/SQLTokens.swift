import InlayColumns
import InlayEngine

/// The words, numbers, texts and signs that an expression is written with.
enum SQLTokens {
  /// Splits a text; nil for a character that no expression has.
  static func split(_ text: String) -> [String]? {
    var tokens: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
        continue
      }
      guard let token = token(rest) else { return nil }
      rest.removeFirst(token.count)
      tokens.append(String(token))
    }
    return tokens
  }

  private static func token(_ rest: Substring) -> Substring? {
    guard let first = rest.first else { return nil }
    if first == "'" {
      return rest.dropFirst().firstIndex(of: "'").map { rest[...$0] }
    }
    if first.isNumber { return rest.prefix { $0.isNumber || $0.isLetter || $0 == "." } }
    if first.isLetter || first == "_" { return rest.prefix { $0.isNumber || $0.isLetter || $0 == "_" } }
    if ["<=", ">=", "<>"].contains(rest.prefix(2)) { return rest.prefix(2) }
    return "()[],.:+-*/%=<>".contains(first) ? rest.prefix(1) : nil
  }

  /// Reads the characters of a text, of which a backslash gives the next one another meaning.
  static func unescaped(_ text: Substring) -> String {
    var (result, rest) = ("", text)
    while let first = rest.popFirst() {
      guard first == "\\", let next = rest.popFirst() else {
        result.append(first)
        continue
      }
      result.append(["n": "\n", "t": "\t", "r": "\r"][next] ?? next)
    }
    return result
  }

  /// Reads a number: `1` has 32 bits, `1L` 64, `1.5` is a decimal and `1.5D` a double.
  static func number(_ token: String) -> Literal? {
    if let whole = Int32(token) { return .int32(whole) }
    if let whole = Int64(token) { return .int64(whole) }
    if token.hasSuffix("L") { return Int64(token.dropLast()).map { .int64($0) } }
    if token.hasSuffix("D") { return Double(token.dropLast()).map { .double($0) } }
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let units = Int128(parts[0] + parts[1]) else { return nil }
    let digits = String(units.magnitude).count
    return .decimal(units, precision: max(digits, parts[1].count), scale: parts[1].count)
  }
}

/// Reads types in Spark's words.
enum SQLType {
  static func type(_ text: String) -> DataType? {
    guard var tokens = SQLTokens.split(text) else { return nil }
    var position = 0
    return type(&tokens, &position).flatMap { position == tokens.count ? $0 : nil }
  }

  private static let plain: [String: DataType] = [
    "boolean": .boolean, "tinyint": .int8, "smallint": .int16, "int": .int32, "bigint": .int64,
    "float": .float,
    "double": .double, "string": .string, "binary": .binary, "date": .date, "void": .null,
    "timestamp": .timestamp(.micros, isUTC: true), "timestamp_ntz": .timestamp(.micros, isUTC: false),
  ]

  static func type(_ tokens: inout [String], _ position: inout Int) -> DataType? {
    let name = token(tokens, &position)
    if let type = plain[name] { return type }
    switch name {
    case "decimal":
      let parts = (0..<5).map { _ in token(tokens, &position) }
      guard parts[0] == "(", let precision = Int(parts[1]), let scale = Int(parts[3]) else { return nil }
      return .decimal(precision: precision, scale: scale)
    case "array":
      guard let members = members(&tokens, &position, named: false), members.count == 1 else { return nil }
      return .list(Field("element", members[0].type))
    case "struct": return members(&tokens, &position, named: true).map { .structure($0) }
    case "map":
      guard let members = members(&tokens, &position, named: false), members.count == 2 else { return nil }
      return .map(
        key: Field("key", members[0].type, isNullable: false), value: Field("value", members[1].type))
    default: return nil
    }
  }

  private static func members(_ tokens: inout [String], _ position: inout Int, named: Bool) -> [Field]? {
    guard token(tokens, &position) == "<" else { return nil }
    var members: [Field] = []
    repeat {
      let name = named ? tokens[position] : ""
      if named { position += 2 }
      guard let type = type(&tokens, &position) else { return nil }
      members.append(Field(name, type))
    } while position < tokens.count && take(",", tokens, &position)
    return take(">", tokens, &position) ? members : nil
  }

  private static func take(_ wanted: String, _ tokens: [String], _ position: inout Int) -> Bool {
    guard position < tokens.count, tokens[position] == wanted else { return false }
    position += 1
    return true
  }

  private static func token(_ tokens: [String], _ position: inout Int) -> String {
    guard position < tokens.count else { return "" }
    position += 1
    return tokens[position - 1].lowercased()
  }
}
