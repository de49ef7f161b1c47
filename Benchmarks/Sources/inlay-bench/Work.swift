import Inlay

/// One of the things that can be measured, with its arguments.
struct Work {
  /// The ways to call the command.
  static let usage = """
    usage: inlay-bench csv FILE OUTPUT THREADS
           inlay-bench read FILE COLUMNS CONDITION OUTPUT THREADS
           inlay-bench write FILE OUTPUT THREADS
           inlay-bench join LEFT RIGHT inner|left|semi THREADS
           inlay-bench group FILE KEY THREADS
    COLUMNS, CONDITION and the OUTPUT that shows what was parsed or read may be empty.
    """

  private let name: String
  private let arguments: [String]
  private let workers: Workers

  /// Reads the words of the command line.
  init(_ words: [String]) throws {
    guard words.count > 2, let last = words.last, let threads = Int(last), threads > 0 else {
      throw InlayError(.invalidInput, "give a work, its arguments and a number of threads")
    }
    name = words[0]
    arguments = Array(words[1..<(words.count - 1)])
    workers = Workers(count: threads)
  }

  /// Does the work, and returns the lines that are told of it.
  func run() throws -> [String] {
    switch (name, arguments.count) {
    case ("csv", 2): try parseCSV(arguments[0], showing: arguments[1], workers: workers)
    case ("read", 4):
      try readParquet(
        Reading(path: arguments[0], columns: arguments[1], condition: arguments[2]), showing: arguments[3],
        workers: workers)
    case ("write", 2): try writeParquet(arguments[0], to: arguments[1], workers: workers)
    case ("join", 3): try join(arguments[0], arguments[1], kind: arguments[2], workers: workers)
    case ("group", 2): try group(arguments[0], by: arguments[1], workers: workers)
    default: throw InlayError(.invalidInput, "there is no such work, or it has other arguments: \(name)")
    }
  }
}
