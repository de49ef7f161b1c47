/// The code of a CustomCode node: the one part of a document that is meant to be code.
enum OwnCode {
  /// Returns it as a function. The document has its body, or all of it.
  static func function(_ name: String, _ code: String) -> String {
    var lines = code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    while lines.last.map(isBlank) == true { lines.removeLast() }
    while lines.first.map(isBlank) == true { lines.removeFirst() }
    let isWhole = lines.contains { $0.hasPrefix("def \(name)(") }
    if isWhole { return lines.joined(separator: "\n") }
    let head = "def \(name)(glueContext, dfc):\n"
    if lines.isEmpty { return head + "    return dfc" }
    let isIndented = lines.allSatisfy { isBlank($0) || $0.first == " " || $0.first == "\t" }
    return head + lines.map { isBlank($0) || isIndented ? $0 : "    " + $0 }.joined(separator: "\n")
  }

  private static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }
}
