/// Writes texts of a document into a script so that none of them becomes code.
enum PythonText {
  /// Returns the text as a literal on one line.
  static func literal(_ text: String) -> String {
    // As people write it: the quotes that need no backslash.
    if text.contains("\""), !text.contains("'") {
      return "'" + escaped(text).replacing("\\\"", with: "\"") + "'"
    }
    return "\"" + escaped(text) + "\""
  }

  /// Returns the text with everything escaped that would end a literal or a line, or could not be seen.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isHidden(scalar): result += number(of: scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Returns the text as a literal over several lines when it has several; what is said of ``literal(_:)`` holds.
  ///
  /// Line ends are those of the text only where they are line feeds, as Python reads any line end as one.
  static func block(_ text: String) -> String {
    guard text.contains("\n") else { return literal(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
    return "\"\"\"" + (lines[0].isEmpty ? "" : "\\\n") + lines.joined(separator: "\n") + "\"\"\""
  }

  /// Returns a comment that says the text, on one line.
  static func comment(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) || scalar == "\t" {
        shown += number(of: scalar)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown.isEmpty ? "#" : "# " + shown
  }

  /// Whether a character acts on a line, on the direction of text, or on nothing that can be seen.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }

  private static func number(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let length = scalar.value < 0x100 ? 2 : scalar.value < 0x1_0000 ? 4 : 8
    let letter = length == 2 ? "x" : length == 4 ? "u" : "U"
    return "\\" + letter + String(repeating: "0", count: length - digits.count) + digits
  }
}
