import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayCSV

/// What kernels read many of at once must be what the parsers of single values say.
@Suite("CSV values in their usual forms")
struct UsualFormTests {
  /// Fields that are in a usual form, or nearly so.
  private static let samples: [(type: DataType, fields: [String])] = [
    (.int64, ["0", "7", "-12", "12345678", "123456789", "999999999999999", "-100000000000000"]),
    (
      .int64,
      ["1000000000000000", "-0", "007", "+5", "1.", "-", "9223372036854775808", "12a", "1 ", "\"42\""]
    ),
    (.double, ["0.5", "-0.25", "146.292", "3", "-17", "12345678.1234567", "0.00000000000001", "-0.0"]),
    (
      .double,
      [".5", "5.", "1.2.3", "00.5", "1e5", "-0", "nan", "123456789.1234567", "-.", "1..2", "\"0.75\""]
    ),
    (
      .timestamp(.micros, isUTC: true),
      ["2021-03-17 00:00:00 UTC", "0000-01-01 23:59:59 UTC", "9999-12-31T12:34:56Z", "2000-02-29 01:02:03"]
    ),
    (
      .timestamp(.micros, isUTC: false),
      ["2021-03-17 00:00:00", "1969-12-31T23:59:59", "1600-02-29 10:00:01", "1900-03-01 00:00:00"]
    ),
    (
      .timestamp(.micros, isUTC: true),
      [
        "2021-02-29 00:00:00", "2021-13-01 00:00:00", "2021-00-01 00:00:00", "2021-01-00 00:00:00",
        "2021-03-17",
        "2021-03-17 24:00:00", "2021-03-17 00:60:00", "2021-03-17 00:00:60", "2021-03-17 00:00:00 UTX",
        "2021-03-17x00:00:00", "2021-03-17 00:00:00+01:00", "2021-03-17 00:00:00.5", "2021/03/17 00:00:00",
        "2100-02-29 00:00:00Z", "1900-02-29 00:00:00Z", "2021-04-31 00:00:00Z", "2021-03-17 00.00:00",
      ]
    ),
    (.boolean, ["true", "false", "TRUE", "False", "tRuE"]),
    (.boolean, ["truE1", "fals", "falsy", "1", "yes", "t", "true "]),
  ]

  /// Fields of which `oddity` in a hundred are odd.
  private func fields(_ generator: inout SeededGenerator, _ usual: Int, oddity: Int) -> [String] {
    (0..<Int.random(in: 1...400, using: &generator)).map { _ in
      let choice = Int.random(in: 0..<100, using: &generator)
      if choice < oddity {
        let sample = Self.samples.randomElement(using: &generator) ?? Self.samples[0]
        return sample.fields.randomElement(using: &generator) ?? ""
      }
      if choice > 94 { return "" }
      return Self.samples[usual].fields.randomElement(using: &generator) ?? ""
    }
  }

  private func file(_ fields: [String], _ seed: Int, in folder: TestFolder) throws -> String {
    // As a row's last column a field ends with a carriage return, too.
    let lines =
      seed % 2 == 0 ? ["x,y\n"] + fields.map { "\($0),a\n" } : ["y,x\r\n"] + fields.map { "a,\($0)\r\n" }
    return try folder.write(lines.joined(), to: "a.csv")
  }

  private func bytes(_ field: String) -> [UInt8] {
    let isQuoted = field.count > 1 && field.hasPrefix("\"") && field.hasSuffix("\"")
    return Array((isQuoted ? String(field.dropFirst().dropLast()) : field).utf8)
  }

  @Test("The type is that which values show one by one", arguments: 0..<300)
  func types(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let usual = seed % Self.samples.count
    let fields = fields(&generator, usual, oddity: [0, 0, 1, 10][seed % 4])
    for decimals in [false, true] {
      var guess = ColumnGuess(decimals: decimals)
      for field in fields where !field.isEmpty { guess.add(unsafe bytes(field).span.bytes) }
      let folder = TestFolder()
      var options = CSVOptions()
      options.types = .inferred(decimals: decimals)
      options.chunkByteCount = seed % 3 == 0 ? 500 : 1 << 20
      let source = try CSVSource(path: try file(fields, seed, in: folder), options: options)
      #expect(source.schema[source.schema[0].name == "x" ? 0 : 1].type == guess.type, "\(fields)")
    }
  }

  @Test("The values are those of the parsers of single values", arguments: 0..<300)
  func values(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed) + 1_000)
    let usual = seed % Self.samples.count
    let type = Self.samples[usual].type
    let fields = fields(&generator, usual, oddity: [0, 1, 5, 50][seed % 4])
    let expected = fields.compactMap { field -> String?? in
      field.isEmpty ? .some(nil) : text(bytes(field), type).map { .some($0) }
    }
    let folder = TestFolder()
    var options = CSVOptions()
    let x = Field("x", type)
    let y = Field("y", .string)
    options.types = .schema(Schema(seed % 2 == 0 ? [x, y] : [y, x]))
    options.onBadRow = .skip
    let source = try CSVSource(path: try file(fields, seed, in: folder), options: options)
    let found = try rows(of: source, columns: [seed % 2]).map { $0[0] }
    #expect(found == expected, "\(fields)")
  }

  private func text(_ bytes: [UInt8], _ type: DataType) -> String? {
    let bytes = unsafe bytes.span.bytes
    return switch type {
    case .int64: ValueText.parseInt64(bytes).map { "\($0)" }
    case .double: ValueText.parseDouble(bytes).map { "\($0)" }
    case .boolean: ValueText.parseBoolean(bytes).map { "\($0)" }
    case .timestamp(let unit, let isUTC):
      ValueText.parseTimestamp(bytes, unit: unit, isUTC: isUTC).map { "\($0)" }
    default: nil
    }
  }
}
