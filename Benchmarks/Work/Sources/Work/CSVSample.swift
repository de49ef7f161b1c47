import Inlay

/// Texts that values of a type are made of.
struct CSVSample: Sendable {
  let type: DataType
  let texts: [String]

  static let rowCount = 20_000

  private init(_ type: DataType, _ text: (Int) -> String) {
    self.type = type
    texts = (0..<Self.rowCount).map(text)
  }

  /// The types whose texts are read in ways of their own.
  static let all: [CSVSample] = [
    CSVSample(.boolean) { $0 % 3 == 0 ? "true" : "false" },
    CSVSample(.int64) { "\($0 &* 7_919 % 1_000_003)" },
    CSVSample(.double) { "\($0 % 977).\($0 % 9_973)" },
    CSVSample(.decimal(precision: 12, scale: 2)) { "\($0 % 9_973).\(10 + $0 % 90)" },
    CSVSample(.date) { "20\(10 + $0 % 20)-0\(1 + $0 % 9)-\(10 + $0 % 18)" },
    CSVSample(.timestamp(.micros, isUTC: false)) {
      "20\(10 + $0 % 20)-0\(1 + $0 % 9)-\(10 + $0 % 18)T\(10 + $0 % 14):\(10 + $0 % 50):\(10 + $0 % 50)"
    },
    CSVSample(.string) { $0 % 2 == 0 ? "t\($0)" : "a text that is longer than a view: \($0)" },
  ]
}
