public import ArgumentParser
public import Inlay

/// Checks Parquet files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds where Parquet files break the format's rules, or their own word.",
    discussion: """
      All of each file is read: its structure, checksums and places, and what it says of its values against the values. \
      A finding says where, what, and which rule in brackets. The command ends with 0 when there are none and with 2 \
      when there are. The form of the JSON is that of Schemas/check-report.schema.json.
      """)

  @OptionGroup var input: ParquetArguments

  @Option(
    help: ArgumentHelp("Pass over a rule, by its name; can be given many times.", valueName: "rule"))
  var except: [ParquetFinding.Rule] = []

  @Flag(help: "Print what was found as JSON.")
  var json = false

  /// The exit code for files with findings.
  static let findings = ExitCode(2)

  func run() throws {
    var check = ParquetCheck()
    check.rules.subtract(except)
    let files = try input.files()
    var isClean = true
    var documents: [JSONValue] = []
    for file in files {
      let report = try check.run(path: file)
      isClean = isClean && report.isClean
      if json { documents.append(report.json) } else { try Terminal.print(report.lines) }
    }
    if json {
      let value: JSONValue = ["files": .array(documents)]
      try Terminal.print([value.text()])
    }
    if !isClean { throw Self.findings }
  }
}

extension ParquetFinding.Rule: ExpressibleByArgument {}
