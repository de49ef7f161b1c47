import Foundation
import InlayColumns
import InlayParquet
import Testing

/// The values of conformance files in every encoding, against what stands beside them.
@Suite(
  "Values of conformance files",
  .enabled(
    if: ConformanceTests.parquetTesting != nil,
    "set PARQUET_TEST_DATA to a checkout of apache/parquet-testing"))
struct ConformanceValueTests {
  private static func path(_ name: String) throws -> String {
    "\(try #require(ConformanceTests.parquetTesting))/data/\(name)"
  }

  /// The texts of the first columns of a file, read in batches of `rowsPerBatch` rows.
  private static func texts(
    _ name: String, columnCount: Int? = nil, rowsPerBatch: Int = .max
  ) throws -> [[String?]] {
    var options = ParquetReadOptions()
    options.rowsPerBatch = rowsPerBatch
    let source = try ParquetSource(path: path("\(name).parquet"), options: options)
    let columns = Array(0..<(columnCount ?? source.schema.count))
    return CellTexts.of(try TestFiles.read(source, columns: columns), columnCount: columns.count)
  }

  /// The columns of a CSV file without quotes inside of fields and without line ends in them; the header is left out.
  private static func expectation(_ name: String) throws -> [[String]] {
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map(fields)
    let width = try #require(rows.first).count
    return (0..<width).map { column in rows.map { $0[column] } }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test(
    "Differences of integers and of texts",
    arguments: ["delta_binary_packed", "delta_byte_array", "delta_encoding_required_column"], [.max, 13])
  func differences(name: String, rowsPerBatch: Int) throws {
    let expected = try Self.expectation("\(name)_expect.csv")
    let columns = try Self.texts(name, rowsPerBatch: rowsPerBatch)
    #expect(columns.count == expected.count)
    for (actual, expected) in zip(columns, expected) { #expect(actual.map { $0 ?? "" } == expected) }
  }

  @Test("Split streams hold what the plain columns beside them hold", arguments: [.max, 13])
  func streams(rowsPerBatch: Int) throws {
    let columns = try Self.texts("byte_stream_split_extended.gzip", rowsPerBatch: rowsPerBatch)
    #expect(columns.count == 14)
    for position in stride(from: 0, to: columns.count, by: 2) {
      #expect(Set(columns[position]).count > 100)
      #expect(columns[position] == columns[position + 1])
    }
    // The first rows as pyarrow reads them.
    #expect(columns[7].prefix(2) == ["24191", "41157"])
    #expect(columns[9].prefix(2) == ["293650000000", "41079000000"])
    #expect(columns[13].prefix(2) == ["1003.858", "968.825"])
  }

  @Test("A page of the second version for each of the flat columns")
  func secondVersion() throws {
    let columns = try Self.texts("datapage_v2.snappy", columnCount: 4, rowsPerBatch: 2)
    #expect(
      columns == [
        ["abc", "abc", "abc", nil, "abc"], ["1", "2", "3", "4", "5"], ["2.0", "3.0", "4.0", "5.0", "2.0"],
        ["true", "true", "true", "false", "true"],
      ])
  }

  @Test("Booleans in runs")
  func runs() throws {
    let column = try Self.texts("rle_boolean_encoding", rowsPerBatch: 5)[0]
    #expect(column.count == 68)
    #expect(column.count { $0 == nil } == 6 && column.count { $0 == "true" } == 36)
  }
}
