import InlayBytes

extension GlueStatements {
  mutating func join(_ node: ExportNode) -> String {
    let keys = JoinPairs(node)
    let isOwn = keys.type == "equijoin"
    let dotted: ([[String]]) -> PythonExpression = { .texts($0.map(ExportNode.dotted)) }
    var arguments = zip(["frame1", "frame2"], node.inputs).map { PythonArgument($0, .code($1)) }
    arguments += [
      PythonArgument("keys1", dotted(keys.pairs.map(\.first))),
      PythonArgument("keys2", dotted(keys.pairs.map(\.second))),
    ]
    if isOwn { return assign(node, .call("Join.apply", arguments + [Self.context(node)])) }
    called.insert("sparkJoin")
    return assign(
      node,
      .call(
        "sparkJoin",
        [PythonArgument(.code("glueContext"))] + arguments
          + [PythonArgument("how", .text(keys.type)), Self.context(node)]))
  }

  mutating func union(_ node: ExportNode) -> String {
    called.insert("sparkUnion")
    return assign(
      node,
      .call(
        "sparkUnion",
        [
          PythonArgument(.code("glueContext")),
          PythonArgument("unionType", .text(node.text("UnionType") ?? "ALL")),
        ] + zip(["first", "second"], node.inputs).map { PythonArgument($0, .code($1)) } + [Self.context(node)]
      ))
  }

  func merge(_ node: ExportNode) -> String {
    let isSecond = node.node.inputs.count == 2 && node.text("Source") == node.node.inputs[1]
    let frames = isSecond ? Array(node.inputs.reversed()) : node.inputs
    guard frames.count == 2 else { return "" }
    return assign(
      node,
      .chain(
        .code(frames[0]),
        [
          (
            "mergeDynamicFrame",
            [
              PythonArgument(.code(frames[1])), PythonArgument(.texts(node.dottedPaths("PrimaryKeys"))),
              Self.context(node),
            ]
          )
        ]))
  }

  mutating func dropDuplicates(_ node: ExportNode) -> String {
    imports.insert("from awsglue.dynamicframe import DynamicFrame")
    let columns = node.paths("Columns").map { $0.joined(separator: ".") }
    let distinct = PythonExpression.chain(
      .code("\(node.input).toDF()"),
      [("dropDuplicates", columns.isEmpty ? [] : [PythonArgument(.texts(columns))])])
    return assign(node, frame(of: distinct, node))
  }

  private func frame(of data: PythonExpression, _ node: ExportNode) -> PythonExpression {
    .call(
      "DynamicFrame.fromDF",
      [PythonArgument(data), PythonArgument(.code("glueContext")), PythonArgument(.text(node.variable))])
  }

  mutating func aggregate(_ node: ExportNode) -> String {
    called.insert("sparkAggregate")
    let values = node.objects("Aggs").map { object -> PythonExpression in
      let column = ExportNode.path(object["Column"]).map(SparkExpression.quotedName).joined(separator: ".")
      return .list([.text(column), .text(object["AggFunc"]?.string ?? "count")])
    }
    let groups = node.paths("Groups").map { $0.map(SparkExpression.quotedName).joined(separator: ".") }
    return assign(
      node,
      .call(
        "sparkAggregate",
        [
          PythonArgument(.code("glueContext")), PythonArgument("parentFrame", .code(node.input)),
          PythonArgument("groups", .texts(groups)), PythonArgument("aggs", .list(values)), Self.context(node),
        ]))
  }

  func selectFromCollection(_ node: ExportNode) -> String {
    let key = "list(\(node.input).keys())[\(max(0, node.number("Index") ?? 0))]"
    return assign(
      node,
      .call(
        "SelectFromCollection.apply",
        [PythonArgument("dfc", .code(node.input)), PythonArgument("key", .code(key)), Self.context(node)]))
  }

  mutating func dataQuality(_ node: ExportNode) -> String {
    imports.insert("from awsgluedq.transforms import EvaluateDataQuality")
    let publishing = node.object("PublishingOptions")
    var options: Options = [
      (
        .text("dataQualityEvaluationContext"),
        .text(publishing?["EvaluationContext"]?.string ?? node.variable)
      )
    ]
    for (member, key) in [
      ("CloudWatchMetricsEnabled", "enableDataQualityCloudWatchMetrics"),
      ("ResultsPublishingEnabled", "enableDataQualityResultsPublishing"),
    ] {
      if let flag = publishing?[member]?.bool { options.append((.text(key), .flag(flag))) }
    }
    if let prefix = publishing?["ResultsS3Prefix"]?.string {
      options.append((.text("resultsS3Prefix"), text(prefix)))
    }
    let ruleset = node.variable + "_ruleset"
    let evaluation = PythonExpression.call(
      "EvaluateDataQuality.apply",
      [
        PythonArgument("frame", .code(node.input)), PythonArgument("ruleset", .code(ruleset)),
        PythonArgument("publishing_options", .dictionary(options)),
      ])
    let start = "\(ruleset) = \(PythonText.block(node.text("Ruleset") ?? ""))\n"
    if node.text("Output") == "EvaluationResults" { return start + assign(node, evaluation) }
    let results = "\(node.variable)_results = "
    return start + results + evaluation.written(behind: results.count) + "\n"
      + assign(node, .code(node.input))
  }

  mutating func sparkSQL(_ node: ExportNode) -> String {
    called.insert("sparkSqlQuery")
    let views = JoinPairs.aliases(of: node).map { alias, frame in
      (key: PythonExpression.text(alias), value: PythonExpression.code(frame))
    }
    let query = node.variable + "_query"
    let written = node.text("SqlQuery") ?? ""
    let hasParameters = ParameterPart.hasParameters(written)
    let start = "\(query) = \(hasParameters ? text(written).flat : PythonText.block(written))\n"
    return start
      + assign(
        node,
        .call(
          "sparkSqlQuery",
          [
            PythonArgument(.code("glueContext")), PythonArgument("query", .code(query)),
            PythonArgument("mapping", .dictionary(views)), Self.context(node),
          ]))
  }

  mutating func customCode(_ node: ExportNode) -> String {
    imports.insert("from awsglue.dynamicframe import DynamicFrame, DynamicFrameCollection")
    let function = name(for: node.text("ClassName") ?? "MyTransform")
    functions.append(
      "\(PythonText.comment("Code of the node \(node.name)"))\n"
        + OwnCode.function(function, node.text("Code") ?? ""))
    let frames = node.inputs.map { (key: PythonExpression.text($0), value: PythonExpression.code($0)) }
    let collection = PythonExpression.call(
      "DynamicFrameCollection", [PythonArgument(.dictionary(frames)), PythonArgument(.code("glueContext"))])
    return assign(
      node, .call(function, [PythonArgument(.code("glueContext")), PythonArgument(collection)]))
  }
}
