public import InlayBytes

extension JobDraft {
  /// Returns the job as a document.
  ///
  /// - Parameters:
  ///   - name: The job's name.
  ///   - target: The folder that the rows go to, as Parquet.
  ///   - dialect: The form of the document.
  /// - Throws: `invalidInput` when there is no file, or one that no join reaches.
  public func document(
    name: String, target: String, dialect: JobDialect = .console
  ) throws(InlayError) -> JobDocument {
    guard !sources.isEmpty else {
      throw InlayError(.invalidInput, "A job needs a file; give one with --csv NAME=PATH.")
    }
    var graph = DraftGraph(sources)
    for join in joins { try graph.add(join) }
    try graph.finish(target: target)
    return try JobDocument(name: name, nodes: graph.nodes, dialect: dialect)
  }
}

/// The nodes of a draft as they come to be.
private struct DraftGraph {
  /// Rows that have come together: the node that gives them, and what each file's columns are called there.
  struct Group {
    var node: String
    /// The position of the join among the nodes; nothing for a file.
    var join: Int?
    /// The files whose columns the last join brought together, its first input's and its second's.
    var sides: (Set<String>, Set<String>) = ([], [])
    var names: [String: [String: String]]
  }

  private(set) var nodes: [JobNode] = []
  private var groups: [Group] = []

  init(_ sources: [JobDraft.Source]) {
    for source in sources {
      let id = nextID
      nodes.append(
        JobNode(
          id: id, name: source.name, type: "S3CsvSource",
          members: Self.members([
            ("Paths", [.string(source.path)]), ("QuoteChar", "quote"), ("Separator", "comma"),
            ("Recurse", true), ("WithHeader", true), ("Escaper", ""), ("Multiline", false),
            ("OutputSchemas", Self.schemas(source.columns)),
          ])))
      let names = Dictionary(source.columns.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
      groups.append(Group(node: id, names: [source.name: names]))
    }
  }

  private var nextID: String { "node-\(nodes.count + 1)" }

  private static func members(_ members: [(String, JSONValue)]) -> JSONObject {
    var object = JSONObject()
    for (name, value) in members { object[name] = value }
    return object
  }

  private static func schemas(_ columns: [String]) -> JSONValue {
    [["Columns": .array(columns.map { ["Name": .string($0), "Type": "string"] })]]
  }

  mutating func add(_ join: JobDraft.Join) throws(InlayError) {
    guard let left = groups.firstIndex(where: { $0.names[join.left.source] != nil }),
      let right = groups.firstIndex(where: { $0.names[join.right.source] != nil })
    else { return }
    if left == right { return try addKey(join, to: left) }
    let first = groups[left]
    let second = groups[right]
    let id = nextID
    let names = "Join \(join.left.source) and \(join.right.source)"
    nodes.append(
      Self.node(
        id, names, (first.node, [Self.key(first, join.left)]), (second.node, [Self.key(second, join.right)])))
    var group = try Self.joined(first, second, by: join)
    group.node = id
    group.join = nodes.count - 1
    groups[left] = group
    groups.remove(at: right)
  }

  /// Adds a key to the join that brought both files together, when that was the last thing done to them.
  private mutating func addKey(_ join: JobDraft.Join, to position: Int) throws(InlayError) {
    let group = groups[position]
    let isStraight = group.sides.0.contains(join.left.source) && group.sides.1.contains(join.right.source)
    let isTurned = group.sides.1.contains(join.left.source) && group.sides.0.contains(join.right.source)
    guard let index = group.join, isStraight || isTurned else {
      throw InlayError(
        .invalidInput,
        "The files are joined already, by way of others; give the keys of two files one after the other. Found "
          + "\(quoted(join.text)).")
    }
    let (first, second) = isStraight ? (join.left, join.right) : (join.right, join.left)
    var columns = nodes[index].members["Columns"]?.array ?? []
    // Keys are named as the inputs have them, before names that meet get their dots.
    for (side, key) in [first, second].enumerated() {
      var object = columns[side].object ?? JSONObject()
      object["Keys"] = .array((object["Keys"]?.array ?? []) + [[.string(group.keyName(key, side: side))]])
      columns[side] = .object(object)
    }
    var members = nodes[index].members
    members["Columns"] = .array(columns)
    let node = nodes[index]
    nodes[index] = JobNode(
      id: node.id, name: node.name, type: node.type, inputs: node.inputs, members: members)
  }

  private static func key(_ group: Group, _ side: (source: String, column: String)) -> String {
    group.names[side.source]?[side.column] ?? side.column
  }

  private static func node(
    _ id: String, _ name: String, _ first: (node: String, keys: [String]),
    _ second: (node: String, keys: [String])
  ) -> JobNode {
    let columns = [first, second].map { side -> JSONValue in
      ["From": .string(side.node), "Keys": .array(side.keys.map { [.string($0)] })]
    }
    return JobNode(
      id: id, name: name, type: "Join", inputs: [first.node, second.node],
      members: members([("JoinType", "equijoin"), ("Columns", .array(columns))]))
  }

  /// Brings two groups together: where names meet, the first's get a dot before them, as an equijoin has it.
  ///
  /// - Throws: `invalidInput` when two columns would have one name even so.
  private static func joined(
    _ first: Group, _ second: Group, by join: JobDraft.Join
  ) throws(InlayError) -> Group {
    let taken = Set(second.names.values.flatMap(\.values))
    var group = first
    group.names = first.names.mapValues { $0.mapValues { taken.contains($0) ? "." + $0 : $0 } }
    group.names.merge(second.names) { first, _ in first }
    group.sides = (Set(first.names.keys), Set(second.names.keys))
    var seen: Set<String> = []
    let twice = Set(group.names.values.flatMap(\.values).filter { !seen.insert($0).inserted }).sorted()
    guard twice.isEmpty else {
      throw InlayError(
        .invalidInput,
        "The join \(quoted(join.text)) would make two columns of one name, as a join puts one dot before a name that both "
          + "sides have; rename such columns in the headers of the files. Found \(listed(twice)).")
    }
    return group
  }

  mutating func finish(target: String) throws(InlayError) {
    guard groups.count == 1 else {
      let apart = groups.dropFirst().flatMap { $0.names.keys.sorted() }
      throw InlayError(
        .invalidInput,
        "No join reaches all files; add --join LEFT.KEY=RIGHT.KEY for each that stands apart. Found \(listed(apart))."
      )
    }
    nodes.append(
      JobNode(
        id: nextID, name: "Target", type: "S3GlueParquetTarget", inputs: [groups[0].node],
        members: Self.members([("PartitionKeys", []), ("Path", .string(target)), ("Compression", "snappy")])))
  }
}

extension DraftGraph.Group {
  /// Returns the name that a column had on one side of the join that made the group.
  fileprivate func keyName(_ key: (source: String, column: String), side: Int) -> String {
    let name = names[key.source]?[key.column] ?? key.column
    let others = names.filter { (side == 0 ? sides.1 : sides.0).contains($0.key) }.values.flatMap(\.values)
    return side == 0 && name.first == "." && others.contains(String(name.dropFirst()))
      ? String(name.dropFirst()) : name
  }
}
