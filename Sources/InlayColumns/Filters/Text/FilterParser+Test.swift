import InlayBytes

extension FilterParser {
  /// Reads what is asked of one column.
  mutating func test() throws(InlayError) -> RowFilter {
    let column = try column()
    if take(word: "IS") {
      let isNegated = take(word: "NOT")
      guard take(word: "NULL") else {
        throw next.unexpected(expected: isNegated ? "NULL" : "NULL or NOT NULL")
      }
      return isNegated ? .isNotNull(column: column) : .isNull(column: column)
    }
    if let comparison = Self.comparisons[next.kind == .sign ? next.text : ""] {
      _ = take()
      return .comparison(column: column, comparison, try value(column).value)
    }
    let isNegated = take(word: "NOT")
    let filter = try wordTest(column)
    return isNegated ? .not(filter) : filter
  }

  private static let comparisons: [String: RowFilter.Comparison] = [
    "=": .equal, "!=": .notEqual, "<>": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater,
    ">=": .greaterOrEqual,
  ]

  /// Reads a test that begins with a word.
  private mutating func wordTest(_ column: Int) throws(InlayError) -> RowFilter {
    if take(word: "IN") { return .isOneOf(column: column, try values(column)) }
    if take(word: "LIKE") { return try pattern(column) }
    if take(word: "STARTS") {
      guard take(word: "WITH") else { throw next.unexpected(expected: "WITH") }
      return try prefix(column)
    }
    if take(word: "BETWEEN") {
      let first = try value(column).value
      guard take(word: "AND") else { throw next.unexpected(expected: "AND") }
      return .all([
        .comparison(column: column, .greaterOrEqual, first),
        .comparison(column: column, .lessOrEqual, try value(column).value),
      ])
    }
    throw next.unexpected(expected: "a comparison, IS, IN, BETWEEN, LIKE or STARTS WITH")
  }

  private mutating func column() throws(InlayError) -> Int {
    let token = take()
    guard token.kind == .name || token.kind == .word else {
      throw token.unexpected(expected: "a column's name")
    }
    guard let column = schema.index(of: token.text) else {
      throw InlayError(
        .invalidInput,
        """
        the filter is wrong at character \(token.position): there is no column \(quoted(token.text)); the columns are \
        \(listed(schema.names))
        """)
    }
    return column
  }

  // MARK: - Constants

  /// Reads a constant and its value in the column's type.
  private mutating func value(_ column: Int) throws(InlayError) -> (value: ColumnValue, token: FilterToken) {
    let token = take()
    let isBoolean = token.isWord("TRUE") || token.isWord("FALSE")
    guard token.kind == .text || token.kind == .number || isBoolean else {
      let expected = token.isWord("NULL") ? "a constant; nulls are found by IS NULL, and one" : "a constant"
      throw token.unexpected(expected: expected)
    }
    do {
      let constant = FilterConstant(token.text, isQuoted: token.kind == .text)
      return (try ColumnValue(constant, of: schema[column]), token)
    } catch {
      throw InlayError(
        error.code, "the filter is wrong at character \(token.position): \(error.message)", at: error.location
      )
    }
  }

  private mutating func values(_ column: Int) throws(InlayError) -> [ColumnValue] {
    guard take(sign: "(") else { throw next.unexpected(expected: "(") }
    var values = [try value(column).value]
    while take(sign: ",") { values.append(try value(column).value) }
    guard take(sign: ")") else { throw next.unexpected(expected: ", or )") }
    return values
  }

  /// Reads the bytes that values shall begin with.
  private mutating func prefix(_ column: Int) throws(InlayError) -> RowFilter {
    let (value, token) = try value(column)
    guard case .bytes(let bytes) = value else { throw notBytes(column, token) }
    return .startsWith(column: column, bytes)
  }

  /// Reads a pattern: what an index of bounds can be asked for is how values begin.
  private mutating func pattern(_ column: Int) throws(InlayError) -> RowFilter {
    let (value, token) = try value(column)
    guard case .bytes = value, schema[column].type == .string else { throw notBytes(column, token) }
    let scalars = token.text.unicodeScalars
    let isPrefix = scalars.last == "%"
    let start = isPrefix ? String(scalars.dropLast()) : token.text
    guard !start.unicodeScalars.contains(where: { "%_\\".unicodeScalars.contains($0) }) else {
      throw InlayError(
        .unsupported,
        """
        the filter is wrong at character \(token.position): a pattern has one % at its end and no _ or \\; found \
        \(quoted(token.text))
        """)
    }
    return isPrefix
      ? .startsWith(column: column, Array(start.utf8)) : .comparison(column: column, .equal, .text(start))
  }

  private func notBytes(_ column: Int, _ token: FilterToken) -> InlayError {
    InlayError(
      .invalidInput,
      """
      the filter is wrong at character \(token.position): only strings and binaries begin with something, and only \
      strings are like something; the type is \(schema[column].type)
      """, at: .init(column: schema[column].name))
  }
}
