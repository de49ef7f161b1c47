import InlayBytes

/// A path to a column, or to a field within one, as a document writes it.
///
/// The parts are separated by dots; a part with a dot of its own stands in back-ticks, and a back-tick within
/// those is doubled. So `id` is a column, `` `.id` `` the column `.id`, and `a.b` the field `b` of the column `a`.
struct FieldPath: Hashable, Sendable {
  /// The path as it was written.
  let text: String
  /// The names from the column down.
  let parts: [String]

  /// The column's name when the path names a whole column.
  var column: String? {
    parts.count == 1 ? parts[0] : nil
  }

  /// Says what is wrong with a path to a field where only columns can be named.
  var fieldRefusal: String {
    "The path must name a column, not a field within one; a name with a dot stands in back-ticks. "
      + "Found \(quoted(text))."
  }

  /// Makes a path of its names, from the column down; nothing when there are none, or one is empty.
  init?(parts: [String]) {
    guard !parts.isEmpty, !parts.contains("") else { return nil }
    self.parts = parts
    text = parts.map(Self.written).joined(separator: ".")
  }

  /// Returns a name as a part of a path: in back-ticks when it would be read otherwise.
  private static func written(_ name: String) -> String {
    guard name.contains(where: { $0 == "." || $0 == "`" }) else { return name }
    return "`" + name.replacing("`", with: "``") + "`"
  }

  /// Reads a path; nothing when a part is empty or a back-tick has no partner.
  init?(_ text: String) {
    var rest = Substring(text)
    var parts: [String] = []
    repeat {
      guard let part = Self.takePart(from: &rest), !part.isEmpty else { return nil }
      parts.append(part)
    } while Self.takeDot(from: &rest)
    guard rest.isEmpty else { return nil }
    self.text = text
    self.parts = parts
  }

  private static func takeDot(from rest: inout Substring) -> Bool {
    guard rest.first == "." else { return false }
    rest.removeFirst()
    return true
  }

  private static func takePart(from rest: inout Substring) -> String? {
    guard rest.first == "`" else {
      let part = rest.prefix { $0 != "." && $0 != "`" }
      rest = rest.dropFirst(part.count)
      return String(part)
    }
    rest.removeFirst()
    var part = ""
    while let end = rest.firstIndex(of: "`") {
      part += rest[..<end]
      rest = rest[rest.index(after: end)...]
      guard rest.first == "`" else { return part }
      part += "`"
      rest.removeFirst()
    }
    return nil
  }
}
