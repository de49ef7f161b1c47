import ArgumentParser
import Inlay

/// A word where a subcommand should stand, and is none.
struct MistypedCommand {
  private let word: String
  private let command: any ParsableCommand.Type

  /// Looks for it among the arguments of the command; nil when there is none.
  init?(in arguments: [String], of root: any ParsableCommand.Type) {
    var command = root
    for word in arguments {
      let subcommands = command.configuration.subcommands
      guard !subcommands.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
        self.word = word
        self.command = command
        return
      }
      command = next
    }
    return nil
  }

  /// What is wrong with it, and what was probably meant.
  var message: String {
    let names = command.configuration.subcommands.compactMap { $0.configuration.commandName }
    let name = command.configuration.commandName ?? "inlay"
    let whole = name == "inlay" ? name : "inlay \(name)"
    return "inlay: `\(word.printable)` is no command of \(whole); "
      + suggestion(for: word, among: names, kind: "commands")
  }
}
