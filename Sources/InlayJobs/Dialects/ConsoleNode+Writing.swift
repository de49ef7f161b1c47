import InlayBytes

extension ConsoleNode {
  /// Returns a node as the console writes it.
  static func written(_ node: JobNode) -> JSONValue {
    let type = ConsoleType(of: node)
    var object = JSONObject()
    object["nodeId"] = .string(node.id)
    object["dataPreview"] = false
    object["previewAmount"] = 0
    object["inputs"] = .array(node.inputs.map(JSONValue.string))
    object["name"] = .string(node.name)
    object["generatedNodeName"] = .string(generatedName(of: node))
    object["classification"] = .string(type.classification)
    object["type"] = .string(type.type)
    if let format = type.format { object["format"] = .string(format) }
    object["isCatalog"] = isCatalog(node, type)
    addMembers(of: node, to: &object)
    if type.classification == "Transform" { object["parentsValid"] = true }
    object["calculatedType"] = ""
    object["codeGenVersion"] = 2
    return .object(object)
  }

  private static func addMembers(of node: JobNode, to object: inout JSONObject) {
    let shape = ServiceModel.shared.shapeName(ofType: node.type)
    let own: Set<String> = ["Name", "Inputs", "Format"]
    let members = node.members.members.filter { !own.contains($0.name) }
    for member in ConsoleForm.writtenMembers(members, shape: shape).members {
      object[member.name] = member.value
    }
    if object["format"] == nil { object["format"] = node.members["Format"] }
    if node.type == "Join" { addConditions(to: &object) }
    // The editor's forms have a place for every member of these types.
    guard node.type.hasPrefix("S3"), case .structure(let all)? = ServiceModel.shared.shape(shape) else {
      return
    }
    for member in all where !own.contains(member.name) && object[lowerCamelCase(member.name)] == nil {
      object[lowerCamelCase(member.name)] = .null
    }
    if node.role == .target { addTargetMembers(to: &object) }
  }

  private static func addConditions(to object: inout JSONObject) {
    let keys = object["columns"]?.array?.first?.object?["keys"]?.array?.count ?? 0
    if object["columnConditions"] == nil {
      object["columnConditions"] = .array(Array(repeating: "=", count: keys))
    }
  }

  private static func addTargetMembers(to object: inout JSONObject) {
    let policy = object["schemaChangePolicy"]?.object
    let updates = policy?["enableUpdateCatalog"]?.bool ?? false
    let onlyPartitions = policy?["updateBehavior"]?.string == "LOG"
    object["streamingBatchInterval"] = 100
    object["updateCatalogOptions"] = .string(
      !updates ? "none" : onlyPartitions ? "partitions" : "schemaAndPartitions")
  }

  /// Returns whether a source is a table of the catalog, for the nodes that say so.
  private static func isCatalog(_ node: JobNode, _ type: ConsoleType) -> JSONValue? {
    if type.type == "Catalog" || (type.type == "S3" && type.format == nil) { return true }
    if node.role == .source, type.type == "S3" { return false }
    return nil
  }

  /// Returns the name of the node's variable in the script that Glue Studio makes.
  static func generatedName(of node: JobNode) -> String {
    func isWord(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || character == "_")
    }
    return String(node.name.filter(isWord)) + "_" + node.id.filter { $0 != "-" }
  }
}
