import ArgumentParser
import Inlay

/// The command: it parses arguments and shows results, and leaves all work to the library.
struct InlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inlay",
    abstract: "Reads CSV and Parquet, runs visual ETL jobs, and writes Parquet that every engine reads.",
    discussion: """
      Data goes to the standard output and everything else to the standard error. The command ends with 0 when all is \
      done, 1 when a run failed, 2 when a check has findings or tables differ, 64 when it was called in a way that it \
      does not understand, and 130 or 143 when it was interrupted or told to end: then it leaves nothing behind.
      """,
    version: InlayVersion.number,
    subcommands: [
      JobCommand.self, ConvertCommand.self, SchemaCommand.self, HeadCommand.self, CatCommand.self,
      CountCommand.self, InspectCommand.self, CheckCommand.self, DiffCommand.self,
      MergeCommand.self, SplitCommand.self, StatsCommand.self,
    ])
}

/// Starts the command.
@main
enum Main {
  static func main() {
    System.endOnBrokenPipe()
    Interrupt.listen()
    Memory.keepFreedMemory()
    do {
      var command = try InlayCommand.parseAsRoot()
      try Interrupt.stopping { try command.run() }
    } catch let error as InlayError {
      let code = Interrupt.exitCode
      let text =
        code == nil ? StandardInput.named(in: error).description.printableLines : Cancellation.stopped.message
      Terminal.inform("inlay: \(text)")
      InlayCommand.exit(withError: code ?? ExitCode.failure)
    } catch {
      if let mistyped = MistypedCommand(in: Array(CommandLine.arguments.dropFirst()), of: InlayCommand.self) {
        Terminal.inform(mistyped.message)
        InlayCommand.exit(withError: ExitCode.validationFailure)
      }
      InlayCommand.exit(withError: error)
    }
  }
}
