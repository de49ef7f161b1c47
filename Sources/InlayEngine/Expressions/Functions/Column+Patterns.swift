import InlayBytes
import InlayColumns

extension Column {
  /// Tells which texts have a part that matches the regular expressions of another column.
  static func matching(_ columns: [Column]) throws -> Column {
    let (texts, values) = try columns[0].cast(to: .string).asBytes()
    var patterns = Patterns(try columns[1].cast(to: .string))
    var bits = BitmapBuilder(capacity: texts.count)
    let validity = Bitmap.both(texts.validity, patterns.validity)
    for row in 0..<texts.count {
      let isThere = validity?[row] ?? true
      bits.append(try isThere && patterns.pattern(row).isFound(in: values.bytes(at: row)))
    }
    return Column(type: .boolean, storage: .boolean(bits.freeze()), validity: validity)
  }

  /// Splits texts at the matches of regular expressions; the third column, if any, limits the number of parts.
  static func split(_ columns: [Column]) throws -> Column {
    let (texts, values) = try columns[0].cast(to: .string).asBytes()
    var patterns = Patterns(try columns[1].cast(to: .string))
    let limits = columns.count > 2 ? try columns[2].cast(to: .int32).decoded() : nil
    let counts = limits.flatMap { Int32.values(of: $0.storage) }
    let validity = [patterns.validity, limits?.validity].reduce(texts.validity) { .both($0, $1) }
    var offsets = ValueBuilder<Int32>(capacity: texts.count + 1)
    var parts = ViewBuilder()
    offsets.append(0)
    for row in 0..<texts.count {
      if validity?[row] ?? true {
        let text = values.bytes(at: row)
        let limit = counts.map { Int($0[row]) }.flatMap { $0 > 0 ? $0 : nil }
        for part in try patterns.pattern(row).parts(of: text, limit: limit) {
          parts.append(text.extracting(part))
        }
      }
      guard let end = Int32(exactly: parts.count) else {
        throw InlayError(.limitExceeded, "the parts of the texts of a batch are more than a column holds")
      }
      offsets.append(end)
    }
    let elements = Column(type: .string, storage: .views(parts.freeze()))
    return Column(
      type: .list(Field("element", .string, isNullable: false)),
      storage: .list(ListValues(offsets: offsets.freeze(), elements: elements)), validity: validity)
  }
}

/// The regular expressions of a column, which most often are one.
private struct Patterns {
  private let values: ViewValues
  let validity: Bitmap?
  private let one: Bool
  private var last: (text: String, pattern: Pattern)?

  init(_ column: Column) {
    if case .dictionary(let shared) = column.storage {
      one = shared.base.column.count == 1
    } else {
      one = false
    }
    let plain = column.decoded()
    validity = plain.validity
    if case .views(let values) = plain.storage { self.values = values } else { values = ViewValues([]) }
  }

  /// Returns the expression of a row.
  mutating func pattern(_ row: Int) throws -> Pattern {
    if one, let last { return last.pattern }
    let text = values.text(at: row)
    if let last, last.text == text { return last.pattern }
    let pattern = try Pattern.of(text)
    last = (text, pattern)
    return pattern
  }
}
