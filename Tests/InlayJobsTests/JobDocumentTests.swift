import InlayBytes
import Testing

@testable import InlayJobs

@Suite("Documents that are read, and that are not")
struct JobDocumentTests {
  @Test("Nodes keep their order, and members of tomorrow are kept")
  func nodes() throws {
    let document = try JobDocument(
      parsing: """
        {"dag": {"n2": {"name": "B", "type": "S3", "classification": "DataSink", "inputs": ["n1"], "new": [1]},
                 "n1": {"name": "A", "type": "S3", "classification": "DataSource"}},
         "jobConfig": {"name": "J"}, "more": null}
        """)
    #expect(document.name == "J")
    #expect(document.nodes.map(\.label) == ["B (n2)", "A (n1)"])
    #expect(document.nodes[0].inputs == ["n1"])
    #expect(document.nodes[0].members["New"] == [1])
    #expect(document.root.object?["more"] == .some(.null))
  }

  @Test(
    "What is no visual job is refused",
    arguments: [
      (
        "{}",
        "The document is not a visual job: it has no member dag (console), CodeGenConfigurationNodes (API) or "
          + "codeGenConfigurationNodes (repository). Download the job from AWS Glue Studio (Actions, Download), or take "
          + "the answer of GetJob."
      ),
      (
        #"{"Name": "j", "Command": {"Name": "glueetl"}}"#,
        "The document is not a visual job: its job is a script, which has no graph. Download the job from AWS Glue "
          + "Studio (Actions, Download), or take the answer of GetJob."
      ),
      (
        #"{"jobConfig": {"jobMode": "DEVELOPER_MODE", "command": "glueetl"}, "script": "pass"}"#,
        "The document is not a visual job: its job is a script, which has no graph. Download the job from AWS Glue "
          + "Studio (Actions, Download), or take the answer of GetJob."
      ),
      (
        #"{"Job": {"Name": "j", "Command": {"Name": "glueetl"}}}"#,
        "The document is not a visual job: its job is a script, which has no graph. Download the job from AWS Glue "
          + "Studio (Actions, Download), or take the answer of GetJob."
      ),
      ("[]", "A job document is a JSON object; found an array."),
      (#"{"dag": []}"#, "The member dag must be an object that holds the nodes; found an array."),
      (
        #"{"Job": {"CodeGenConfigurationNodes": [1]}}"#,
        "The member Job.CodeGenConfigurationNodes must be an object that holds the nodes; found an array."
      ),
      (
        #"{"codeGenConfigurationNodes": "\"{}\""}"#,
        "The member codeGenConfigurationNodes must be an object that holds the nodes; found a string."
      ),
      (
        #"{"Jobs": [{"CodeGenConfigurationNodes": {}}, {"CodeGenConfigurationNodes": {}}]}"#,
        "The document has 2 visual jobs; keep the one to work with in a file of its own. Found them at "
          + "Jobs[0].CodeGenConfigurationNodes, Jobs[1].CodeGenConfigurationNodes."
      ),
    ])
  func refusals(text: String, expected: String) {
    let error = #expect(throws: InlayError.self) { try JobDocument(parsing: text, file: "job.json") }
    #expect(error?.code == .invalidJob)
    #expect(error?.description == "job.json: " + expected)
  }

  @Test("One visual job among scripts is the one that is meant")
  func jobAmongScripts() throws {
    let document = try JobDocument(
      parsing: """
        {"jobs": [{"Name": "script", "CodeGenConfigurationNodes": {}},
                  {"Name": "graph", "CodeGenConfigurationNodes": {"n": {"Filter": {"Name": "F"}}}}]}
        """)
    #expect(document.name == "graph")
    #expect(document.nodes.map(\.type) == ["Filter"])
  }

  @Test("The console has its own word for statements of SQL")
  func statement() throws {
    let document = try JobDocument(
      parsing: """
        {"dag": {"n": {"name": "Q", "classification": "Transform", "type": "SqlCode", "inputs": ["m"],
                       "sqlQuery": "select 1", "sqlAliases": [{"from": "m", "alias": "rows"}]}}}
        """)
    #expect(document.nodes[0].type == "SparkSQL")
    #expect(document.nodes[0].members["SqlQuery"] == "select 1")
    #expect(document.nodes[0].members["SqlAliases"] == [["From": "m", "Alias": "rows"]])
    #expect(ConsoleType(of: document.nodes[0]).type == "SqlCode")
  }

  @Test("A string that holds no JSON is told with its place")
  func brokenString() {
    let error = #expect(throws: InlayError.self) {
      try JobDocument(parsing: #"{"codeGenConfigurationNodes": "{"}"#, file: "job.json")
    }
    #expect(error?.code == .corrupt)
    #expect(
      error?.description
        == "job.json: The string codeGenConfigurationNodes must hold the nodes as JSON: A member of an object starts with "
        + "its name in quotes; found the end of the text.")
  }

  @Test(
    "Dialects are told by content",
    arguments: [
      (#"{"dag": {"n": {"type": "Union"}}}"#, JobDialect.console, "dag.n"),
      (
        #"{"Name": "j", "CodeGenConfigurationNodes": {"n": {"Union": {}}}}"#, .api,
        "CodeGenConfigurationNodes.n.Union"
      ),
      (
        #"{"Job": {"CodeGenConfigurationNodes": {"n": {"Union": {}}}}}"#, .api,
        "Job.CodeGenConfigurationNodes.n.Union"
      ),
      (
        #"{"Resources": {"J": {"Type": "AWS::Glue::Job", "Properties": {"CodeGenConfigurationNodes": "#
          + #""{\"n\": {\"Union\": {}}}"}}}}"#, .api,
        "Resources.J.Properties.CodeGenConfigurationNodes.n.Union"
      ),
      (#"{"n": {"Union": {}}}"#, .api, "n.Union"),
      (
        #"{"name": "j", "codeGenConfigurationNodes": "{\"n\": {\"Union\": {}}}"}"#, .git,
        "codeGenConfigurationNodes.n.Union"
      ),
      (
        #"{"codeGenConfigurationNodes": {"n": {"Union": {}}}}"#, .git, "codeGenConfigurationNodes.n.Union"
      ),
    ])
  func recognition(text: String, dialect: JobDialect, place: String) throws {
    let document = try JobDocument(parsing: text)
    #expect(document.dialect == dialect)
    #expect(document.nodes.map(\.id) == ["n"])
    #expect(document.nodes.map(\.type) == ["Union"])
    #expect(document.nodes[0].path() == place)
  }

  @Test("Documents of every dialect that nest too deep, or within each other, end in an error")
  func depth() throws {
    let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    let texts = [
      #"{"dag": {"n": \#(deep)}}"#, #"{"Job": {"CodeGenConfigurationNodes": \#(deep)}}"#,
      #"{"codeGenConfigurationNodes": "\#(deep)"}"#,
    ]
    for text in texts {
      let error = #expect(throws: InlayError.self) { try JobDocument(parsing: text) }
      #expect(error?.code == .limitExceeded)
    }
  }

  @Test("Many nodes of any dialect are refused, and as many as allowed are checked")
  func manyNodes() throws {
    for count in [1_000, 100_000] {
      let nodes = (0..<count).map { #""n\#($0)": {"Union": {"Inputs": ["n\#(($0 + 1) % count)"]}}"# }
        .joined(separator: ",")
      let text = #"{"CodeGenConfigurationNodes": {\#(nodes)}}"#
      if count == 1_000 {
        #expect(!JobGraph(try JobDocument(parsing: text)).findings.isEmpty)
      } else {
        let error = #expect(throws: InlayError.self) { try JobDocument(parsing: text) }
        #expect(error?.code == .limitExceeded)
      }
    }
  }

  @Test("A document with more nodes than allowed is refused")
  func nodeLimit() {
    var limits = JobDocument.Limits()
    limits.maximumNodes = 1
    let error = #expect(throws: InlayError.self) {
      try JobDocument(parsing: Array(#"{"dag": {"a": {}, "b": {}}}"#.utf8), limits: limits)
    }
    #expect(error?.code == .limitExceeded)
    #expect(error?.description == "The job has more nodes than allowed (maximumNodes 1); found 2.")
  }
}
