import Foundation
import InlayBytes
import InlayColumns
import InlayParquet
import Testing

/// The files of `Fixtures/make_nested.py`, held against the values that it wrote beside them.
@Suite("Nested columns of other writers")
struct NestedFixtureTests {
  static let names = [
    "pyarrow_v1", "pyarrow_v2", "pyarrow_index", "duckdb", "polars", "spark", "spark_legacy",
  ].map { "nested_\($0)" }

  static let types = [
    "lists": "list(int32)", "words": "list(string)", "point": "struct(x: double, name: string)",
    "deep": "list(list(struct(a: int64 not null, tags: list(string))))",
    "tree": "struct(inner: struct(ids: list(int64), flag: boolean), day: date)",
    "scores": "map(string, int32)", "props": "map(string, list(double))",
  ]

  static func expected() throws -> [String: [String?]] {
    let text = try Data(contentsOf: URL(fileURLWithPath: TestFiles.folder + "/nested.json"))
    return try JSONDecoder().decode([String: [String?]].self, from: text)
  }

  static func source(_ name: String, rowsPerBatch: Int = .max, columns: [String]? = nil) throws
    -> ParquetSource
  {
    var options = ParquetReadOptions()
    options.rowsPerBatch = rowsPerBatch
    options.columns = columns
    return try ParquetSource(path: TestFiles.fixture(name), options: options)
  }

  @Test("Every value comes back, in batches of any size", arguments: names, [.max, 50, 7, 1])
  func values(name: String, rowsPerBatch: Int) throws {
    let source = try Self.source(name, rowsPerBatch: rowsPerBatch)
    let expected = try Self.expected()
    let batches = try TestFiles.read(source)
    let texts = CellTexts.of(batches, columnCount: source.schema.count)
    #expect(source.schema.count >= 5)
    #expect(rowsPerBatch == .max || batches.count > 1)
    for (position, field) in source.schema.fields.enumerated() {
      let type = field.type.description
      // DuckDB has no fields that are never null, and Polars neither.
      #expect(
        type == Self.types[field.name] || type == Self.types[field.name]?.replacing(" not null", with: ""))
      #expect(texts[position] == expected[field.name], "\(field.name)")
    }
  }

  @Test("Workers that share a row group and what was counted of it read the same rows", arguments: names)
  func workers(name: String) throws {
    let source = try Self.source(name, rowsPerBatch: 10)
    let scan = try source.scan(ScanRequest(allOf: source.schema))
    var morsels: [Morsel] = []
    while let morsel = try scan.nextMorsel() { morsels.append(morsel) }
    let all = morsels
    let batches = try Workers(count: 8).map(all.count) { try scan.read(all[$0]) }
    let texts = CellTexts.of(batches, columnCount: source.schema.count)
    let expected = try Self.expected()
    #expect(texts == source.schema.names.map { expected[$0] })
  }

  @Test("Parts of nested columns are read by themselves", arguments: names)
  func parts(name: String) throws {
    let paths = ["point.name", "deep.element.element.tags", "tree.inner.flag"]
    let source = try Self.source(name, rowsPerBatch: 40, columns: paths)
    #expect(
      source.schema.fields.map { "\($0.name) \($0.type)" } == [
        "point struct(name: string)", "deep list(list(struct(tags: list(string))))",
        "tree struct(inner: struct(flag: boolean))",
      ])
    let whole = try Self.source(name)
    let all = CellTexts.of(try TestFiles.read(whole), columnCount: whole.schema.count)
    let texts = CellTexts.of(try TestFiles.read(source), columnCount: 3)
    for (column, key) in ["name", "tags", "flag"].enumerated() {
      let position = try #require(whole.schema.index(of: source.schema.names[column]))
      for (part, value) in zip(texts[column], all[position]) {
        let kept = try Self.values(of: key, in: part)
        let wanted = try Self.values(of: key, in: value)
        #expect(kept == wanted)
        #expect((part == nil) == (value == nil))
      }
    }
  }

  /// The values of all fields of a name in a JSON text, as texts in order.
  private static func values(of key: String, in text: String?) throws -> [String] {
    func values(_ node: Any) -> [String] {
      if let list = node as? [Any] { return list.flatMap(values) }
      guard let object = node as? [String: Any] else { return [] }
      return object.keys.sorted().flatMap { name in
        name == key ? ["\(object[name] ?? "missing")"] : values(object[name] ?? "missing")
      }
    }
    return try text.map { values(try JSONSerialization.jsonObject(with: Data($0.utf8))) } ?? []
  }

  @Test("A map's keys by themselves are a list")
  func keys() throws {
    let source = try Self.source("nested_spark", columns: ["scores.key"])
    #expect(source.schema[0].type.description == "list(string not null)")
    let texts = CellTexts.of(try TestFiles.read(source), columnCount: 1)[0]
    #expect(
      texts[0..<6] == [
        "[]", #"["key 0"]"#, #"["key 0", "key 1"]"#, #"["key 0", "key 1", "key 2"]"#, "[]", nil,
      ])
  }

  @Test("A path that is not there is named, with those that are")
  func unknownPath() {
    let error = #expect(throws: InlayError.self) { try Self.source("nested_polars", columns: ["point.y"]) }
    #expect(
      error?.message == """
        no column is at a path that was asked for; there are lists.element, words.element, point.x, point.name, \
        deep.element.element.a, deep.element.element.tags.element, tree.inner.ids.element, tree.inner.flag, \
        tree.day: point.y
        """)
  }
}
