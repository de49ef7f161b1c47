import InlayBytes

/// What the service's own model says of the nodes of a visual job: which types there are, and the shape of each.
///
/// The table is read when the first document is; nothing of it costs anything before.
struct ServiceModel: Sendable {
  /// One member of a structure.
  struct Member: Sendable {
    let name: String
    let shape: String
    let isRequired: Bool
  }

  /// What a value has to be.
  enum Shape: Sendable {
    case structure([Member])
    case list(element: String, Limits)
    case map(key: String, value: String)
    case path(Limits)
    case text(TextPattern, Limits)
    case choice([String])
    case whole(Limits)
    case number(Limits)
    case flag
    case moment
  }

  /// The least and the greatest number, or number of characters or elements.
  struct Limits: Sendable {
    let least: Double?
    let most: Double?
  }

  /// The model, of which there is one.
  static let shared = ServiceModel(shapes)

  private let table: [String: Shape]
  /// The names of the types in the order of the service.
  let types: [String]

  private init(_ text: String) {
    var table: [String: Shape] = [:]
    var entry: [Substring] = []
    // Bytes, not characters: the table is ASCII, and read at the start of every job.
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      if line.first != UInt8(ascii: " "), !entry.isEmpty {
        table[String(entry[0])] = Self.shape(entry.dropFirst())
        entry = []
      }
      entry += line.split(separator: UInt8(ascii: " ")).map(Substring.init)
    }
    if !entry.isEmpty { table[String(entry[0])] = Self.shape(entry.dropFirst()) }
    self.table = table
    types = if case .structure(let members)? = table[Self.root] { members.map(\.name) } else { [] }
  }

  private static let root = "CodeGenConfigurationNode"

  /// Reads what follows a shape's name on its line.
  private static func shape(_ words: ArraySlice<Substring>) -> Shape? {
    let rest = Array(words.dropFirst())
    switch words.first {
    case "{": return .structure(rest.compactMap(member))
    case "[": return .list(element: String(rest[0]), Limits(rest[1...]))
    case "<": return .map(key: String(rest[0]), value: String(rest[1]))
    case "/": return .path(Limits(rest[...]))
    case "\"": return .text(TextPattern(rawValue: String(rest[0])) ?? .any, Limits(rest[1...]))
    case "=": return .choice(rest.map(String.init))
    case "#": return .whole(Limits(rest[...]))
    case "%": return .number(Limits(rest[...]))
    case "?": return .flag
    case "@": return .moment
    default: return nil
    }
  }

  private static func member(_ word: Substring) -> Member? {
    let bytes = word.utf8
    let marks = (optional: UInt8(ascii: ":"), required: UInt8(ascii: "!"))
    guard let mark = bytes.firstIndex(where: { $0 == marks.optional || $0 == marks.required }) else {
      return nil
    }
    return Member(
      name: String(word[..<mark]), shape: String(word[bytes.index(after: mark)...]),
      isRequired: bytes[mark] == marks.required)
  }
}

extension ServiceModel {
  /// Returns the shape of that name.
  func shape(_ name: String?) -> Shape? {
    name.flatMap { table[$0] }
  }

  /// Returns the name of the shape that nodes of a type have; nothing for a type that the service has not.
  func shapeName(ofType type: String) -> String? {
    member(type, of: Self.root)?.shape
  }

  /// Returns the member of a structure; nothing when it has none of that name, or the shape is another one.
  func member(_ name: String, of shape: String?) -> Member? {
    guard case .structure(let members)? = self.shape(shape) else { return nil }
    return members.first { $0.name == name }
  }
}

extension ServiceModel.Limits {
  /// Reads two words, of which `-` is no limit.
  fileprivate init(_ words: ArraySlice<Substring>) {
    least = words.first.flatMap { Double($0) }
    most = words.last.flatMap { Double($0) }
  }

  /// Tells whether the number keeps to the limits.
  func contain(_ value: Double) -> Bool {
    value >= least ?? -.infinity && value <= most ?? .infinity
  }

  /// The limits in words, for a message.
  var words: String {
    switch (least.map(Self.text), most.map(Self.text)) {
    case (let least?, let most?): least == most ? least : "\(least) to \(most)"
    case (let least?, nil): "at least \(least)"
    case (nil, let most?): "at most \(most)"
    case (nil, nil): "any number"
    }
  }

  private static func text(_ value: Double) -> String {
    Int(exactly: value).map { String($0) } ?? value.description
  }
}

/// Which characters a string may have.
enum TextPattern: String, Sendable {
  case any, line, word, mask, ascii, capitals, alphanumeric

  /// Tells whether every character of the text is allowed.
  func allows(_ text: String) -> Bool {
    self == .any || text.unicodeScalars.allSatisfy(allows)
  }

  private func allows(_ scalar: Unicode.Scalar) -> Bool {
    let isCapital = ("A"..."Z").contains(scalar)
    let isAlphanumeric = isCapital || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    return switch self {
    case .any: true
    case .line: scalar == "\t" || scalar == "\u{B}" || scalar == "\u{C}" || scalar.value >= 0x20
    case .word: isAlphanumeric || scalar == "_" || scalar == "-"
    case .mask: isAlphanumeric || scalar == "_" || scalar == "-" || scalar == "*"
    case .ascii: scalar.value < 0x7F
    case .capitals: isCapital || scalar == "_"
    case .alphanumeric: isAlphanumeric
    }
  }

  /// The characters in words, for a message.
  var words: String {
    switch self {
    case .any: "any characters"
    case .line: "no line ends and control characters"
    case .word: "letters, digits, _ and - only"
    case .mask: "letters, digits, *, _ and - only"
    case .ascii: "ASCII characters only"
    case .capitals: "capital letters and _ only"
    case .alphanumeric: "letters and digits only"
    }
  }
}
