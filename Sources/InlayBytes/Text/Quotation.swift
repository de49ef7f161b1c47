/// Returns a name or value of a document as a message shows it: in back-ticks, or in double quotes when it is
/// empty or has back-ticks of its own, without anything a terminal would act on, and cut when it is very long.
package func quoted(_ text: String) -> String {
  let mark = text.isEmpty || text.contains("`") ? "\"" : "`"
  return mark + printable(text) + mark
}

/// Returns the text with control characters escaped, so that a hostile document cannot steer the terminal, and
/// with its middle left out when it is very long.
package func printable(_ text: String, limit: Int = 1_000) -> String {
  var result = ""
  for scalar in text.unicodeScalars.prefix(limit) {
    if scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format {
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return text.unicodeScalars.dropFirst(limit).isEmpty ? result : result + "…"
}

/// Returns names as a message lists them, at most `limit` of them and the number of those left out.
package func listed(_ names: [String], limit: Int = 12) -> String {
  let shown = names.prefix(limit).map { quoted(printable($0, limit: 100)) }.joined(separator: ", ")
  return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
}
