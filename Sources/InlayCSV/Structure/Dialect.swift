import CInlayKernels
import InlayColumns

/// The bytes that have a meaning, as the kernels take them, and the instructions that these may use.
struct Dialect: Sendable {
  let bytes: inlay_csv_dialect
  let level: inlay_csv_level

  init(_ options: CSVOptions) {
    let escape = options.escape == options.quote ? nil : options.escape
    bytes = inlay_csv_dialect(
      separator: options.separator, quote: options.quote ?? 0, escape: escape ?? 0,
      comment: options.comment ?? 0, has_quote: options.quote != nil, has_escape: escape != nil,
      has_comment: options.comment != nil, trims_blanks: options.trimsBlanks)
    level = options.usesVectors ? inlay_csv_best_level() : inlay_csv_plain
  }

  /// Whether a field's bytes between its delimiters, or between its quotes, are its value but for doubled quotes.
  var isSimple: Bool { !bytes.has_escape && !bytes.trims_blanks }

  /// Whether all delimiters are ASCII, so that no valid text breaks in the middle of a character.
  var isASCII: Bool {
    bytes.separator < 0x80 && (!bytes.has_quote || bytes.quote < 0x80)
      && (!bytes.has_escape || bytes.escape < 0x80)
  }
}
