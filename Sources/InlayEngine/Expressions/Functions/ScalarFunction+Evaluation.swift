import InlayBytes
import InlayColumns

extension ScalarFunction {
  /// Returns what the function makes of its arguments for each row.
  func values(_ arguments: [Expression], over batch: RecordBatch) throws -> Column {
    if self == .coalesce { return try Expression.coalesce(arguments, over: batch) }
    let columns = try arguments.map { try $0.values(over: batch) }
    switch self {
    case .lower: return try columns[0].texts { LetterCase.appendLower($0, to: &$1) }
    case .upper: return try columns[0].texts { LetterCase.appendUpper($0, to: &$1) }
    case .trim: return try columns[0].texts { $1.append(bytes: $0.trimmedOfSpaces) }
    case .length: return try columns[0].lengths()
    case .concat: return try Column.joined(columns, count: batch.rowCount)
    case .substring: return try Column.parts(columns)
    case .startswith: return try Column.tested(columns) { $0.starts(with: $1) }
    case .endswith: return try Column.tested(columns) { $0.ends(with: $1) }
    case .contains: return try Column.tested(columns) { $0.contains($1) }
    case .abs: return try columns[0].magnitudes()
    case .round:
      return try columns[0].rounded(to: arguments.count > 1 ? arguments[1].wholeConstant ?? 0 : 0)
    case .get: return try columns[0].elements(at: columns[1])
    case .rlike: return try Column.matching(columns)
    case .split: return try Column.split(columns)
    case .coalesce: return columns[0]
    }
  }
}
