import InlayBytes
import InlayCSV
import InlayColumns

/// Reads CSV files: an S3 source of the format csv.
///
/// Every column is a string, and an empty field is an empty string. A quoted field may hold line ends whatever
/// `multiline` says: without it the service tears such a record apart, which nobody asks for.
struct S3CSVSource: S3Source {
  let files: S3SourceFiles
  let separator: UInt8
  /// The byte that encloses a field; nothing when quotes are data.
  let quote: UInt8?
  /// The byte that takes the next one as it is; nothing when there is none.
  let escape: UInt8?
  /// Whether the first line names the columns; they are called `col0`, `col1`, … otherwise.
  let hasHeader: Bool
  /// Whether the first record of data is passed over.
  let skipsFirst: Bool
  /// Whether every file is gzip-compressed; a file whose name ends in `.gz` is taken as such in any case.
  let isGzip: Bool

  init(reading reader: inout NodeReader) {
    files = S3SourceFiles(reading: &reader)
    separator = reader.separator()
    quote = reader.quote()
    escape = reader.escape()
    hasHeader = reader.flag("WithHeader") ?? false
    skipsFirst = reader.flag("SkipFirst") ?? false
    isGzip = reader.isGzip()
    _ = reader.flag("Multiline")
  }

  func open(_ files: [String], options: JobOptions) throws -> any BatchSource {
    var csv = CSVOptions()
    csv.separator = separator
    csv.quote = quote
    csv.escape = escape
    csv.hasHeader = hasHeader
    // Without a header the line need not have the fields of the others.
    csv.skippedLineCount = skipsFirst && !hasHeader ? 1 : 0
    csv.skipsFirstRecord = skipsFirst && hasHeader
    csv.compression = isGzip ? .gzip : .automatic
    csv.onBadRow = options.onBadRow
    return try CSVSource(paths: files, options: csv)
  }

  /// The service numbers the columns of a file without a header by another name than the reader does.
  func columnNames(of schema: Schema) -> [String] {
    hasHeader ? schema.names : schema.names.indices.map { "col\($0)" }
  }

  func summary(inputs: [String]) -> [String] {
    var traits = [hasHeader ? "with a header" : "without a header"]
    if separator != UInt8(ascii: ",") { traits.append("separated by \(Self.name(of: separator))") }
    if quote != UInt8(ascii: "\"") {
      traits.append(quote.map { "quoted by \(Self.name(of: $0))" } ?? "without quotes")
    }
    if let escape { traits.append("escaped by \(Self.name(of: escape))") }
    if skipsFirst { traits.append("first line of data skipped") }
    if isGzip { traits.append("gzip-compressed") }
    traits += files.traits
    return ["read CSV \(traits.joined(separator: ", "))"] + paths.map { printable($0) }
  }

  private static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x09: "tab"
    case 0x01: "Ctrl-A"
    default: quoted(String(UnicodeScalar(byte)))
    }
  }
}

extension NodeReader {
  /// Reads a byte that stands between fields: a word of the service or one character.
  fileprivate mutating func separator() -> UInt8 {
    let words: [String: UInt8] = [
      "comma": UInt8(ascii: ","), "ctrla": 0x01, "pipe": UInt8(ascii: "|"), "semicolon": UInt8(ascii: ";"),
      "tab": 0x09, "\\t": 0x09,
    ]
    guard let text = string("Separator"), !text.isEmpty else { return UInt8(ascii: ",") }
    return words[text] ?? singleByte(text, at: "Separator") ?? UInt8(ascii: ",")
  }

  /// Reads the quote: a word of the service, one character, or -1 (also as a number) for none.
  fileprivate mutating func quote() -> UInt8? {
    if value("QuoteChar")?.number?.integer == -1 { return nil }
    guard let text = string("QuoteChar") else { return UInt8(ascii: "\"") }
    switch text {
    case "quote": return UInt8(ascii: "\"")
    case "single_quote": return UInt8(ascii: "'")
    case "disabled", "-1", "": return nil
    // The service's word, spelt so, for a pair of characters that no byte can stand for.
    case "quillemet": return singleByte("«", at: "QuoteChar")
    default: return singleByte(text, at: "QuoteChar")
    }
  }

  fileprivate mutating func escape() -> UInt8? {
    guard let text = string("Escaper"), !text.isEmpty else { return nil }
    report.warning(
      "Escaper",
      "An escaped letter stays as it is written, with its escape; the service makes control characters of n, r, t and "
        + "0.")
    return singleByte(text, at: "Escaper")
  }

  private mutating func singleByte(_ text: String, at member: String) -> UInt8? {
    if text.utf8.count == 1, let byte = text.utf8.first, byte != 0x0A, byte != 0x0D { return byte }
    report.error(
      member,
      "This version reads CSV whose \(node.origin.dialect.name(of: member)) is one ASCII character; found \(quoted(text))."
    )
    return nil
  }
}
