import FoundationEssentials
import InlayBytes
import InlayColumns
import Testing

@testable import InlayEngine
@testable import InlayJobs

@Suite("Reports as JSON")
struct RunReportJSONTests {
  private static let report: JobReport = {
    var run = RunReport()
    run.elapsedSeconds = 0.5
    run.threadCount = 2
    run.rowCount = 3
    run.rejectedRowCount = 1
    run.rejections = ["a.csv, line 2: too short"]
    run.skipped.rowGroupsByBloomFilter = 4
    run.skipped.rowsByFilter = 7
    run.operators = [
      OperatorReport(kind: .scan, label: "A (n1)", rowsIn: 0, rowsOut: 3, byteCount: 10, busySeconds: 0.25)
    ]
    let target = JobReport.Target(
      node: "T (n2)", folder: "out", files: ["out/p"], rowCount: 3, columns: ["a"])
    let warning = JobFinding(.warning, node: nil, path: "dag", "Look.")
    return JobReport(job: "J", targets: [target], run: run, warnings: [warning], outlines: [])
  }()

  @Test("A job's report is one object")
  func form() {
    #expect(
      Self.report.json.text(.compact)
        == #"{"job":"J","elapsedSeconds":0.5,"threadCount":2,"peakMemoryBytes":0,"inputByteCount":0,"rowCount":3,"#
        + #""rejectedRowCount":1,"rejections":["a.csv, line 2: too short"],"skipped":{"rowGroupsByStatistics":0,"#
        + #""rowGroupsByBloomFilter":4,"pagesByIndex":0,"rowsByFilter":7},"operators":[{"kind":"scan","#
        + #""label":"A (n1)","rowsIn":0,"rowsOut":3,"byteCount":10,"busySeconds":0.25}],"targets":[{"node":"T (n2)","#
        + #""folder":"out","files":["out/p"],"rowCount":3,"columns":["a"]}],"warnings":[{"severity":"warning","#
        + #""node":null,"nodeId":null,"path":"dag","message":"Look."}]}"#)
  }

  @Test("The schema describes every member, in its order")
  func schema() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Schemas")
    let bytes = try Data(contentsOf: root.appending(path: "run-report.schema.json"))
    let schema = try #require(try JSONValue(parsing: Array(bytes)).object)
    let definitions = try #require(schema["$defs"]?.object)
    #expect(Self.names(schema["properties"]) == Self.names(Self.report.json))
    for (name, member) in [("operator", "operators"), ("target", "targets"), ("finding", "warnings")] {
      let described = definitions[name]?.object
      #expect(
        Self.names(described?["properties"]) == Self.names(Self.report.json.object?[member]?.array?.first))
      #expect(described?["required"]?.array?.compactMap(\.string) == Self.names(described?["properties"]))
    }
    let skipped = definitions["skipped"]?.object
    #expect(Self.names(skipped?["properties"]) == Self.names(Self.report.json.object?["skipped"]))
    #expect(skipped?["required"]?.array?.compactMap(\.string) == Self.names(skipped?["properties"]))
    #expect(schema["required"]?.array?.compactMap(\.string) == Self.names(RunReport().json))
    let kinds = definitions["operator"]?.object?["properties"]?.object?["kind"]?.object?["enum"]?.array
    #expect(kinds?.compactMap(\.string) == OperatorReport.Kind.allCases.map(\.rawValue))
  }

  private static func names(_ value: JSONValue?) -> [String]? {
    value?.object?.members.map(\.name)
  }
}
