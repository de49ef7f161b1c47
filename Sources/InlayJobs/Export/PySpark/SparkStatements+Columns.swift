import InlayBytes

extension SparkStatements {
  mutating func applyMapping(_ node: ExportNode) -> String {
    assign(node, call("apply_mapping", of: node, [Self.mappings(node.objects("Mapping"))]))
  }

  /// Returns the lines that are not dropped, each as a path, a new path, and a type or the lines of a structure.
  private static func mappings(_ objects: [JSONObject]) -> PythonExpression {
    .list(
      objects.filter { $0["Dropped"]?.bool != true }.map { object in
        let source = ExportNode.path(object["FromPath"])
        let target = object["ToKey"]?.string.map { FieldPath($0)?.parts ?? [$0] } ?? source
        let children = ExportNode.objects(object["Children"])
        let type = object["ToType"]?.string.flatMap(SparkType.name)
        let kind: PythonExpression =
          children.isEmpty ? type.map { .text($0) } ?? .code("None") : mappings(children)
        return .tuple([.path(source), .path(target), kind])
      })
  }

  mutating func renameField(_ node: ExportNode) -> String {
    let new = PythonExpression.text(node.path("TargetPath").last ?? "")
    return assign(node, call("rename_field", of: node, [.path(node.path("SourcePath")), new]))
  }

  mutating func splitFields(_ node: ExportNode) -> String {
    assign(node, call("split_fields", of: node, [.texts(node.paths("Paths").compactMap(\.first))]))
  }

  mutating func dropNullFields(_ node: ExportNode) -> String {
    let meant = NullMeanings(node)
    return assign(
      node,
      call(
        "drop_null_fields", of: node,
        [.texts(meant.texts), .list(meant.numbers.map { .code("\($0)") })]))
  }
}

/// The values that a DropNullFields takes for null.
struct NullMeanings {
  private(set) var texts: [String] = []
  private(set) var numbers: [Int64] = []

  init(_ node: ExportNode) {
    let boxes = node.object("NullCheckBoxList")
    if boxes?["IsEmpty"]?.bool == true { texts.append("") }
    if boxes?["IsNullString"]?.bool == true { texts.append("null") }
    if boxes?["IsNegOne"]?.bool == true { numbers.append(-1) }
    for object in node.objects("NullTextList") {
      guard let text = object["Value"]?.string else { continue }
      let type = object["Datatype"]?.object?["Id"]?.string ?? "string"
      if type.lowercased() == "string" {
        texts.append(text)
      } else if let number = Int64(text) {
        numbers.append(number)
      }
    }
  }
}
