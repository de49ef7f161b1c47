import InlayTesting
import Testing

@Suite("Filters in commands")
struct FilterCommandTests {
  /// A folder with a CSV file of 1,000 rows, gone after `body`.
  private func withRows(_ body: (String) throws -> Void) throws {
    let rows = (0..<1_000).map { "\($0),name \($0 % 10),\($0 % 7 == 0 ? "" : "\($0)")\n" }
    let folder = try TestFolder(["rows.csv": "id,name,some\n" + rows.joined()])
    try withExtendedLifetime(folder) { try body(folder.path) }
  }

  @Test("cat, head and count take the rows that meet a condition, and tell on request how they were found")
  func reading() throws {
    try withRows { folder in
      let file = "\(folder)/rows.csv"
      let types = ["--types", "inferred"]
      let cat = try CommandRun(
        ["cat", file, "--columns", "id", "--where", "name = 'name 3' AND id BETWEEN 100 AND 130"] + types)
      #expect(cat.output == "id\n103\n113\n123\n")
      #expect(cat.status == 0 && cat.errors == "")
      let count = try CommandRun(["count", file, "--where", "some IS NULL", "--report"] + types)
      #expect(count.output == "143\n")
      #expect(
        count.errors == """
          143 of 1,000 rows that were read meet the filter; left out: 0 row groups by statistics, 0 by bloom filters, 0 \
          pages by their index

          """)
      let head = try CommandRun(
        ["head", file, "-n", "1", "--where", "id > 998", "--format", "table"] + types)
      #expect(head.output.hasSuffix("999  name 9    999\n"))
    }
  }

  @Test(
    "convert writes the rows that meet a condition, with bloom filters that a later condition is held against"
  )
  func converting() throws {
    try withRows { folder in
      let (file, output) = ("\(folder)/rows.csv", "\(folder)/rows.parquet")
      let run = try CommandRun(
        "convert", file, "--to", output, "--where", "id >= 500", "--bloom-filter", "name:0.001",
        "--bloom-filter", "id")
      #expect(run.status == 0)
      #expect(run.errors.contains("\n500 of 1,000 rows that were read meet the filter; left out: "))
      let count = try CommandRun("count", output, "--where", "name = 'name 33'", "--report")
      #expect(count.output == "0\n")
      #expect(count.errors.contains("0 row groups by statistics, 1 by bloom filters"))
      let nothing = "\(folder)/nothing.parquet"
      #expect(try CommandRun("convert", output, "--to", nothing, "--where", "id < 0").status == 0)
      #expect(try CommandRun("count", nothing).output == "0\n")
      let report = try CommandRun(
        "convert", output, "--to", nothing, "--where", "id < 0", "--mode", "overwrite", "--json")
      #expect(report.output.contains(#""rowGroupsByStatistics": 1"#))
    }
  }

  @Test("A condition or a bloom filter that cannot be is an error")
  func errors() throws {
    try withRows { folder in
      let file = "\(folder)/rows.csv"
      let condition = try CommandRun("count", file, "--where", "id > 5")
      #expect(condition.status == 1)
      #expect(
        condition.errors
          == "inlay: column id: the filter is wrong at character 6: strings are compared with a text in quotes; found 5\n"
      )
      let column = try CommandRun("convert", file, "--to", "\(folder)/out.parquet", "--bloom-filter", "no")
      #expect(column.errors == "inlay: there is no column for the bloom filter: no\n")
      #expect(
        try CommandRun("convert", file, "--to", "\(folder)/o.parquet", "--bloom-filter", ":0.1").status == 64)
    }
  }
}
