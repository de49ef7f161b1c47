import InlayBytes
import InlayEngine

/// The parameters of a DynamicTransform, by name.
///
/// Reading one takes it out; what is left at the end is not known to the transform, and reported.
struct TransformParameters {
  private var values: [String: (index: Int, texts: [String])] = [:]

  /// Reads the parameters that were filled in.
  init(reading reader: inout NodeReader) {
    let parameters = reader.objects("Parameters") { reader, index -> (String, Int, [String])? in
      let name = reader.requiredString("Name")
      guard let value = reader.value("Value") else { return nil }
      let texts = value.string.map { [$0] } ?? reader.strings(in: value, at: reader.place("Value"))
      return texts.isEmpty ? nil : (name, index, texts)
    }
    for (name, index, texts) in parameters ?? [] { values[name] = (index, texts) }
  }

  /// Returns the texts of a parameter; nothing when it was not filled in.
  mutating func texts(_ name: String) -> [String]? {
    values.removeValue(forKey: name)?.texts
  }

  /// Returns the text of a parameter; nothing when it was not filled in.
  mutating func text(_ name: String) -> String? {
    texts(name)?.first
  }

  /// Returns the text of a parameter that the transform cannot do without.
  mutating func requiredText(_ name: String, _ reader: inout NodeReader) -> String {
    guard let text = text(name), !text.isEmpty else {
      reader.error("Parameters", "The parameter \(quoted(name)) is missing.")
      return ""
    }
    return text
  }

  /// Returns the path of a column that the transform cannot do without.
  mutating func requiredColumn(_ name: String, _ reader: inout NodeReader) -> FieldPath? {
    let text = requiredText(name, &reader)
    return text.isEmpty ? nil : FieldPath(text) ?? FieldPath(parts: [text])
  }

  /// Returns the texts of a list that the transform cannot do without: several, or one with commas between them.
  mutating func requiredList(_ name: String, _ reader: inout NodeReader) -> [String] {
    let texts = list(name)
    if texts.isEmpty { reader.error("Parameters", "The parameter \(quoted(name)) is missing.") }
    return texts
  }

  /// Returns the texts of a list; none when it was not filled in.
  mutating func list(_ name: String) -> [String] {
    let texts = texts(name) ?? []
    guard texts.count == 1 else { return texts }
    return texts[0].split(separator: ",").map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }

  /// Returns whether a parameter says yes.
  mutating func flag(_ name: String) -> Bool {
    text(name)?.lowercased() == "true"
  }

  /// Reports the parameters that were not read.
  func reportUnknown(_ reader: inout NodeReader) {
    for (name, value) in values.sorted(by: { $0.value.index < $1.value.index }) {
      reader.error(
        "Parameters[\(value.index)]",
        "This version does not know this parameter of the transform. Found \(quoted(name)).")
    }
  }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate func trimmingSpaces() -> String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
