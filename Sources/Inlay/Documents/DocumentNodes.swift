import InlayBytes
import InlayColumns
import InlayEngine
import InlayJobs

/// Writes tables down as the nodes of a visual job, each after those it takes rows from.
///
/// What a table does has the same meaning as the node that it becomes; what no node means is an error that says so.
struct DocumentNodes {
  var nodes: [JobNode] = []
  /// What stands before the paths of files.
  let base: String
  private var takenIDs: Set<String> = []

  init(base: String) { self.base = base }

  /// Adds the nodes of a table; returns the id of the one that gives its rows.
  mutating func add(_ table: Table) throws -> String {
    switch table.step {
    case .source(let source): return try addSource(source)
    case .job(let job): return try addNodes(of: job)
    case .select(let input, let names):
      return add("SelectFields", "Select Fields", [try add(input)], ["Paths": .paths(names)])
    case .drop(let input, let names):
      return add("DropFields", "Drop Fields", [try add(input)], ["Paths": .paths(names)])
    case .rename(let input, let name, let newName): return addRename(try add(input), name, newName)
    case .filter(let input, let condition):
      let members = try FilterMembers(condition).members
      return add("Filter", "Filter", [try add(input)], members)
    case .distinct(let input, let names):
      return add(
        "DropDuplicates", "Drop Duplicates", [try add(input)], names.map { ["Columns": .paths($0)] } ?? [:])
    case .join(let left, let right, let keys, let kind): return try addJoin(left, right, keys, kind)
    case .union(let inputs): return try addUnion(inputs)
    case .group(let input, let keys, let aggregates): return try addAggregate(input, keys, aggregates)
    case .add, .filterColumn, .filterText, .sort, .limit: throw Self.unsupported(table.step.words)
    }
  }

  /// Says what no node of a visual job means.
  static func unsupported(_ what: String) -> InlayError {
    InlayError(
      .unsupported,
      "no node of a visual job means \(what), so this table cannot be written down as a document; take that step out, or run it from Swift"
    )
  }

  /// Adds a node; returns its id.
  @discardableResult
  mutating func add(
    _ type: String, _ name: String, _ inputs: [String], _ members: [(String, JSONValue)]
  ) -> String {
    var object = JSONObject()
    for (name, value) in members { object[name] = value }
    let id = freeID()
    nodes.append(JobNode(id: id, name: name, type: type, inputs: inputs, members: object))
    return id
  }

  @discardableResult
  private mutating func add(
    _ type: String, _ name: String, _ inputs: [String], _ members: KeyValuePairs<String, JSONValue>
  ) -> String {
    add(type, name, inputs, members.map { ($0.key, $0.value) })
  }

  private mutating func freeID() -> String {
    var number = nodes.count + 1
    while !takenIDs.insert("node-\(number)").inserted { number += 1 }
    return "node-\(number)"
  }
}

// MARK: - Nodes of a document

extension DocumentNodes {
  /// Adds the nodes of a document as they are; a node that is there already is there once.
  private mutating func addNodes(of job: JobTable) throws -> String {
    for node in job.nodes where !nodes.contains(where: { $0.id == node.id && $0.members == node.members }) {
      guard takenIDs.insert(node.id).inserted else {
        throw InlayError(
          .unsupported,
          "two nodes have one id, since the tables come from several documents; write them down one by one: \(node.id)"
        )
      }
      nodes.append(node)
    }
    guard let input = job.inputs.first else { preconditionFailure("a target takes rows from a node") }
    return input
  }
}

// MARK: - Rows of several nodes

extension DocumentNodes {
  private mutating func addRename(_ input: String, _ name: String, _ newName: String) -> String {
    add(
      "RenameField", "Rename Field", [input],
      ["SourcePath": .strings([name]), "TargetPath": .strings([newName])])
  }

  /// Adds a join. A join that is no equijoin leaves names that both inputs have as they are: the first input's columns
  /// are renamed before it, as Swift names them.
  private mutating func addJoin(
    _ left: Table, _ right: Table, _ keys: [(String, String)], _ kind: JoinKind
  ) throws -> String {
    var leftID = try add(left)
    let rightID = try add(right)
    var leftKeys = keys.map(\.0)
    if kind.givesRightColumns, kind != .inner {
      let taken = Set(try right.schema().names)
      for name in try left.schema().names where taken.contains(name) {
        leftID = addRename(leftID, name, "." + name)
        leftKeys = leftKeys.map { $0 == name ? "." + name : $0 }
      }
    }
    let sides: [JSONValue] = [
      ["From": .string(leftID), "Keys": .paths(leftKeys)],
      ["From": .string(rightID), "Keys": .paths(keys.map(\.1))],
    ]
    return add(
      "Join", "Join", [leftID, rightID], ["JoinType": .string(kind.word), "Columns": .array(sides)])
  }

  private mutating func addUnion(_ inputs: [Table]) throws -> String {
    var ids = try inputs.map { try add($0) }
    var result = ids.removeFirst()
    for id in ids { result = add("Union", "Union", [result, id], ["UnionType": "ALL"]) }
    return result
  }

  /// Adds an aggregate, whose columns have the names that the service gives them, and renames those that have others.
  private mutating func addAggregate(
    _ input: Table, _ keys: [String], _ aggregates: [ColumnAggregate]
  ) throws -> String {
    let computed = try aggregates.map { aggregate -> JSONValue in
      guard let column = aggregate.column else { throw Self.unsupported("a count of rows") }
      return ["Column": .strings([column]), "AggFunc": .string(aggregate.function.rawValue)]
    }
    var id = add(
      "Aggregate", "Aggregate", [try add(input)], ["Groups": .paths(keys), "Aggs": .array(computed)])
    for aggregate in aggregates {
      let usual = ColumnAggregate(aggregate.function, of: aggregate.column).name
      if usual != aggregate.name { id = addRename(id, usual, aggregate.name) }
    }
    return id
  }
}

extension JoinKind {
  /// The service's word.
  fileprivate var word: String {
    switch self {
    case .inner: "equijoin"
    case .left: "left"
    case .right: "right"
    case .full: "outer"
    case .leftSemi: "leftsemi"
    case .leftAnti: "leftanti"
    }
  }
}

extension Table.Step {
  /// What a step that no node means does, for a message.
  fileprivate var words: String {
    switch self {
    case .add(_, let name, _): "the computed column \(name)"
    case .filterColumn, .filterText: "this filter, as filtering(column(…) …) has one"
    case .sort: "an order of rows"
    case .limit: "the first rows"
    default: "this step"
    }
  }
}

extension JSONValue {
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// Names of columns as the API writes them: each a path of one step.
  static func paths(_ names: [String]) -> JSONValue { .array(names.map { .strings([$0]) }) }
}
