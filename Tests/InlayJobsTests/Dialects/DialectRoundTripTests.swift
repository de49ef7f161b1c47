import FoundationEssentials
import InlayBytes
import Testing

@testable import InlayJobs

@Suite("Documents from one dialect to another")
struct DialectRoundTripTests {
  /// What a node means: its members as far as the service knows them.
  private struct Meaning: Equatable {
    let id: String
    let name: String
    let type: String
    let inputs: [String]
    let members: [String: JSONValue]

    init(_ node: JobNode) {
      (id, name, type, inputs) = (node.id, node.name, node.type, node.inputs)
      let shape = ServiceModel.shared.shapeName(ofType: node.type)
      var members: [String: JSONValue] = [:]
      for member in ServiceForm.known(node.members, shape: shape).members {
        members[member.name] = Self.sorted(member.value)
      }
      self.members = members
    }

    /// The order of members has no meaning.
    private static func sorted(_ value: JSONValue) -> JSONValue {
      switch value {
      case .object(let object):
        var result = JSONObject()
        for member in object.members.sorted(by: { $0.name < $1.name }) where !member.value.isNull {
          result[member.name] = sorted(member.value)
        }
        return .object(result)
      case .array(let elements): return .array(elements.map(sorted))
      default: return value
      }
    }
  }

  private func expectEqual(_ first: [JobNode], _ second: [JobNode], _ comment: Comment) {
    #expect(first.map(\.id) == second.map(\.id))
    for (first, second) in zip(first, second) { #expect(Meaning(first) == Meaning(second), comment) }
  }

  @Test("Random nodes of every type keep their meaning on the way through all dialects", arguments: 1...8)
  func everyType(seed: UInt64) throws {
    var values = ModelValues(seed: seed)
    let types = ServiceModel.shared.types
    #expect(types.count == 79)
    let nodes = types.enumerated().map { values.node("node-\($0)", $1) }
    var document = try JobDocument(name: "all", nodes: nodes, dialect: .api)
    expectEqual(document.nodes, nodes, "as made")
    for dialect in [JobDialect.console, .git, .console, .api, .git, .api] {
      document = try JobDocument(parsing: document.text(in: dialect))
      #expect(document.dialect == dialect)
      #expect(document.name == "all")
      expectEqual(document.nodes, nodes, "\(dialect)")
    }
  }

  @Test("Random nodes of every type have nothing that the model objects to", arguments: 1...8)
  func noFindings(seed: UInt64) throws {
    var values = ModelValues(seed: seed)
    for type in ServiceModel.shared.types {
      let node = values.node("node-1", type)
      let document = try JobDocument(name: "one", nodes: [node], dialect: seed % 2 == 0 ? .api : .console)
      #expect(
        ModelCheck.findings(of: document.nodes[0], countsInputs: true).map(\.description) == [], "\(type)")
    }
  }

  @Test("A document is written in its own dialect as it was read", arguments: DocumentTests.names)
  func ownDialect(name: String) throws {
    let data = try Data(contentsOf: DocumentTests.folder.appending(path: "\(name).json"))
    let value = try JSONValue(parsing: Array(data))
    let document = try JobDocument(reading: value)
    #expect(document.value(in: document.dialect) == value)
  }

  @Test("The documents of the tests keep their meaning", arguments: DocumentTests.names)
  func documents(name: String) throws {
    let data = try Data(contentsOf: DocumentTests.folder.appending(path: "\(name).json"))
    let original = try JobDocument(parsing: Array(data))
    // A node that cannot be read has no meaning to keep.
    guard original.findings.allSatisfy({ $0.severity == .warning }) else { return }
    var document = original
    for dialect in [JobDialect.api, .git, .console] {
      document = try JobDocument(parsing: document.text(in: dialect))
      for (first, second) in zip(original.nodes, document.nodes) {
        var (first, second) = (Meaning(first).members, Meaning(second).members)
        // What the API requires is written out.
        for name in ["Separator", "QuoteChar"] where first[name] == nil { second[name] = nil }
        first = first.filter { $0.key != "OutputSchemas" }
        second = second.filter { $0.key != "OutputSchemas" }
        #expect(first == second, "\(dialect)")
      }
    }
  }

  @Test("Settings of a job go from dialect to dialect")
  func settings() throws {
    let text = """
      {"jobConfig": {"name": "J", "role": "R", "version": "4.0", "workerType": "G.1X", "numberOfWorkers": 5,
        "maxCapacity": 5, "scriptName": "J.py", "scriptLocation": "s3://b/scripts/", "language": "python-3",
        "command": "glueetl", "jobParameters": [{"key": "--day", "value": "7"}], "tags": [{"key": "T", "value": "v"}],
        "metrics": true, "bookmark": "job-bookmark-disable", "jobMode": "VISUAL_MODE", "maxConcurrentRuns": 2},
       "dag": {}}
      """
    let document = try JobDocument(parsing: text)
    let git = try JobDocument(parsing: document.text(in: .git))
    #expect(
      git.value(in: .api) == [
        "Name": "J", "JobMode": "VISUAL", "Role": "R", "ExecutionProperty": ["MaxConcurrentRuns": 2],
        "Command": ["Name": "glueetl", "ScriptLocation": "s3://b/scripts/J.py", "PythonVersion": "3"],
        "DefaultArguments": [
          "--day": "7", "--job-bookmark-option": "job-bookmark-disable", "--enable-metrics": "true",
        ],
        "Tags": ["T": "v"], "GlueVersion": "4.0", "NumberOfWorkers": 5, "WorkerType": "G.1X",
        "CodeGenConfigurationNodes": [:],
      ])
    let config = git.value(in: .console).object?["jobConfig"]?.object
    for member in document.root.object?["jobConfig"]?.object?.members ?? [] where member.name != "maxCapacity"
    {
      #expect(config?[member.name] == member.value, "\(member.name)")
    }
  }

  @Test("A node is written for the console as the console writes it")
  func consoleNode() throws {
    let document = try JobDocument(
      name: "J",
      nodes: [
        JobNode(
          id: "node-7", name: "Drop & go", type: "DropFields", inputs: ["node-6"],
          members: (["Paths": [[".id"], ["a", "b.c"]]] as JSONValue).object ?? JSONObject())
      ])
    #expect(
      document.root.object?["dag"] == [
        "node-7": [
          "nodeId": "node-7", "dataPreview": false, "previewAmount": 0, "inputs": ["node-6"],
          "name": "Drop & go", "generatedNodeName": "Dropgo_node7", "classification": "Transform",
          "type": "DropFields", "paths": ["`.id`", "a.`b.c`"], "parentsValid": true, "calculatedType": "",
          "codeGenVersion": 2,
        ]
      ])
  }
}
