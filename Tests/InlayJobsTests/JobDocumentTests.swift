import InlayBytes
import InlayJobs
import Testing

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
    #expect(document.nodes[0].members["new"] == [1])
    #expect(document.root["more"] == .some(.null))
  }

  @Test(
    "What is no document of the console dialect is refused, by name where it is known",
    arguments: [
      (
        #"{"Name": "j", "CodeGenConfigurationNodes": {}}"#, InlayError.Code.unsupported,
        "The document is in the API dialect (CodeGenConfigurationNodes), which CreateJob and GetJob use. This version "
          + "reads the console dialect: download the job from AWS Glue Studio (Actions, Download)."
      ),
      (
        #"{"Job": {"CodeGenConfigurationNodes": {}}}"#, .unsupported,
        "The document is in the API dialect (CodeGenConfigurationNodes), which CreateJob and GetJob use. This version "
          + "reads the console dialect: download the job from AWS Glue Studio (Actions, Download)."
      ),
      (
        #"{"name": "j", "codeGenConfigurationNodes": "{}"}"#, .unsupported,
        "The document is in the git dialect (codeGenConfigurationNodes), which Glue pushes to repositories. This "
          + "version reads the console dialect: download the job from AWS Glue Studio (Actions, Download)."
      ),
      (
        "{}", .invalidJob,
        "The document is not a visual job: it has no member dag. Download the job from AWS Glue Studio (Actions, "
          + "Download)."
      ),
      ("[]", .invalidJob, "A job document is a JSON object; found an array."),
      (
        #"{"dag": []}"#, .invalidJob, "The member dag must be an object that holds the nodes; found an array."
      ),
    ])
  func refusals(text: String, code: InlayError.Code, expected: String) {
    let error = #expect(throws: InlayError.self) { try JobDocument(parsing: text, file: "job.json") }
    #expect(error?.code == code)
    #expect(error?.description == "job.json: " + expected)
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
