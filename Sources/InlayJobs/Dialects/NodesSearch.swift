import InlayBytes

/// Looks through a document for the objects that hold the nodes of a job.
struct NodesSearch {
  /// A job that was found.
  struct Found {
    let dialect: JobDialect
    /// The object with the job's settings.
    let job: JSONObject
    /// The way to it from the root.
    let steps: [JSONStep]
    /// What holds the nodes: an object, or a string with one.
    let value: JSONValue
    /// Its place in the document.
    let place: String
  }

  private(set) var found: [Found] = []

  /// The jobs of which to choose one: scripts among visual jobs have nodes too, but none in them.
  var visualJobs: [Found] {
    let filled = found.filter { $0.value.object?.members.isEmpty != true }
    return filled.isEmpty ? found : filled
  }

  /// The members that hold nodes, and the dialect that each is a sign of.
  static let members: [(name: String, dialect: JobDialect)] = [
    ("CodeGenConfigurationNodes", .api), ("codeGenConfigurationNodes", .git),
    ("code_gen_configuration_nodes", .api),
  ]

  /// Looks into a value; the depth of a document is limited when it is parsed.
  mutating func look(into value: JSONValue, _ steps: [JSONStep]) {
    switch value {
    case .object(let object):
      for (name, dialect) in Self.members {
        guard let nodes = object[name], !nodes.isNull else { continue }
        found.append(
          Found(
            dialect: dialect, job: object, steps: steps, value: nodes,
            place: Self.place(steps + [.member(name)])))
        return
      }
      for member in object.members { look(into: member.value, steps + [.member(member.name)]) }
    case .array(let elements):
      for (index, element) in elements.enumerated() { look(into: element, steps + [.index(index)]) }
    default: break
    }
  }

  private static func place(_ steps: [JSONStep]) -> String {
    var text = ""
    for step in steps {
      switch step {
      case .member(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}

extension NodesSearch.Found {
  /// Returns the nodes by id.
  func nodes(_ limits: JobDocument.Limits, at location: InlayError.Location) throws(InlayError) -> JSONObject
  {
    var nodes = value
    if let text = value.string {
      do {
        nodes = try JSONValue(parsing: Array(text.utf8), maximumDepth: limits.maximumDepth)
      } catch {
        throw InlayError(
          error.code, "The string \(printable(place)) must hold the nodes as JSON: \(error.message)",
          at: location)
      }
    }
    if let object = nodes.object { return object }
    throw InlayError(
      .invalidJob,
      "The member \(printable(place)) must be an object that holds the nodes; found \(nodes.kind).",
      at: location)
  }
}
