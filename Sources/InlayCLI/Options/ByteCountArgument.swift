import ArgumentParser

/// A number of bytes as one gives it on a command line: with a unit of powers of 1000 or 1024, or without.
struct ByteCountArgument: ExpressibleByArgument {
  let count: Int

  private static let units: [(name: String, bytes: Int)] = [
    ("kib", 1 << 10), ("mib", 1 << 20), ("gib", 1 << 30), ("kb", 1_000), ("mb", 1_000_000),
    ("gb", 1_000_000_000), ("b", 1),
  ]

  init?(argument: String) {
    let text = argument.lowercased()
    let unit = Self.units.first { text.hasSuffix($0.name) }
    let digits = text.dropLast(unit?.name.count ?? 0)
    guard let number = Int(digits), number >= 0 else { return nil }
    let (count, hasOverflown) = number.multipliedReportingOverflow(by: unit?.bytes ?? 1)
    guard !hasOverflown else { return nil }
    self.count = count
  }
}
