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

extension NodeReader {
  /// Reads the texts as paths and reports those that are none.
  mutating func fieldPaths(_ texts: [String], at place: String) -> [FieldPath] {
    var paths: [FieldPath] = []
    for (index, text) in texts.enumerated() {
      if let path = FieldPath(text) {
        paths.append(path)
      } else {
        report.error(
          "\(place)[\(index)]",
          "The path has an empty part or a back-tick without its partner; write a column whose name has a dot in "
            + "back-ticks, as in \"`.id`\". Found \(quoted(text)).")
      }
    }
    return paths
  }
}
