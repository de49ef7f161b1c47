import InlayBytes

/// Where a node stands in the document that it was read from, and what the document calls it.
struct NodeOrigin: Hashable, Sendable {
  /// The dialect of the document.
  let dialect: JobDialect
  /// The place of the node, such as `dag.node-1` or `CodeGenConfigurationNodes.node-1.Join`.
  let path: String
  /// What the document says that the node is, such as `DataSource` and `S3`, or `S3CsvSource`.
  let kind: [String]
  /// The place of that, from the node, when it is one of the node's members.
  let kindMember: String
  /// The members as the document has them.
  let members: JSONObject
}

extension NodeOrigin {
  init(
    _ dialect: JobDialect, _ path: String, kind: [String] = [], kindMember: String = "",
    members: JSONObject = JSONObject()
  ) {
    self.init(dialect: dialect, path: path, kind: kind, kindMember: kindMember, members: members)
  }

  /// Returns the place in the document of a place in the node's form of the API, such as `Columns[0].Keys[1]`; of the
  /// node itself when it is empty.
  ///
  /// - Parameter type: the type of the node, in the words of the API.
  func path(of place: String, type: String) -> String {
    guard !place.isEmpty else { return path }
    if dialect == .console {
      return path + "." + ConsoleForm.place(place, shape: ServiceModel.shared.shapeName(ofType: type))
    }
    return path + "." + upperCamelCase(place)
  }
}
