import ArgumentParser
import Foundation
import Inlay
import Testing

@testable import InlayCLI

/// What `--help` says, held against the texts in `Help`: run the tests with `INLAY_RECORD_HELP` set to write them anew.
@Suite("Help")
struct HelpTests {
  static let commands: [String: any ParsableCommand.Type] = [
    "inlay": InlayCommand.self, "job": JobCommand.self, "job-run": JobRunCommand.self,
    "job-check": JobCheckCommand.self, "job-show": JobShowCommand.self, "job-export": JobExportCommand.self,
    "job-new": JobNewCommand.self,
    "convert": ConvertCommand.self,
    "schema": SchemaCommand.self, "head": HeadCommand.self, "cat": CatCommand.self,
    "count": CountCommand.self, "inspect": InspectCommand.self, "check": CheckCommand.self,
    "diff": DiffCommand.self, "merge": MergeCommand.self, "split": SplitCommand.self,
    "stats": StatsCommand.self,
  ]

  @Test("Each command says what it does and takes", arguments: commands.keys.sorted())
  func texts(name: String) throws {
    let command = try #require(Self.commands[name])
    let help = InlayCommand.helpMessage(for: command, columns: 80) + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Help/\(name).txt")
    if ProcessInfo.processInfo.environment["INLAY_RECORD_HELP"] != nil {
      try Data(help.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(help == expected)
  }

  @Test("Each shell gets its completions", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let script = InlayCommand.completionScript(for: try #require(CompletionShell(rawValue: shell))) + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Help/inlay.\(shell)")
    if ProcessInfo.processInfo.environment["INLAY_RECORD_HELP"] != nil {
      try Data(script.utf8).write(to: file)
    }
    #expect(try script == String(contentsOf: file, encoding: .utf8))
  }

  @Test("No line is longer than a terminal's", arguments: commands.keys.sorted())
  func width(name: String) throws {
    let command = try #require(Self.commands[name])
    let lines = InlayCommand.helpMessage(for: command, columns: 80).split(separator: "\n")
    #expect(lines.filter { !$0.hasPrefix("USAGE:") && $0.displayWidth > 80 } == [])
  }
}

extension Substring {
  fileprivate var displayWidth: Int { String(self).displayWidth }
}
