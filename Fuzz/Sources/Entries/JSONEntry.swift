import Inlay

/// Records of JSON with options that the first four bytes choose.
enum JSONEntry {
  static func test(_ bytes: [UInt8]) throws {
    var choices = Choices(bytes)
    let options = try options(&choices)
    try InputFile.with(choices.rest()) { path in
      let source = try JSONSource(path: path, options: options, workers: Workers(count: 1))
      _ = try Rows(source, limit: readRowLimit)
    }
  }

  private static func options(_ choices: inout Choices) throws -> JSONOptions {
    var options = JSONOptions()
    options.layout = choices.one(of: JSONOptions.Layout.allCases)
    options.path = try JSONPath(text: choices.one(of: ["$", "$.a", "$.a[*].b", "$[0]", "$['a b']"]))
    let flags = choices.byte()
    options.onBadRow = flags & 1 == 0 ? .fail : .skip
    options.maxDepth = flags & 2 == 0 ? 128 : 3
    options.maxRecordBytes = flags & 4 == 0 ? 64 << 20 : 20
    options.maxInferredColumns = flags & 8 == 0 ? 65_536 : 3
    options.compression = .none
    let type = choices.byte()
    if type >= 64 { options.types = .schema(schema(Int(type))) }
    return options
  }

  private static func schema(_ number: Int) -> Schema {
    let types = CSVEntry.declared
    let type = types[number % types.count]
    return Schema([
      Field("a", type), Field("b", .list(Field("element", type))),
      Field("c", .structure([Field("a", type), Field("d", .string)])),
      Field("d", .map(key: Field("key", .string, isNullable: false), value: Field("value", type))),
    ])
  }
}
