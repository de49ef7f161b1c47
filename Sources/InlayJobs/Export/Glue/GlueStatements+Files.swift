import InlayBytes

extension GlueStatements {
  typealias Options = [(key: PythonExpression, value: PythonExpression)]

  func csvOptions(_ node: ExportNode) -> Options {
    let quote = FileCharacter.quote(node.text("QuoteChar") ?? "quote")
    var options: Options = [
      (.text("quoteChar"), quote.map { .text($0) } ?? .code("-1")),
      (.text("withHeader"), .flag(node.flag("WithHeader") ?? false)),
      (.text("separator"), .text(FileCharacter.separator(node.text("Separator") ?? "comma"))),
    ]
    if let escape = node.text("Escaper") { options.append((.text("escaper"), .text(escape))) }
    if let multiline = node.flag("Multiline") { options.append((.text("multiLine"), .flag(multiline))) }
    if node.flag("SkipFirst") == true { options.append((.text("skipFirst"), .flag(true))) }
    options.append((.text("optimizePerformance"), .flag(node.flag("OptimizePerformance") ?? false)))
    return options
  }

  func jsonOptions(_ node: ExportNode) -> Options {
    var options: Options = []
    if let path = node.text("JsonPath") { options.append((.text("jsonPath"), .text(path))) }
    options.append((.text("multiLine"), .flag(node.flag("Multiline") ?? false)))
    return options
  }

  mutating func fileSource(_ node: ExportNode, _ format: String, _ options: Options) -> String {
    var connection: Options = [(.text("paths"), texts(node.texts("Paths")))]
    if let recurses = node.flag("Recurse") { connection.append((.text("recurse"), .flag(recurses))) }
    let exclusions = node.texts("Exclusions")
    if !exclusions.isEmpty {
      // Glue takes the patterns as a list written in JSON.
      let list = JSONValue.array(exclusions.map(JSONValue.string)).text(.compact)
      connection.append((.text("exclusions"), .text(list)))
    }
    for (member, key) in [
      ("CompressionType", "compressionType"), ("GroupFiles", "groupFiles"), ("GroupSize", "groupSize"),
    ] {
      if let value = node.text(member) { connection.append((.text(key), .text(value))) }
    }
    for (member, key) in [("MaxBand", "maxBand"), ("MaxFilesInBand", "maxFilesInBand")] {
      if let value = node.number(member) { connection.append((.text(key), .code("\(value)"))) }
    }
    for (member, key) in [("BoundedSize", "boundedSize"), ("BoundedFiles", "boundedFiles")] {
      if let value = ExportNode.number(node.object("AdditionalOptions")?[member]) {
        connection.append((.text(key), .text("\(value)")))
      }
    }
    return assign(
      node,
      .call(
        "glueContext.create_dynamic_frame.from_options",
        [
          PythonArgument("format_options", .dictionary(options)),
          PythonArgument("connection_type", .text("s3")),
          PythonArgument("format", .text(format)),
          PythonArgument("connection_options", .dictionary(connection)),
          Self.context(node),
        ]))
  }

  mutating func catalogSource(_ node: ExportNode) -> String {
    var arguments = [
      PythonArgument("database", text(node.text("Database") ?? "")),
      PythonArgument("table_name", text(node.text("Table") ?? "")),
    ]
    if let predicate = node.text("PartitionPredicate") {
      arguments.append(PythonArgument("push_down_predicate", text(predicate)))
    }
    return assign(
      node, .call("glueContext.create_dynamic_frame.from_catalog", arguments + [Self.context(node)]))
  }
}

extension GlueStatements {
  mutating func fileTarget(_ node: ExportNode, _ format: String) -> String {
    let isParquet = format == "glueparquet" || format == "parquet"
    let policy = node.object("SchemaChangePolicy")
    let path = text(node.text("Path") ?? "")
    let keys = PythonExpression.texts(node.paths("PartitionKeys").compactMap(\.last))
    let compression = node.text("Compression") ?? (isParquet ? "snappy" : nil)
    let frame = coalesced(node)
    if policy?["EnableUpdateCatalog"]?.bool == true, let policy {
      return frame.statement + sink(node, frame.name, policy, path, keys, format, compression)
    }
    var connection: Options = [(.text("path"), path), (.text("partitionKeys"), keys)]
    if let compression, !isParquet, compression != "none" {
      connection.insert((.text("compression"), .text(compression)), at: 1)
    }
    var arguments = [
      PythonArgument("frame", .code(frame.name)), PythonArgument("connection_type", .text("s3")),
      PythonArgument("format", .text(format)), PythonArgument("connection_options", .dictionary(connection)),
    ]
    if isParquet, let compression {
      arguments.append(
        PythonArgument("format_options", .dictionary([(.text("compression"), .text(compression))])))
    }
    return frame.statement
      + assign(
        node, .call("glueContext.write_dynamic_frame.from_options", arguments + [Self.context(node)]))
  }

  /// Brings the rows into as many parts as files are asked for.
  private func coalesced(_ node: ExportNode) -> (statement: String, name: String) {
    guard let files = node.number("NumberTargetPartitions"), files > 0 else { return ("", node.input) }
    let name = node.variable + "_parts"
    return ("\(name) = \(node.input).\(files == 1 ? "coalesce" : "repartition")(\(files))\n", name)
  }

  /// Writes files and the table of the catalog that they belong to.
  private mutating func sink(
    _ node: ExportNode, _ frame: String, _ policy: JSONObject, _ path: PythonExpression,
    _ keys: PythonExpression, _ format: String, _ compression: String?
  ) -> String {
    let sink = PythonExpression.call(
      "glueContext.getSink",
      [
        PythonArgument("path", path), PythonArgument("connection_type", .text("s3")),
        PythonArgument("updateBehavior", .text(policy["UpdateBehavior"]?.string ?? "UPDATE_IN_DATABASE")),
        PythonArgument("partitionKeys", keys), PythonArgument("enableUpdateCatalog", .flag(true)),
        Self.context(node),
      ])
    let table = PythonExpression.call(
      "\(node.variable).setCatalogInfo",
      [
        PythonArgument("catalogDatabase", text(policy["Database"]?.string ?? "")),
        PythonArgument("catalogTableName", text(policy["Table"]?.string ?? "")),
      ])
    let form = PythonExpression.call(
      "\(node.variable).setFormat",
      [PythonArgument(.text(format))]
        + (compression.map { [PythonArgument("compression", .text($0))] } ?? []))
    return [
      assign(node, sink), table.written(), form.written(), "\(node.variable).writeFrame(\(frame))",
    ].joined(separator: "\n")
  }

  mutating func catalogTarget(_ node: ExportNode) -> String {
    var options: Options = []
    let keys = node.paths("PartitionKeys").compactMap(\.last)
    if !keys.isEmpty { options.append((.text("partitionKeys"), .texts(keys))) }
    if let policy = node.object("SchemaChangePolicy"), policy["EnableUpdateCatalog"]?.bool == true {
      options.append((.text("enableUpdateCatalog"), .flag(true)))
      options.append(
        (.text("updateBehavior"), .text(policy["UpdateBehavior"]?.string ?? "UPDATE_IN_DATABASE")))
    }
    var arguments = [
      PythonArgument("frame", .code(node.input)),
      PythonArgument("database", text(node.text("Database") ?? "")),
      PythonArgument("table_name", text(node.text("Table") ?? "")),
    ]
    if !options.isEmpty { arguments.append(PythonArgument("additional_options", .dictionary(options))) }
    return assign(
      node, .call("glueContext.write_dynamic_frame.from_catalog", arguments + [Self.context(node)]))
  }

  mutating func spigot(_ node: ExportNode) -> String {
    var options: Options = []
    if let topk = node.number("Topk") { options.append((.text("topk"), .code("\(topk)"))) }
    if let prob = node.decimal("Prob") { options.append((.text("prob"), .code(prob))) }
    return transform(
      node, "Spigot", [("path", text(node.text("Path") ?? "")), ("options", .dictionary(options))])
  }
}
