import Inlay

/// The standard output and error, and what is known of the terminals behind them.
enum Terminal {
  /// One of the two streams that a command writes to.
  enum Stream: Int32 {
    /// Data.
    case output = 1
    /// Everything else.
    case error = 2

    /// Whether someone looks at it, rather than a file or another command.
    var isTerminal: Bool { System.isTerminal(rawValue) }

    /// Whether escape sequences may make words stand out: for who looks, unless they have said no (no-color.org).
    var isStyled: Bool { isTerminal && !System.hasEnvironmentValue("NO_COLOR") }

    /// The cells in a line of the terminal; nil when there is none.
    var width: Int? { isTerminal ? System.terminalWidth(rawValue) ?? 80 : nil }

    /// Opens it for many writes; what is written last needs a ``FileOutput/flush()``.
    func open() -> FileOutput {
      FileOutput(descriptor: rawValue, name: self == .output ? "standard output" : "standard error")
    }
  }

  /// Writes lines of text to the standard output.
  static func print(_ lines: [String]) throws {
    let output = Stream.output.open()
    try output.write(utf8: lines.map { $0 + "\n" }.joined())
    try output.flush()
  }

  /// Tells the user something that is not data.
  static func inform(_ text: String) {
    let output = Stream.error.open()
    // Where the standard error cannot be written to, there is nobody to tell.
    try? output.write(utf8: text + "\n")
    try? output.flush()
  }
}

extension FileOutput {
  /// Appends a text.
  func write(utf8 text: String) throws {
    var bytes = ValueBuilder<UInt8>()
    bytes.append(utf8: text)
    try write(bytes.rawSpan)
  }
}
