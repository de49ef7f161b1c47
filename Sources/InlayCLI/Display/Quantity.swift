/// Numbers as people read them.
enum Quantity {
  /// A count with a comma after each three digits: `438,963`.
  static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }

  /// Bytes in the largest unit of 1,000 that leaves a number of at least 1: `50.2 MB`.
  static func bytes(_ value: Int) -> String {
    var amount = Double(value)
    for unit in ["B", "kB", "MB", "GB", "TB"] {
      if amount < 999.5 || unit == "TB" { return "\(unit == "B" ? String(value) : rounded(amount)) \(unit)" }
      amount /= 1_000
    }
    return "\(value) B"
  }

  /// A length of time: `0.47 s`, `12.3 s`, `3 min 05 s`, `2 h 07 min`.
  static func seconds(_ value: Double) -> String {
    let value = value.isFinite ? Swift.min(Swift.max(value, 0), 1e9) : 0
    let whole = Int(value.rounded())
    if whole < 60 { return "\(rounded(value, places: value < 9.995 ? 2 : 1)) s" }
    return wholeSeconds(whole)
  }

  /// A length of time without parts of a second: `12 s`, `3 min 05 s`.
  static func wholeSeconds(_ whole: Int) -> String {
    if whole < 60 { return "\(whole) s" }
    if whole < 3_600 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
    return "\(whole / 3_600) h \(twoDigits(whole / 60 % 60)) min"
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// A number with so many places after the point, or as many as leave three digits.
  private static func rounded(_ value: Double, places: Int? = nil) -> String {
    let places = places ?? (value < 9.995 ? 2 : value < 99.95 ? 1 : 0)
    let scale = [1, 10, 100][places]
    let units = Int((value * Double(scale)).rounded())
    if places == 0 { return "\(units)" }
    let fraction = String(units % scale)
    return "\(units / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }
}
