public import ArgumentParser
public import Inlay

/// How delimited text is read and written; the schema, what becomes of bad rows and the limits hold for other formats
/// too.
struct CSVArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else \
      comma)
      """, valueName: "byte"))
  var separator: ByteArgument?

  @Option(help: ArgumentHelp("The byte around fields that hold separators, or none.", valueName: "byte"))
  var quote = ByteOrNone(byte: UInt8(ascii: "\""))

  @Option(
    help: ArgumentHelp("The byte that takes away the meaning of the next one, or none.", valueName: "byte"))
  var escape = ByteOrNone(byte: nil)

  @Flag(
    name: .customLong("no-header"),
    help: "The first record is data; the columns are named _c0, _c1 and so on.")
  var hasNoHeader = false

  @Option(help: ArgumentHelp("Lines to pass over at the start of each file.", valueName: "n"))
  var skipLines = 0

  @Option(help: ArgumentHelp("The byte that makes a line a comment when it is its first.", valueName: "byte"))
  var comment: ByteArgument?

  @Option(
    name: .customLong("null"),
    help: ArgumentHelp("A text that stands for null; can be given many times.", valueName: "text"))
  var nulls: [String] = []

  @Flag(help: "Pass over spaces and tabs around values.")
  var trim = false

  @Option(help: ArgumentHelp("What becomes of a row that breaks the rules.", valueName: "what"))
  var onBadRow = CSVOptions.BadRowPolicy.fail

  @Option(
    help: "Where columns get their types from. (default: inferred for convert and schema, else strings)")
  var types: TypeSource?

  @Flag(help: "Infer decimals rather than doubles.")
  var decimals = false

  @Option(
    help: ArgumentHelp(
      "A declaration of the columns, in the form of Schemas/table.schema.json.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var schema: String?

  @Option(
    help: ArgumentHelp(
      "Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.",
      valueName: "name=value"))
  var readLimit: [LimitArgument] = []

  func validate() throws {
    if schema != nil && (types != nil || decimals) {
      throw ValidationError("--schema gives the types; leave --types and --decimals out.")
    }
    if decimals && types == .strings {
      throw ValidationError("--decimals has no effect with --types strings.")
    }
    if skipLines < 0 { throw ValidationError("--skip-lines cannot be negative.") }
    do {
      try form(for: "").check()
    } catch let error as InlayError {
      throw ValidationError(error.description)
    }
  }

  /// The options for a file.
  func options(for path: String, types defaultTypes: TypeSource) throws -> CSVOptions {
    var options = form(for: path)
    switch types ?? (decimals ? .inferred : defaultTypes) {
    case .inferred: options.types = .inferred(decimals: decimals)
    case .strings: options.types = .strings
    }
    if let schema { options.types = .schema(try TableDeclaration(path: schema).schema) }
    return options
  }

  /// The options but for the types.
  private func form(for path: String) -> CSVOptions {
    var options = CSVOptions()
    options.separator = separator?.byte ?? CSVOptions.separator(named: path) ?? UInt8(ascii: ",")
    options.quote = quote.byte
    options.escape = escape.byte
    options.hasHeader = !hasNoHeader
    options.skippedLineCount = skipLines
    options.comment = comment?.byte
    options.nullTexts = nulls
    options.trimsBlanks = trim
    options.onBadRow = onBadRow
    readLimit.apply(to: &options)
    return options
  }
}

/// Where the types of a CSV file's columns come from, when they are not declared.
enum TypeSource: String, ExpressibleByArgument, CaseIterable {
  /// The values of all rows.
  case inferred
  /// Every column is a string.
  case strings
}

extension CSVOptions.BadRowPolicy: ExpressibleByArgument {}
extension OutputMode: ExpressibleByArgument {}
