import Foundation
import InlayTesting
import Testing

@Suite("Command")
struct CommandTests {
  static let staging = "Examples/spotify/lake/staging"

  /// A folder with files, gone after `body`.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = try TestFolder(files)
    try withExtendedLifetime(folder) { try body(folder.path) }
  }

  @Test("cat gives back a plain CSV file byte for byte")
  func cat() throws {
    let run = try CommandRun("cat", "\(Self.staging)/artists.csv")
    #expect(run.status == 0 && run.errors == "")
    let expected = try String(
      contentsOf: CommandRun.root.appending(path: "\(Self.staging)/artists.csv"), encoding: .utf8)
    #expect(run.output == expected)
  }

  @Test("cat chooses columns and reads another dialect, and writes commas and double quotes")
  func catDialect() throws {
    try withFolder(["a.txt": "# note\na;b;c\n1;'x;y';NULL\n"]) { folder in
      let run = try CommandRun(
        "cat", "\(folder)/a.txt", "--separator", "semicolon", "--quote", "'", "--comment", "#", "--null",
        "NULL",
        "--columns", "c,b")
      #expect(run.output == "c,b\n,x;y\n")
      #expect(run.status == 0 && run.errors == "")
    }
  }

  @Test("A limit that an error names can be raised where it is met")
  func limits() throws {
    try withFolder(["a.csv": "a\n\(String(repeating: "x", count: 40))\n"]) { folder in
      let refused = try CommandRun("cat", "\(folder)/a.csv", "--read-limit", "maxRecordBytes=30")
      #expect(refused.status == 1 && refused.errors.contains("or raise that option: 30"))
      let allowed = try CommandRun(
        "cat", "\(folder)/a.csv", "--read-limit", "maxRecordBytes=30", "--read-limit", "maxRecordBytes=1KiB")
      #expect(allowed.status == 0)
      let unknown = try CommandRun("cat", "\(folder)/a.csv", "--read-limit", "most=1")
      #expect(unknown.status == 64 && unknown.errors.contains("maxFieldBytes="))
    }
    let deep = try CommandRun(
      "schema", "\(Self.staging)/artists.csv", "--read-limit", "maxDecompressionRatio=0")
    #expect(deep.status == 64 && deep.errors.contains("maxDecompressionRatio must be at least 1"))
  }

  @Test("A .tsv file has tabs without being told")
  func tabs() throws {
    try withFolder(["a.tsv": "a\tb\n1\t2\n"]) { folder in
      let run = try CommandRun("cat", "\(folder)/a.tsv")
      #expect(run.output == "a,b\n1,2\n")
    }
  }

  @Test("head is an aligned table without escape sequences where nobody looks")
  func head() throws {
    try withFolder(["a.csv": "id,name\n1,夜\n22,\n333,c\n"]) { folder in
      let run = try CommandRun(
        "head", "\(folder)/a.csv", "-n", "2", "--types", "inferred", "--format", "table")
      #expect(
        run.output == """
             id  name
          int64  string
          ─────  ──────
              1  夜
             22

          """)
      #expect(run.status == 0 && run.errors == "")
    }
  }

  @Test("schema infers types, and its JSON is a declaration that --schema reads")
  func schema() throws {
    try withFolder(["a.csv": "id,day,price\n1,2020-09-25,1.50\n,2021-01-01,\n"]) { folder in
      let file = "\(folder)/a.csv"
      #expect(
        try CommandRun("schema", file).output == """
          id     int64   nullable
          day    date    nullable
          price  double  nullable

          """)
      let declared = try CommandRun("schema", file, "--decimals", "--json").output
      try Data(declared.utf8).write(to: URL(filePath: "\(folder)/a.json"))
      #expect(
        try CommandRun("cat", file, "--schema", "\(folder)/a.json").output
          == "id,day,price\n1,2020-09-25,1.50\n,2021-01-01,\n")
      #expect(declared.contains("decimal(3, 2)"))
    }
  }

  @Test("count prints a number, or a line for each of several files and their sum")
  func count() throws {
    #expect(try CommandRun("count", "\(Self.staging)/tracks.csv").output == "2403\n")
    #expect(
      try CommandRun("count", "\(Self.staging)/tracks.csv", "\(Self.staging)/artists.csv").output == """
        2403  Examples/spotify/lake/staging/tracks.csv
         300  Examples/spotify/lake/staging/artists.csv
        2703  total

        """)
  }

  @Test("convert tells of each file on the standard error, and reports as JSON where that is asked for")
  func convert() throws {
    try withFolder(["a.csv": "x\n1\n", "b.csv": "x\n2\n3\n"]) { folder in
      let (first, second) = ("\(folder)/a.csv", "\(folder)/b.csv")
      let run = try CommandRun("convert", first, second, "--to", "\(folder)/out")
      #expect(run.status == 0 && run.output == "")
      let lines = run.errors.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines[1].hasPrefix("\(second) → \(folder)/out/b.parquet: 2 rows of 6 B in "))
      let report = try CommandRun(
        "convert", first, second, "--to", "\(folder)/out", "--mode", "overwrite", "--json")
      let json = try JSONSerialization.jsonObject(with: Data(report.output.utf8)) as? [String: Any]
      #expect(json?["rowCount"] as? Int == 3)
      let again = try CommandRun("convert", first, "--to", "\(folder)/out")
      #expect(again.status == 1 && again.output == "")
      #expect(
        again.errors
          == "inlay: \(folder)/out/a.parquet: exists already; give --mode overwrite to replace it\n")
    }
  }

  @Test("A bad row fails the command with its place, or is left out and told of")
  func badRows() throws {
    try withFolder(["a.csv": "a,b\n1,2\n3\n4,5\n"]) { folder in
      let failed = try CommandRun("count", "\(folder)/a.csv")
      #expect(failed.status == 1 && failed.output == "")
      #expect(failed.errors.hasPrefix("inlay: \(folder)/a.csv, line 3"))
      let first = try CommandRun("head", "\(folder)/a.csv", "--on-bad-row", "skip")
      #expect(first.errors.hasPrefix("1 row was left out:\n"))
      let skipped = try CommandRun("cat", "\(folder)/a.csv", "--on-bad-row", "skip")
      #expect(skipped.status == 0 && skipped.output == "a,b\n1,2\n4,5\n")
      #expect(skipped.errors.hasPrefix("1 row was left out:\n  "))
    }
  }

  @Test("A run that fails ends with 1 and one message on the standard error")
  func failure() throws {
    let run = try CommandRun("head", "nowhere.csv")
    #expect(run.status == 1 && run.output == "")
    #expect(run.errors == "inlay: Nothing is there; the path is `nowhere.csv`.\n")
    let unknown = try CommandRun("cat", "README")
    #expect(unknown.status == 1)
  }

  @Test(
    "A wrong call ends with 64 and says what is wrong",
    arguments: [
      (["nonsense"], "`nonsense` is no command of inlay"),
      (["head"], "missing expected argument '<files> ...'"),
      (["head", "a.csv", "-n", "x"], "The value 'x' is invalid for '-n <n>'"),
      (["cat", "a.csv", "--separator", "ab"], "The value 'ab' is invalid for '--separator <byte>'"),
      (["cat", "a.csv", "--separator", "\""], "the separator and the quote are the same byte"),
      (
        ["job", "run", "a.json", "--map", "s3://b/"],
        "A location is mapped by --map PREFIX=PATH; found `s3://b/`."
      ),
      (["convert", "a.csv"], "Missing expected argument '--to <path>'"),
      (["convert", "a.csv", "--to", "b", "--mode", "append"], "A file cannot be appended to"),
      (["cat", "a.csv", "--threads", "0"], "--threads takes a number from 1 to 1024."),
      (
        ["schema", "a.csv", "--decimals", "--types", "strings"],
        "--decimals has no effect with --types strings."
      ),
      (
        ["schema", "a.csv", "--schema", "a.json", "--types", "strings"],
        "--schema gives the types; leave --types and --decimals out."
      ),
    ])
  func usage(arguments: [String], message: String) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.localizedCaseInsensitiveContains(message), "\(run.errors)")
  }

  @Test("A full disk is an error that names the output")
  func fullDisk() throws {
    let process = Process()
    process.executableURL = try CommandRun.binary()
    process.arguments = ["cat", "\(Self.staging)/albums.csv"]
    process.currentDirectoryURL = CommandRun.root
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(text == "inlay: standard output: cannot be written: No space left on device\n")
  }

  @Test("A reader that goes away ends the command quietly")
  func brokenPipe() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let binary = try CommandRun.binary().path
    process.arguments = [
      "-c",
      "'\(binary)' cat \(Self.staging)/albums.csv 2>&1 >/dev/null | cat; '\(binary)' cat \(Self.staging)/albums.csv | head -n 1",
    ]
    process.currentDirectoryURL = CommandRun.root
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.split(separator: "\n").count == 1)
    #expect(text.hasPrefix("track_name,"))
  }
}
