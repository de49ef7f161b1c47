public import InlayBytes

extension RowFilter {
  /// Reads a filter from its text: `popularity > 50 AND (genre IN ('rock', 'pop') OR genre IS NULL)`.
  ///
  /// A column is asked for one of these; `NOT` stands before `IN`, `BETWEEN`, `LIKE` and `STARTS WITH` too:
  ///
  /// | text | rows that are kept |
  /// |---|---|
  /// | `=` `!=` `<>` `<` `<=` `>` `>=` and a constant | those whose value compares so |
  /// | `BETWEEN 1 AND 5` | those whose value is neither less than the first nor greater than the second |
  /// | `IN ('a', 'b')` | those whose value is in the list |
  /// | `LIKE 'a%'`, `STARTS WITH 'a'` | those whose value begins so; a pattern has no other wildcard |
  /// | `IS NULL`, `IS NOT NULL` | those without a value, or with one |
  ///
  /// `NOT`, `AND`, `OR`, which bind in this order, and parentheses put them together. Words are read in any letter case,
  /// and columns' names in their own; a name that is no word of letters, digits and `_`, or one of the grammar's, stands
  /// in double quotes. Texts, dates, times and binaries stand in single quotes, in the forms of ``ValueText``; numbers
  /// and `true` and `false` need none. A quote within quotes is written twice.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` with the place of what is wrong, counted in characters from 1;
  ///   ``InlayError/Code/unsupported`` for other patterns and for columns whose values are not compared.
  public init(text: String, schema: Schema) throws(InlayError) {
    var parser = try FilterParser(text, schema: schema)
    self = try parser.filter()
  }
}
