import InlayTesting
import Testing

@Suite("Arguments of jobs on the command line")
struct JobArgumentTests {
  private static let text = """
    {"CodeGenConfigurationNodes": {
      "s": {"S3CsvSource": {"Name": "S", "Paths": ["${day}.csv"], "Separator": "comma", "QuoteChar": "quote"}},
      "t": {"S3DirectTarget": {"Name": "T", "Inputs": ["s"], "Path": "out-${day}", "Format": "json"}}}}
    """

  /// Runs a command of a job whose document has the parameter `day`, which is behind the command's name.
  private func run(_ command: String, _ arguments: String...) throws -> CommandRun {
    let folder = TestFolder()
    let file = try folder.write(Self.text, to: "job.json")
    return try CommandRun(["job", command] + arguments.map { $0 == "DOCUMENT" ? file : $0 })
  }

  @Test(
    "A parameter is given as an argument, as an option's value, and among other options",
    arguments: [
      ["--day", "7"], ["--day=7"], ["--arg", "day=7"], ["--arg", "--day=7"],
      ["--format", "text", "--day", "7"],
      ["--day", "7", "--format", "text"],
    ])
  func values(arguments: [String]) throws {
    let folder = TestFolder()
    let file = try folder.write(Self.text, to: "job.json")
    let run = try CommandRun(["job", "show", file] + arguments)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("7.csv") && run.output.contains("out-7"))
  }

  @Test("A name that is neither a parameter nor an option keeps the job from running")
  func unknown() throws {
    let run = try run("check", "DOCUMENT", "--dya", "7", "--arg", "day=7", "--map=a=b", "--mpa", "x")
    #expect(run.status == 2)
    #expect(
      run.errors.contains("--dya: The command has no option, and the document no parameter, of this name;"))
    #expect(run.errors.contains("--mpa: The command has no option"))
    #expect(run.errors.contains("Did you mean `--map`?"))
  }

  @Test("Anything else is a call that is not understood")
  func usage() throws {
    func check(_ run: CommandRun, _ message: String) {
      #expect(run.status == 64 && run.output == "")
      #expect(run.errors.contains(message))
    }
    check(
      try run("check", "DOCUMENT", "--day"),
      "Unknown option `--day`; a parameter of the job needs a value behind it.")
    check(try run("check", "DOCUMENT", "--day", "--json"), "Unknown option `--day`")
    check(
      try run("run", "--day", "7", "DOCUMENT"),
      "Unknown option '--day'; arguments of the job stand behind its document.")
    check(try run("run", "--dry", "DOCUMENT"), "Unknown option '--dry'")
    check(try run("run", "DOCUMENT", "more"), "Unexpected argument `more`.")
    check(try run("run", "DOCUMENT", "-x"), "Unexpected argument `-x`.")
    check(
      try run("run", "DOCUMENT", "--day", "1", "--day=2"),
      "A parameter is given twice; keep one --arg for `day`.")
    check(try run("check"), "Missing expected argument")
  }
}
