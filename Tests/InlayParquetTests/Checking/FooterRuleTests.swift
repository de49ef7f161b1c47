import InlayBytes
import Testing

@testable import InlayParquet

@Suite("Checks of what the footer says")
struct FooterRuleTests {
  /// A change of the footer, and what it makes the check say.
  struct Damage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let change: @Sendable (inout DamagedFiles) -> Void
    let expected: [String]

    init(_ name: String, _ expected: [String], _ change: @escaping @Sendable (inout DamagedFiles) -> Void) {
      testDescription = name
      self.expected = expected
      self.change = change
    }
  }

  @Test("A file that Inlay wrote has no findings")
  func clean() throws {
    let report = try ParquetCheck().run(bytes: Values(try DamagedFiles().bytes).buffer, name: "f")
    #expect(report.findings == [] && report.notes == [])
    #expect(report.counts.rowGroupCount == 1 && report.counts.chunkCount == 2)
    #expect(report.counts.pageCount == 7 && report.counts.checksumCount == 7)
    #expect(report.counts.valueCount == 200)
  }

  static let damages = [
    Damage(
      "created_by without a version",
      ["f: created_by does not have the form `NAME version VERSION (build BUILD)`: Me [created-by]"]
    ) { $0.metadata.createdBy = "Me" },
    Damage(
      "no created_by", ["f: the writer does not say its name: created_by is absent or empty [created-by]"]
    ) { $0.metadata.createdBy = nil },
    Damage("a name twice", ["f: a name occurs twice in the key-value metadata: k [key-values]"]) {
      $0.metadata.keyValues = [KeyValue(key: "k", value: "1"), KeyValue(key: "k", value: "2")]
    },
    Damage("too few orders", ["f: the schema has 2 columns, column_orders has 1 [column-orders]"]) {
      $0.metadata.columnOrders = [.typeDefined]
    },
    Damage(
      "no orders",
      [
        "f: there are min_value or max_value statistics, and no column_orders say what they mean [column-orders]"
      ]
    ) { $0.metadata.columnOrders = nil },
    Damage("rows", ["f: the file's number of rows is said to be 7; it is 100 [row-count]"]) {
      $0.metadata.rowCount = 7
    },
    Damage("ordinal", ["f, row group 0: the row group's ordinal is said to be 3; it is 0 [row-count]"]) {
      $0.metadata.rowGroups[0].ordinal = 3
    },
    Damage(
      "row group's offset", ["f, row group 0: file_offset is said to be 9; it is 4 [row-group-size]"]
    ) { $0.metadata.rowGroups[0].fileOffset = 9 },
    Damage(
      "annotation",
      ["f, column n: the annotation does not go with the physical type: UUID on INT64 [schema]"]
    ) {
      $0.metadata.schema[1].logicalType = .uuid; $0.metadata.schema[1].convertedType = nil
    },
    Damage(
      "decimal of too many digits",
      ["f, column n: the annotation does not go with the physical type: DECIMAL(19, 2) on INT64 [schema]"]
    ) {
      $0.metadata.schema[1].logicalType = .decimal(scale: 2, precision: 19)
      $0.metadata.schema[1].convertedType = nil
    },
    Damage(
      "root without a name", ["f: the root of the schema has no name, and some readers refuse that [schema]"]
    ) {
      $0.metadata.schema[0].name = ""
    },
    Damage(
      "path", ["f, row group 0, column n: the column chunk's path is not the schema's, n: m [chunk]"]
    ) { $0.change(0) { $0.path = ["m"] } },
    Damage(
      "encodings",
      [
        "f, row group 0, column n, byte 4: the footer's list of encodings lacks one that a page has: PLAIN [encodings]"
      ]
    ) { $0.change(0) { $0.encodings = [.rle] } },
    Damage(
      "encoding statistics",
      [
        "f, row group 0, column n: the number of pages of type DATA_PAGE in encoding PLAIN is said to be 2; it is 3 "
          + "[encoding-statistics]"
      ]
    ) { $0.change(0) { $0.encodingStatistics?[0].count = 2 } },
  ]

  @Test("Each fault is told with its place and its rule", arguments: damages)
  func faults(damage: Damage) throws {
    var file = try DamagedFiles()
    damage.change(&file)
    let findings = try file.findings()
    #expect(findings == damage.expected)
  }

  @Test("Sizes that are not the sums of their parts are told, for the chunk and for the row group")
  func sizes() throws {
    var file = try DamagedFiles()
    let group = file.metadata.rowGroups[0]
    let before = try #require(group.columns[0].metadata?.uncompressedByteCount)
    file.change(0) { $0.uncompressedByteCount = before + 1 }
    #expect(
      try file.findings() == [
        "f, row group 0: total_byte_size is said to be \(group.uncompressedByteCount); it is "
          + "\(group.uncompressedByteCount + 1) [row-group-size]",
        "f, row group 0, column n: total_uncompressed_size is said to be \(before + 1); it is \(before) [chunk-size]",
      ])
  }

  @Test("A rule that is left out finds nothing")
  func leftOut() throws {
    var file = try DamagedFiles()
    file.metadata.createdBy = nil
    var check = ParquetCheck()
    check.rules.remove(.createdBy)
    #expect(try check.run(bytes: Values(file.bytes).buffer, name: "f").isClean)
  }

  @Test("What is no Parquet file is a finding, and so is a footer that cannot be read")
  func footers() throws {
    #expect(
      try DamagedFiles.findings(Array("no such thing".utf8)) == [
        "f: is not a Parquet file: it does not begin and end with PAR1 [footer]"
      ])
    var file = try DamagedFiles()
    file.metadata.rowGroups[0].columns.removeLast()
    #expect(
      try file.findings() == ["f, row group 0: the schema has 2 columns, the row group has 1 [footer]"])
  }

  @Test("Texts that are not UTF-8 are told with their place")
  func texts() throws {
    var file = try DamagedFiles()
    file.metadata.keyValues = [KeyValue(key: "kkkk", value: "vvvv")]
    var bytes = file.bytes
    let key = try #require(bytes.firstRange(of: Array("kkkk".utf8))?.lowerBound)
    let value = try #require(bytes.firstRange(of: Array("vvvv".utf8))?.lowerBound)
    (bytes[key + 1], bytes[value]) = (0xFF, 0xC0)
    #expect(
      try DamagedFiles.findings(bytes) == [
        "f, byte \(key): a text of the footer is not UTF-8: `k\u{FFFD}kk` [text]",
        "f, byte \(value): a text of the footer is not UTF-8: `\u{FFFD}vvv` [text]",
      ])
  }

  @Test("Findings beyond the limit are counted")
  func limit() throws {
    var file = try DamagedFiles()
    file.metadata.createdBy = nil
    file.metadata.rowCount = 1
    file.metadata.rowGroups[0].ordinal = 4
    var check = ParquetCheck()
    check.findingLimit = 2
    let report = try check.run(bytes: Values(file.bytes).buffer, name: "f")
    #expect(report.findings.map(\.rule) == [.createdBy, .rowCount] && report.omittedCount == 1)
  }
}
