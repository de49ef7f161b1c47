import InlayBytes

/// Reads time zones that are at a constant distance from UTC.
enum ZoneText {
  /// Returns the seconds that a zone is ahead of UTC; nil for a region, whose distance depends on the day, and for what
  /// is no zone.
  ///
  /// A zone is `Z`, `UTC`, `UT` or `GMT`, each of the last three alone or before an offset, or an offset: a sign and
  /// `h`, `hh`, `h:mm`, `hh:m`, `hh:mm`, `hhmm`, `hh:mm:ss` or `hhmmss`, of at most 18 hours.
  static func offset(_ bytes: RawSpan) -> Int64? {
    let text = bytes.trimmedSpaces
    // Safe: the pointer does not leave this closure.
    let name = unsafe text.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    if let fixed = names[name] { return fixed }
    for prefix in ["UTC", "GMT", "UT"] where name.hasPrefix(prefix) {
      return distance(Array(name.utf8.dropFirst(prefix.utf8.count)))
    }
    return distance(Array(name.utf8))
  }

  /// The zones without an offset, and the old names that Java reads as one.
  private static let names: [String: Int64] = [
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "GMT0": 0, "UCT": 0, "Zulu": 0, "Universal": 0,
    "Greenwich": 0, "Etc/UTC": 0, "Etc/GMT": 0, "EST": -18_000, "MST": -25_200, "HST": -36_000,
  ]

  private static func distance(_ text: [UInt8]) -> Int64? {
    guard let first = text.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return nil }
    guard let numbers = numbers(Array(text.dropFirst())) else { return nil }
    let (hours, minutes, seconds) = numbers
    let distance = hours * 3_600 + minutes * 60 + seconds
    guard minutes < 60, seconds < 60, distance <= 64_800 else { return nil }
    return first == UInt8(ascii: "-") ? -distance : distance
  }

  private static func numbers(_ text: [UInt8]) -> (Int64, Int64, Int64)? {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { Array($0) }
    guard parts.allSatisfy({ (1...6).contains($0.count) && $0.allSatisfy(\.isDecimalDigit) }) else {
      return nil
    }
    let counts = parts.map(\.count)
    let values = parts.map { $0.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) } }
    switch counts {
    case [1], [2]: return (values[0], 0, 0)
    case [4]: return (values[0] / 100, values[0] % 100, 0)
    case [6]: return (values[0] / 10_000, values[0] / 100 % 100, values[0] % 100)
    case [1, 2], [2, 2], [2, 1]: return (values[0], values[1], 0)
    case [1, 2, 2], [2, 2, 2]: return (values[0], values[1], values[2])
    default: return nil
    }
  }
}
