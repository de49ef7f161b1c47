import ArgumentParser
import Inlay

/// A column that gets bloom filters, and how often they may fail, as `COLUMN[:RATE]`.
struct BloomFilterArgument: ExpressibleByArgument {
  let name: String
  let options: BloomFilterOptions

  init?(argument: String) {
    var options = BloomFilterOptions()
    var name = argument
    if let colon = argument.lastIndex(of: ":"), let rate = Double(argument[argument.index(after: colon)...]) {
      options.falsePositiveRate = rate
      name = String(argument[..<colon])
    }
    guard !name.isEmpty else { return nil }
    self.name = name
    self.options = options
  }
}
