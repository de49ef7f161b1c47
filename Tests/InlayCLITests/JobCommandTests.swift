import Foundation
import Testing

@Suite("Job commands")
struct JobCommandTests {
  private static let document = "Examples/spotify/spotify-etl.json"

  /// The example job's arguments, with a target that is gone after `body`.
  private func withExample(_ body: (_ arguments: [String], _ target: String) throws -> Void) throws {
    let target = FileManager.default.temporaryDirectory.appending(path: "inlay-job-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: target) }
    try body(
      [
        Self.document, "--map", "s3://inlay-example/=Examples/spotify/lake/",
        "--map", "s3://inlay-example/warehouse/=\(target)/",
      ], target)
  }

  @Test("A run tells of operators and targets on the standard error, and of nothing else")
  func run() throws {
    try withExample { arguments, target in
      let run = try CommandRun(["job", "run"] + arguments)
      #expect(run.status == 0 && run.output == "")
      let lines = run.errors.split(separator: "\n").map(String.init)
      #expect(lines.count == 14)
      #expect(lines[2].hasSuffix("Tracks (node-1735689600001)"))
      #expect(lines[12] == "Warehouse (node-1735689600007): 2,445 rows, 39 columns in 1 file in \(target)/")
      #expect(lines[13].hasPrefix("Inlay-Spotify-Example: 2,445 rows of 681 kB in "))
      #expect(!run.errors.contains("\u{1B}") && !run.errors.contains("\r"))
    }
  }

  @Test("--json prints the report, and a target that holds files stops the next run")
  func json() throws {
    try withExample { arguments, target in
      let run = try CommandRun(
        ["job", "run"] + arguments + ["--json", "--rows-per-file", "1000", "--threads", "2"])
      let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(report?["rowCount"] as? Int == 2_445)
      #expect(report?["threadCount"] as? Int == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: target).count == 3)
      let again = try CommandRun(["job", "run"] + arguments)
      #expect(again.status == 1 && again.output == "")
      #expect(
        again.errors.hasPrefix(
          """
          inlay: node Warehouse (node-1735689600007), \(target)/: holds files already; give --mode append to add to \
          them or --mode overwrite to replace them: part-00000-
          """))
    }
  }

  @Test("A check reads no rows and writes nothing")
  func check() throws {
    try withExample { arguments, target in
      let run = try CommandRun(["job", "check"] + arguments)
      #expect(run.status == 0 && run.output == "")
      #expect(run.errors == "Inlay-Spotify-Example can run\n")
      #expect(!FileManager.default.fileExists(atPath: target))
      #expect(try CommandRun(["job", "check"] + arguments + ["--json"]).output == "[]\n")
    }
  }

  @Test("Locations without a path are named with the option to give")
  func locations() throws {
    for (command, status) in [("run", 1), ("check", 2)] as [(String, Int32)] {
      let run = try CommandRun("job", command, Self.document)
      #expect(run.status == status && run.output == "")
      #expect(
        run.errors.hasPrefix("inlay: \(Self.document): The job cannot run before 4 errors are changed:\n"))
      #expect(run.errors.contains("--map s3://inlay-example/=FOLDER/"))
    }
  }

  @Test("A check prints errors as JSON too")
  func errorsAsJSON() throws {
    let run = try CommandRun("job", "check", Self.document, "--json")
    #expect(run.status == 2 && run.errors == "")
    let findings = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    #expect(findings?.count == 4)
    #expect(findings?.first?["severity"] as? String == "error")
  }

  @Test("A document that cannot be read is a finding in JSON too, and another end than findings")
  func unreadable() throws {
    for file in ["no-such.json", "README.md", "Package.resolved"] {
      let run = try CommandRun("job", "check", file, "--json")
      #expect(run.status == 1 && run.errors == "")
      let findings = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
      #expect(findings?.count == 1)
      #expect(findings?.first?["severity"] as? String == "error")
      #expect(findings?.first?["node"] is NSNull)
      #expect(findings?.first?["path"] as? String == "")
      #expect((findings?.first?["message"] as? String)?.hasPrefix(file) == true)
      #expect(try CommandRun("job", "check", file).status == 1)
    }
  }

  @Test("A file that stands in for a node is told by its option when it is not there")
  func replacement() throws {
    try withExample { arguments, _ in
      let run = try CommandRun(["job", "check"] + arguments + ["--replace", "Tracks=no-such.parquet"])
      #expect(run.status == 2)
      #expect(run.errors.contains("--replace: Nothing is there; the path is `no-such.parquet`."))
    }
  }

  @Test("show draws the graph, of a job that cannot run too")
  func show() throws {
    let run = try CommandRun("job", "show", Self.document)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasPrefix("Inlay-Spotify-Example: 3 sources, 3 transforms, 1 target\n"))
    #expect(run.output.contains("● Join Artists & Albums"))
    let missing = try CommandRun("job", "show", "no-such.json")
    #expect(missing.status == 1)
    #expect(missing.errors == "inlay: no-such.json: cannot be opened: No such file or directory\n")
  }

  @Test("show draws the graph in the languages of wikis")
  func drawings() throws {
    let mermaid = try CommandRun("job", "show", Self.document, "--format", "mermaid")
    #expect(mermaid.status == 0 && mermaid.errors == "")
    #expect(mermaid.output.hasPrefix("---\ntitle: \"Inlay-Spotify-Example\"\n---\nflowchart TD\n"))
    let picture = try CommandRun("job", "show", Self.document, "--format", "svg")
    #expect(picture.output.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(picture.output.hasSuffix("</svg>\n"))
  }

  @Test("A plan is text, and no drawing")
  func planFormat() throws {
    let run = try CommandRun("job", "show", Self.document, "--plan", "--format", "svg")
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains("--plan is shown as text only"))
  }

  @Test("--plan shows what is expected of each operation before a run, and what it did after one")
  func plan() throws {
    try withExample { arguments, target in
      let shown = try CommandRun(["job", "show", "--plan"] + arguments)
      #expect(shown.status == 0 && shown.errors == "")
      let lines = shown.output.split(separator: "\n")
      #expect(lines.count == 10)
      #expect(lines[2].hasPrefix("write /"))
      #expect(lines[3].hasPrefix("└ project 39 of 40 columns "))
      #expect(lines[9].contains("    └ scan 26 columns ") && lines[9].contains(" 574 kB  Albums (node-"))
      #expect(!FileManager.default.fileExists(atPath: target))
      let run = try CommandRun(["job", "run", "--plan"] + arguments)
      let counted = run.errors.split(separator: "\n")
      #expect(run.status == 0 && counted.count == 12)
      #expect(counted[4].contains(" 4,850     2,445 "))
      #expect(counted[7].contains(" 2,753     2,447 "))
    }
  }
}
