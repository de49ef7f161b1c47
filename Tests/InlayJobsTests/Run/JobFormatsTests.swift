import FoundationEssentials
import InlayBytes
import InlayColumns
import InlayDatasets
import InlayEngine
import InlayJobs
import InlayParquet
import InlayStorage
import InlayTesting
import Testing

@Suite("Formats that jobs read and write")
struct JobFormatsTests {
  /// Runs a job of one source and one target in a folder that holds files; returns the files that it wrote.
  private func run(
    _ source: String, _ target: String, in folder: TestFolder, tables: [String] = []
  ) throws -> [String] {
    let document = """
      {"Name": "formats", "CodeGenConfigurationNodes": {
        "in": {\(source.replacing("HERE", with: folder.path))},
        "out": {\(target.replacing("HERE", with: folder.path))}}}
      """
    var locations = LocationMap()
    for table in tables { try locations.addTable(table.replacing("HERE", with: folder.path)) }
    let runner = JobRunner(
      JobGraph(try JobDocument(parsing: document, file: "formats.json")), locations: locations)
    return try runner.run().targets[0].files
  }

  /// The rows of a table as texts, in order.
  private func rows(_ path: String) throws -> [String] {
    let sink = CollectingSink()
    _ = try PlanRun().run(.scan(try TableFiles(path: path).open()), into: sink)
    return sink.batches.flatMap { batch in
      let texts = batch.columns.map { $0.asText().decoded() }
      return (0..<batch.rowCount).map { row in
        texts.map { column in
          guard case .views(let values) = column.storage, !column.isNull(at: row) else { return "-" }
          return values.text(at: row)
        }.joined(separator: " ")
      }
    }
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private static let toJSON =
    #""S3DirectTarget": {"Name": "Out", "Inputs": ["in"], "Path": "HERE/out", "Format": "json"}"#

  @Test("Records are read along a path, from files of any layout, and written as lines")
  func json() throws {
    let folder = try TestFolder([
      "in/a.json": #"{"records": [{"a": 1, "b": {"c": "x"}},"# + "\n" + #"{"a": 2}]}"#,
      "in/b.json": #"{"records": [{"a": 3.5}]}"# + "\n" + #"{"records": []}"# + "\n",
    ])
    let source = #""S3JsonSource": {"Name": "In", "Paths": ["HERE/in"], "JsonPath": "$.records[*]"}"#
    let files = try run(source, Self.toJSON, in: folder)
    #expect(files.count == 1 && files[0].hasSuffix(".json"))
    #expect(
      try text(files[0]) == #"{"a":1.0,"b":{"c":"x"}}"# + "\n" + #"{"a":2.0}"# + "\n" + #"{"a":3.5}"# + "\n")
  }

  @Test("A header's file may have its first record passed over, and bounds keep files from being read")
  func csvBounds() throws {
    let folder = try TestFolder([
      "in/a.csv": "x|y\nskipped|0\n1|'a|b'\n", "in/b.csv": "x|y\n\nskipped|0\n2|c\n",
      "in/c.csv": "x|y\n0|0\n3|d\n",
    ])
    func files(_ bounds: String) throws -> [String] {
      let target = Self.toJSON.replacing(
        "HERE/out", with: "HERE/out\(bounds.count)-\(bounds.filter(\.isNumber))")
      return try run(
        #"""
        "S3CsvSource": {"Name": "In", "Paths": ["HERE/in"], "Separator": "pipe", "QuoteChar": "single_quote",
          "WithHeader": true, "SkipFirst": true, "AdditionalOptions": {\#(bounds)}}
        """#, target, in: folder)
    }
    let lines = [#"{"x":"1","y":"a|b"}"#, #"{"x":"2","y":"c"}"#, #"{"x":"3","y":"d"}"#].map { $0 + "\n" }
    #expect(try text(files("")[0]) == lines.joined())
    #expect(try text(files(#""BoundedFiles": 1"#)[0]) == lines[0])
    #expect(try text(files(#""BoundedFiles": 2"#)[0]) == lines[0] + lines[1])
    // The first file has 22 bytes: with one byte more the second is needed.
    #expect(try text(files(#""BoundedSize": 22"#)[0]) == lines[0])
    #expect(try text(files(#""BoundedSize": 23"#)[0]) == lines[0] + lines[1])
  }

  @Test("CSV tells empty texts from nulls, keeps blanks, and has JSON for nested values")
  func csvTexts() throws {
    let folder = try TestFolder([
      "in.json": """
      {"a": "", "b": " x ", "c": {"d": null, "e": [1, null]}}
      {"a": null, "b": "", "c": null}

      """
    ])
    let source = #""S3JsonSource": {"Name": "In", "Paths": ["HERE/in.json"]}"#
    let target =
      #""S3DirectTarget": {"Name": "Out", "Inputs": ["in"], "Path": "HERE/out", "Format": "csv"}"#
    let files = try run(source, target, in: folder)
    #expect(
      try text(files[0]) == #"""
        a,b,c
        "", x ,"{""d"": null, ""e"": [1, null]}"
        ,"",

        """#)
  }

  @Test("Rows are partitioned by columns, in every format", arguments: ["json", "csv", "parquet"])
  func partitions(format: String) throws {
    let folder = try TestFolder(["in.json": #"[{"a":1,"k":"x"},{"a":2,"k":"y"},{"a":3,"k":"x"}]"#])
    let files = try run(
      #""S3JsonSource": {"Name": "In", "Paths": ["HERE/in.json"]}"#,
      #"""
      "S3DirectTarget": {"Name": "Out", "Inputs": ["in"], "Path": "HERE/out/", "Format": "\#(format)",
        "Compression": "gzip", "PartitionKeys": [["k"]]}
      """#, in: folder)
    #expect(files.map { $0.contains("/k=x/") } == [true, false])
    #expect(try rows("\(folder.path)/out").sorted() == ["1 x", "2 y", "3 x"])
    let again = try run(
      #""CatalogSource": {"Name": "In", "Database": "shop", "Table": "t"}"#,
      Self.toJSON.replacing("HERE/out", with: "HERE/again"), in: folder, tables: ["shop.t=HERE/out"])
    #expect(try rows(again[0]).sorted() == ["1 x", "2 y", "3 x"])
  }

  @Test("Rows are spread over as many files as are asked for", arguments: [1, 3, 16])
  func fileCount(count: Int) throws {
    let lines = (0..<100).map { #"{"a":\#($0)}"# + "\n" }
    let folder = try TestFolder(["in.json": lines.joined()])
    let files = try run(
      #""S3JsonSource": {"Name": "In", "Paths": ["HERE/in.json"]}"#,
      #"""
      "S3GlueParquetTarget": {"Name": "Out", "Inputs": ["in"], "Path": "HERE/out/",
        "NumberTargetPartitions": "\#(count)"}
      """#, in: folder)
    #expect(files.count == count)
    let sizes = try files.map { try rows($0).count }
    #expect(sizes.reduce(0, +) == 100)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    #expect(try Set(rows("\(folder.path)/out")) == Set((0..<100).map(String.init)))
  }

  @Test("Parquet files are read, and a table of the catalog from where it is mapped to")
  func parquet() throws {
    let folder = try TestFolder(["in.csv": "a,b\n1,x\n2,y\n"])
    let source =
      #""S3CsvSource": {"Name": "In", "Paths": ["HERE/in.csv"], "Separator": "comma", "QuoteChar": "quote", "WithHeader": true}"#
    let target = #""S3GlueParquetTarget": {"Name": "Out", "Inputs": ["in"], "Path": "HERE/table/"}"#
    _ = try run(source, target, in: folder)
    let files = try run(
      #""S3ParquetSource": {"Name": "In", "Paths": ["HERE/table/"]}"#, Self.toJSON, in: folder)
    #expect(try text(files[0]) == #"{"a":"1","b":"x"}"# + "\n" + #"{"a":"2","b":"y"}"# + "\n")
    let catalog = #""S3CatalogSource": {"Name": "In", "Database": "shop", "Table": "t.1"}"#
    let toCSV =
      #""S3DirectTarget": {"Name": "Out", "Inputs": ["in"], "Path": "HERE/csv", "Format": "csv", "Compression": "gzip"}"#
    let csv = try run(catalog, toCSV, in: folder, tables: ["shop.t.1=HERE/table"])
    #expect(csv[0].hasSuffix(".csv.gz"))
    #expect(try rows(csv[0]) == ["1 x", "2 y"])
    let error = #expect(throws: InlayError.self) { try run(catalog, toCSV, in: folder) }
    #expect(
      error?.description.contains(
        "There is no catalog on this machine; name the file or folder that holds the table's rows, with --table "
          + "shop.t.1=PATH.") == true)
  }

  @Test("A table is mapped by its name, and once")
  func tables() {
    for (options, message) in [
      (["shop=a"], "A table is mapped by --table DATABASE.TABLE=PATH; found `shop=a`."),
      (["shop.t"], "A table is mapped by --table DATABASE.TABLE=PATH; found `shop.t`."),
      (["shop.t=a", "shop.t=b"], "A table is mapped twice; keep one --table for `shop.t`."),
    ] {
      let error = #expect(throws: InlayError.self) {
        var map = LocationMap()
        for option in options { try map.addTable(option) }
      }
      #expect(error?.message == message)
    }
  }
}
