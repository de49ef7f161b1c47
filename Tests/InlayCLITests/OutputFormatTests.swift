import Foundation
import Testing

@Suite("Forms of output, and the standard input")
struct OutputFormatTests {
  private static let text = "id,a|b\n1,x\n2,\n3,\"z|\\\"\n"

  private func head(_ arguments: String..., input: String = text) throws -> CommandRun {
    try CommandRun(["head", "-", "--types", "inferred"] + arguments, input: Data(input.utf8))
  }

  @Test(
    "Rows are printed in each form",
    arguments: [
      ("csv", "id,a|b\n1,x\n2,\n3,z|\\\n"),
      ("json", "[\n{\"id\":1,\"a|b\":\"x\"},\n{\"id\":2,\"a|b\":\"\"},\n{\"id\":3,\"a|b\":\"z|\\\\\"}\n]\n"),
      ("ndjson", "{\"id\":1,\"a|b\":\"x\"}\n{\"id\":2,\"a|b\":\"\"}\n{\"id\":3,\"a|b\":\"z|\\\\\"}\n"),
      ("markdown", "| id | a\\|b |\n| ---: | --- |\n| 1 | x |\n| 2 |  |\n| 3 | z\\|\\\\ |\n"),
      (
        "table",
        "   id  a|b\nint64  string\n─────  ──────\n    1  x\n    2\n    3  z|\\\n"
      ),
    ])
  func forms(format: String, expected: String) throws {
    let run = try head("--format", format)
    #expect(run.output == expected)
    #expect(run.status == 0 && run.errors == "")
  }

  @Test("Where nobody looks rows are CSV, and no rows are an empty array or a heading")
  func defaults() throws {
    #expect(try head().output == "id,a|b\n1,x\n2,\n3,z|\\\n")
    #expect(try head("--format", "json", "-n", "0").output == "[]\n")
    #expect(try head("--format", "markdown", "-n", "0").output == "| id | a\\|b |\n| ---: | --- |\n")
  }

  @Test(
    "A negative number is that of the last rows",
    arguments: [(1, "3"), (2, "2,3"), (3, "1,2,3"), (9, "1,2,3")])
  func lastRows(count: Int, expected: String) throws {
    let rows = try head("-n", "-\(count)").output.split(separator: "\n").dropFirst()
    #expect(rows.map { $0.prefix { $0 != "," } }.joined(separator: ",") == expected)
  }

  @Test("Parquet goes through pipes, and what comes in is known by its first bytes")
  func pipes() throws {
    let parquet = try head("--format", "parquet")
    #expect(parquet.bytes.prefix(4) == Data("PAR1".utf8))
    let back = try CommandRun(["cat", "-", "--format", "ndjson"], input: parquet.bytes)
    #expect(
      back.output == "{\"id\":1,\"a|b\":\"x\"}\n{\"id\":2,\"a|b\":\"\"}\n{\"id\":3,\"a|b\":\"z|\\\\\"}\n")
    let json = try CommandRun(["count", "-"], input: Data(back.output.utf8))
    #expect(json.output == "3\n")
    let asText = try CommandRun(["cat", "-", "--input-format", "csv"], input: Data("[a]\n1\n".utf8))
    #expect(asText.output == "[a]\n1\n")
  }

  @Test("convert prints rows to the standard output, with inferred types, and tells of them apart")
  func converting() throws {
    let input = Data(Self.text.utf8)
    let lines = try CommandRun(["convert", "-", "--to", "-", "--format", "ndjson"], input: input)
    #expect(
      lines.output == "{\"id\":1,\"a|b\":\"x\"}\n{\"id\":2,\"a|b\":\"\"}\n{\"id\":3,\"a|b\":\"z|\\\\\"}\n")
    #expect(lines.errors.hasPrefix("standard input → standard output: 3 rows of 22 B in "))
    let text = try CommandRun(["convert", "-", "--to", "-", "--where", "id > 2"], input: input)
    #expect(text.output == "id,a|b\n3,z|\\\n")
    let parquet = try CommandRun(["convert", "-", "--to", "-", "--format", "parquet"], input: input)
    #expect(parquet.bytes.prefix(4) == Data("PAR1".utf8))
  }

  @Test(
    "What makes no sense with it is said at once",
    arguments: [
      (["--to", "-", "--json"], "With --to - rows go to the standard output: leave --json, --dry-run and"),
      (
        ["--to", "x.csv", "--format", "json"],
        "--format is for --to -: the name of a target tells its format."
      ),
    ])
  func refusals(arguments: [String], message: String) throws {
    let run = try CommandRun(["convert", "-"] + arguments, input: Data(Self.text.utf8))
    #expect(run.status == 64 && run.errors.contains(message))
  }

  @Test("Errors call the standard input so, and it can be named once")
  func errors() throws {
    let bad = try CommandRun(["cat", "-"], input: Data("a,b\n1\n".utf8))
    #expect(
      bad.status == 1
        && bad.errors.hasPrefix("inlay: standard input, line 2, column b, byte 4: the row has 1 field"))
    let twice = try CommandRun(["cat", "-", "-"], input: Data("a\n".utf8))
    #expect(twice.status == 1 && twice.errors.contains("name it once"))
  }

  @Test("A mistyped command is answered with the nearest")
  func mistyped() throws {
    let run = try CommandRun("haed", "x")
    #expect(run.status == 64 && run.errors == "inlay: `haed` is no command of inlay; did you mean head?\n")
    let inner = try CommandRun("job", "nonsense")
    #expect(inner.errors.hasPrefix("inlay: `nonsense` is no command of inlay job; the commands are: run, "))
  }

  @Test("A dry run tells what would be written, and writes nothing")
  func dryRun() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "inlay-dry-\(UUID().uuidString)")
    let run = try CommandRun(
      "convert", "\(CommandTests.staging)/artists.csv", "\(CommandTests.staging)/albums.csv", "--to",
      folder.path + "/", "--dry-run")
    #expect(run.status == 0)
    #expect(
      run.output == """
        \(CommandTests.staging)/artists.csv → \(folder.path)/artists.parquet
        \(CommandTests.staging)/albums.csv → \(folder.path)/albums.parquet

        """)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }
}
