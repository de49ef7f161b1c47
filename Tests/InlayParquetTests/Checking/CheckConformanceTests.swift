import Foundation
import InlayBytes
import InlayParquet
import Testing

/// What a check says of the files of apache/parquet-testing and of Arrow's fuzzing, where the environment says they are.
@Suite("Checks of conformance files")
struct CheckConformanceTests {
  /// The rules that files break. The files of `bad_data` and the one with a corrupt checksum are made to; the others are
  /// of old writers, or of writers with a fault that the file is there to show.
  static let expected: [String: Set<String>] = [
    "bad_data/ARROW-GH-41317.parquet": ["footer"],
    "bad_data/ARROW-GH-43605.parquet": ["created-by", "dictionary-page"],
    // The first repetition level is not 0.
    "bad_data/ARROW-GH-45185.parquet": ["levels"],
    "bad_data/ARROW-RS-GH-6229-DICTHEADER.parquet": ["created-by", "page-header", "place", "row-group-size"],
    "bad_data/PARQUET-1481.parquet": ["footer"],
    // Impala and older parquet-mr count the dictionary page to the data pages.
    "data/alltypes_tiny_pages.parquet": ["dictionary-page"],
    "data/datapage_v2.snappy.parquet": ["dictionary-page"],
    "data/nested_lists.snappy.parquet": ["dictionary-page"],
    "data/byte_array_decimal.parquet": ["created-by", "encodings"],
    "data/concatenated_gzip_members.parquet": ["column-orders", "created-by"],
    "data/rle_boolean_encoding.parquet": ["column-orders", "created-by", "row-group-size"],
    // The column index was made of statistics that were switched off: all pages of nulls, -1 of them.
    "data/datapage_v1-corrupt-checksum.parquet": ["checksum", "column-index"],
    "data/datapage_v1-uncompressed-checksum.parquet": ["column-index"],
    "data/list_columns.parquet": ["row-group-size"],
    "data/lz4_raw_compressed.parquet": ["row-group-size"],
    "data/nan_in_stats.parquet": ["bounds", "row-group-size"],
    "data/page_v2_empty_compressed.parquet": ["encoding-statistics"],
    "data/repeated_no_annotation.parquet": ["row-count"],
  ]

  @Test(
    "Files break the rules that they are known to break, and no other",
    .enabled(
      if: ConformanceTests.parquetTesting != nil,
      "set PARQUET_TEST_DATA to a checkout of apache/parquet-testing"))
  func parquetTesting() throws {
    let folder = try #require(ConformanceTests.parquetTesting)
    for name in ConformanceTests.files(below: folder) where name.hasSuffix(".parquet") {
      let report = try ParquetCheck().run(path: "\(folder)/\(name)")
      let rules = Set(report.findings.map(\.rule.rawValue))
      let expected = Self.expected[name, default: []]
      // What this build cannot read may hide a finding.
      let isKnown = report.notes.isEmpty ? rules == expected : rules.isSubset(of: expected)
      let shown = report.findings.prefix(3).map(\.description)
      #expect(isKnown, "\(name): \(rules.sorted()), \(shown)")
    }
  }

  @Test(
    "What fuzzing found gives findings or none, and never ends the process",
    .enabled(
      if: ConformanceTests.arrowFuzz != nil,
      "set ARROW_FUZZ_DATA to a folder of arrow-testing's Parquet files"))
  func fuzzing() throws {
    let folder = try #require(ConformanceTests.arrowFuzz)
    var withFindings = 0
    for name in ConformanceTests.files(below: folder) {
      let report = try ParquetCheck().run(path: "\(folder)/\(name)")
      if !report.isClean { withFindings += 1 }
      guard let file = try? ParquetFile(path: "\(folder)/\(name)") else { continue }
      let json = file.inspectionJSON(file.wholeScope)
      #expect(json.object?["rowGroups"]?.array?.count == file.metadata.rowGroups.count)
    }
    #expect(withFindings > 50)
  }
}
