import Inlay
import InlayTesting
import Testing

@Suite("Comparison of files")
struct FileComparisonTests {
  private static let text = "id,day,name,x\n1,2020-09-25,\"a,b\",0.5\n,,,\n-3,1969-12-31,\"\",NaN\n"

  private func compare(
    _ left: String, _ right: String, _ change: (inout FileComparison) -> Void = { _ in }
  ) throws -> ComparisonReport {
    var comparison = FileComparison()
    change(&comparison)
    return try comparison.run(.init(path: left), .init(path: right))
  }

  private func convert(_ folder: TestFolder) throws {
    var options = Conversion.Options()
    options.csv.types = .inferred(decimals: false)
    let conversion = try Conversion([folder.path("a.csv")], to: folder.path("a.parquet"), options: options)
    for step in conversion.steps { _ = try conversion.run(step) }
  }

  @Test("Text equals the table that was made of it, on either side")
  func formats() throws {
    let folder = try TestFolder(["a.csv": Self.text, "b.csv": Self.text.replacing(",,,", with: ",,none,")])
    try convert(folder)
    #expect(try compare(folder.path("a.csv"), folder.path("a.parquet")).isEqual)
    #expect(
      try compare(folder.path("a.parquet"), folder.path("a.csv")) { $0.tables.isUnordered = true }.isEqual)
    var csv = CSVOptions()
    csv.nullTexts = ["none"]
    let strict = try FileComparison().run(
      .init(path: folder.path("b.csv"), csv: csv), .init(path: folder.path("a.parquet")))
    #expect(strict.rows == [.values(row: 1, [ValueDifference(column: "name", left: nil, right: "")])])
    let report = try compare(folder.path("a.csv"), folder.path("a.parquet")) { $0.adoptsTypes = false }
    #expect(report.columns.contains { $0.column == "id" && $0.kind == .type })
  }

  @Test("A text that is no value of the other table's type is an error with its place")
  func wrongType() throws {
    let folder = try TestFolder(["a.csv": Self.text, "b.csv": "id,day,name,x\nmany,,,\n"])
    try convert(folder)
    let error = #expect(throws: InlayError.self) {
      _ = try compare(folder.path("a.parquet"), folder.path("b.csv"))
    }
    #expect(error?.location.file == folder.path("b.csv") && error?.location.line == 2)
  }

  @Test("A column that one of the two lacks is told")
  func columns() throws {
    let folder = try TestFolder(["a.csv": Self.text, "b.csv": "id,more\n1,x\n,y\n-3,z\n"])
    try convert(folder)
    let report = try compare(folder.path("b.csv"), folder.path("a.parquet"))
    #expect(report.columns.map(\.column) == ["more", "day", "name", "x"])
    #expect(report.differingRowCount == 0)
    #expect(report.comparedColumns == ["id"])
  }
}
