import FoundationEssentials
import InlayBytes
import InlayCSV
import InlayColumns
import InlayEngine
import InlayJobs
import InlayParquet
import InlayStorage
import InlayTesting
import Testing

@Suite("Runs of jobs from file to file")
struct JobFilesTests {
  private static let document = """
    {"jobConfig": {"name": "shop"}, "dag": {
      "n1": {"name": "Orders", "type": "S3", "classification": "DataSource", "format": "csv", "withHeader": true,
             "paths": ["s3://shop/orders.csv"]},
      "n2": {"name": "Customers", "type": "S3", "classification": "DataSource", "format": "csv", "withHeader": false,
             "skipFirst": true, "separator": "semicolon", "quoteChar": "disabled",
             "paths": ["s3://shop/customers/"]},
      "n3": {"name": "Join", "type": "Join", "classification": "Transform", "joinType": "equijoin",
             "inputs": ["n1", "n2"],
             "columns": [{"from": "n2", "keys": ["col0"]}, {"from": "n1", "keys": ["customer"]}]},
      "n4": {"name": "Drop", "type": "DropFields", "classification": "Transform", "inputs": ["n3"], "paths": ["col0"]},
      "n5": {"name": "Out", "type": "S3", "classification": "DataSink", "format": "glueparquet", "inputs": ["n4"],
             "compression": "COMPRESSION", "path": "s3://shop/out/"}}}
    """

  private static let files = [
    "orders.csv": "id,customer,note\n1,c1,\"a \"\"b\"\"\n\"\n2,c2,\n3,c1,null\n4,c9,x\n5,c1,\\\n",
    "customers/a.csv": "first line\nc1;\"Ann\n", "customers/b.csv": "first line\nc2;\n",
  ]

  private static let rows = [
    ["1", "c1", "a \"b\"\n", "\"Ann"], ["2", "c2", "", ""], ["3", "c1", "null", "\"Ann"],
    ["5", "c1", "\\", "\"Ann"],
  ]

  private func runner(
    in folder: TestFolder, compression: String = "snappy",
    _ change: (inout JobOptions) -> Void = { _ in }
  ) throws -> JobRunner {
    var options = JobOptions()
    change(&options)
    let text = Self.document.replacing("COMPRESSION", with: compression)
    return JobRunner(
      JobGraph(try JobDocument(parsing: text, file: "shop.json")),
      locations: try LocationMap(["s3://shop/=\(folder.path)/"]), options: options)
  }

  /// Reads Parquet files one after the other.
  private func rows(of files: [String]) throws -> [[String]] {
    let sources = try files.map { try ParquetSource(path: $0) }
    let sink = CollectingSink()
    _ = try PlanRun().run(.scan(try ConcatenatedSource(sources) { files[$0] }), into: sink)
    return sink.batches.flatMap { batch in
      (0..<batch.rowCount).map { row in
        batch.columns.map { column in
          guard !column.isNull(at: row), case .views(let values) = column.decoded().storage else {
            return "?"
          }
          return values.text(at: row)
        }
      }
    }
  }

  @Test(
    "CSV in, joined, Parquet out",
    arguments: [("snappy", ".snappy.parquet"), ("gzip", ".gz.parquet"), ("none", ".parquet")])
  func wholeJob(compression: String, suffix: String) throws {
    let folder = try TestFolder(Self.files)
    let report = try runner(in: folder, compression: compression).run()
    let target = try #require(report.targets.first)
    #expect(target.columns == ["id", "customer", "note", "col1"])
    #expect(target.rowCount == 4)
    #expect(target.files.count == 1)
    #expect(target.files[0].hasPrefix("\(folder.path)/out/part-00000-"))
    #expect(target.files[0].hasSuffix(suffix))
    #expect(try rows(of: target.files) == Self.rows)
    #expect(report.run.inputByteCount == Self.files.values.reduce(0) { $0 + $1.utf8.count })
  }

  @Test("The bytes do not depend on the number of threads", arguments: [2, 4, 8])
  func determinism(threads: Int) throws {
    let folder = try TestFolder(Self.files)
    func bytes(_ threads: Int) throws -> [Data] {
      let report = try runner(in: folder) { options in
        options.mode = .overwrite
        options.rowsPerFile = 3
      }.run(workers: Workers(count: threads))
      #expect(report.targets[0].files.count == 2)
      return try report.targets[0].files.map { try Data(contentsOf: URL(filePath: $0)) }
    }
    #expect(try bytes(1) == bytes(threads))
  }

  @Test("Rows are spread over files in their order")
  func rowsPerFile() throws {
    let folder = try TestFolder(Self.files)
    let report = try runner(in: folder) { $0.rowsPerFile = 1 }.run()
    #expect(report.targets[0].files.count == 4)
    #expect(report.targets[0].files == report.targets[0].files.sorted())
    #expect(try rows(of: report.targets[0].files) == Self.rows)
  }

  @Test("What the target holds is refused, added to, or replaced")
  func modes() throws {
    let folder = try TestFolder(Self.files)
    let first = try runner(in: folder).run().targets[0].files
    let name = try #require(first[0].split(separator: "/").last)
    let error = #expect(throws: InlayError.self) { try runner(in: folder).run() }
    #expect(
      error?.description
        == "node Out (n5), \(folder.path)/out/: holds files already; give --mode append to add to them or --mode "
        + "overwrite to replace them: \(name)")
    let second = try runner(in: folder) { $0.mode = .append }.run().targets[0].files
    #expect(try Set(FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out")).count == 2)
    #expect(try rows(of: first + second) == Self.rows + Self.rows)
    let third = try runner(in: folder) { $0.mode = .overwrite }.run().targets[0].files
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out")
        == third.map { String($0.split(separator: "/").last ?? "") })
  }

  @Test("A bad row ends the run and leaves the target as it was, or is left out and told")
  func badRow() throws {
    var files = Self.files
    files["orders.csv"] = "id,customer,note\n1,c1\n2,c2,\n"
    files["out/old.parquet"] = "old"
    let folder = try TestFolder(files)
    let error = #expect(throws: InlayError.self) { try runner(in: folder) { $0.mode = .overwrite }.run() }
    #expect(error?.location.node == "Orders (n1)")
    #expect(error?.location.file == "\(folder.path)/orders.csv")
    #expect(error?.location.line == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out") == ["old.parquet"])

    let report = try runner(in: folder) { options in
      options.mode = .append
      options.onBadRow = .skip
    }.run()
    #expect(report.run.rejectedRowCount == 1)
    #expect(report.run.rejections.count == 1)
    #expect(try rows(of: report.targets[0].files) == [["2", "c2", "", ""]])
  }

  @Test(
    "A source of JSON without columns says where to look",
    arguments: [
      (
        "$.nope[*]",
        "JsonPath: No record with a member that has a value is at this path, so the source has no columns; correct the "
          + "path to where the records are. Found `$.nope[*]`."
      ),
      (
        "",
        "Paths: The files are empty, or no record in them has a member with a value, so the source has no columns."
      ),
    ])
  func jsonWithoutColumns(path: String, expected: String) throws {
    let folder = try TestFolder(["a.json": path.isEmpty ? "{}\n" : "{\"rows\": [{\"a\": 1}]}\n"])
    let graph = JobGraph(
      try JobDocument(
        parsing: """
          {"CodeGenConfigurationNodes": {
            "s": {"S3JsonSource": {"Name": "S", "Paths": ["\(folder.path)/a.json"], "JsonPath": "\(path)"}},
            "t": {"S3DirectTarget": {"Name": "T", "Inputs": ["s"], "Path": "\(folder.path)/out", "Format": "json"}}}}
          """))
    #expect(
      JobRunner(graph).check().map(\.description)
        == ["error: node S (s), CodeGenConfigurationNodes.s.S3JsonSource.\(expected)"])
  }

  @Test(
    "A pattern among the paths is told to be none, with what to do, and a key of partitions with the nearest name"
  )
  func patternsAndKeys() throws {
    let folder = try TestFolder(["a.csv": "id,customer\n1,2\n"])
    func findings(_ file: String, _ key: String) throws -> [String] {
      let graph = JobGraph(
        try JobDocument(
          parsing: """
            {"CodeGenConfigurationNodes": {
              "s": {"S3CsvSource": {"Name": "S", "Paths": ["\(folder.path)/\(file)"], "Separator": "comma",
                                    "QuoteChar": "quote", "WithHeader": true}},
              "t": {"S3DirectTarget": {"Name": "T", "Inputs": ["s"], "Path": "\(folder.path)/out", "Format": "json",
                                       "PartitionKeys": [["\(key)"]]}}}}
            """))
      return JobRunner(graph).check().map(\.message)
    }
    #expect(
      try findings("*.csv", "id") == [
        "Nothing is there; the path is `\(folder.path)/*.csv`. Patterns are not expanded here; name the folder, and leave "
          + "files of it out by the source's exclusions."
      ])
    #expect(
      try findings("a.csv", "ID") == [
        "There is no such column to partition by; did you mean id? Found `ID`."
      ])
    #expect(
      try findings("a.csv", "far") == [
        "There is no such column to partition by; the columns are: id, customer. Found `far`."
      ])
  }

  @Test(
    "An empty source, headers alike twice, and files of one source with other columns are told before rows are read"
  )
  func headers() throws {
    var files = Self.files
    files["orders.csv"] = ""
    var folder = try TestFolder(files)
    #expect(
      try runner(in: folder).check().map(\.description) == [
        "error: node Orders (n1), dag.n1.paths: The files are empty, so the source has no columns."
      ])

    files["orders.csv"] = "id,customer,id\n"
    folder = try TestFolder(files)
    #expect(try runner(in: folder).check().map(\.path) == ["dag.n1.paths"])

    files["orders.csv"] = Self.files["orders.csv"]
    files["customers/b.csv"] = "first line\nc2;;\n"
    folder = try TestFolder(files)
    #expect(try runner(in: folder).check().map(\.path) == ["dag.n2.paths"])
  }

  @Test("A source without rows gives one file without rows")
  func noRows() throws {
    var files = Self.files
    files["orders.csv"] = "id,customer,note\n"
    let folder = try TestFolder(files)
    let report = try runner(in: folder).run()
    #expect(report.targets[0].rowCount == 0)
    #expect(report.targets[0].files.count == 1)
    #expect(
      try ParquetSource(path: report.targets[0].files[0]).schema.names == ["id", "customer", "note", "col1"])
  }
}
