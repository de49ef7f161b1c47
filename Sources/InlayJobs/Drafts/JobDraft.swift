public import InlayBytes
import InlayCSV
import InlayColumns

/// The start of a job: CSV files, the joins between them, and where the rows go.
///
/// Joins are made in the order they are given, each of what has been joined so far; every file must be reached by them.
public struct JobDraft: Sendable {
  /// One file, by the name that joins call it.
  struct Source: Sendable {
    let name: String
    let path: String
    let columns: [String]
  }

  /// One pair of key columns.
  struct Join: Sendable {
    let left: (source: String, column: String)
    let right: (source: String, column: String)
    /// The join as it was written.
    let text: String
  }

  private(set) var sources: [Source] = []
  private(set) var joins: [Join] = []

  /// Makes a draft without files.
  public init() {}

  /// Adds a file given as `NAME=PATH`, and reads its header.
  ///
  /// - Throws: `invalidInput` when the text has another form or the name is taken; what reading the header throws.
  public mutating func addCSV(_ option: String) throws {
    guard let equals = option.firstIndex(of: "="), equals > option.startIndex,
      option.index(after: equals) < option.endIndex
    else {
      throw InlayError(.invalidInput, "A file is given by --csv NAME=PATH; found \(quoted(option)).")
    }
    let path = String(option[option.index(after: equals)...])
    var options = CSVOptions()
    options.hasHeader = true
    let columns = try CSVSource(paths: [path], options: options).schema.names
    try add(name: String(option[..<equals]), path: path, columns: columns)
  }

  /// Adds a file whose columns are known.
  mutating func add(name: String, path: String, columns: [String]) throws(InlayError) {
    guard !name.contains(".") else {
      throw InlayError(
        .invalidInput, "The name of a file must have no dot, which ends it in --join; found \(quoted(name)).")
    }
    guard !sources.contains(where: { $0.name == name }) else {
      throw InlayError(.invalidInput, "Two files have one name; give each its own. Found \(quoted(name)).")
    }
    sources.append(Source(name: name, path: path, columns: columns))
  }

  /// Adds a join given as `LEFT.KEY=RIGHT.KEY`, of files that are there; a second one between the same two is a further
  /// key.
  ///
  /// - Throws: `invalidInput` with the nearest names when a file or column is not there.
  public mutating func addJoin(_ option: String) throws(InlayError) {
    let sides = option.split(separator: "=", maxSplits: 1)
    guard sides.count == 2 else { throw Self.wrongForm(option) }
    let join = Join(left: try side(sides[0], option), right: try side(sides[1], option), text: option)
    guard join.left.source != join.right.source else {
      throw InlayError(.invalidInput, "A join needs two files; found \(quoted(option)).")
    }
    joins.append(join)
  }

  private func side(_ text: Substring, _ option: String) throws(InlayError) -> (
    source: String, column: String
  ) {
    guard let dot = text.firstIndex(of: ".") else { throw Self.wrongForm(option) }
    let (name, column) = (String(text[..<dot]), String(text[text.index(after: dot)...]))
    guard let source = sources.first(where: { $0.name == name }) else {
      throw InlayError(
        .invalidInput,
        "There is no file called \(quoted(name)); \(suggestion(for: name, among: sources.map(\.name), kind: "files"))"
      )
    }
    guard source.columns.contains(column) else {
      throw InlayError(
        .invalidInput,
        "The file \(quoted(name)) has no column \(quoted(column)); \(suggestion(for: column, among: source.columns))"
      )
    }
    return (name, column)
  }

  private static func wrongForm(_ option: String) -> InlayError {
    InlayError(.invalidInput, "A join is given by --join LEFT.KEY=RIGHT.KEY; found \(quoted(option)).")
  }
}
