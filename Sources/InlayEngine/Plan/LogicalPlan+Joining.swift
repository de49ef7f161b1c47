import InlayBytes
import InlayColumns

extension LogicalPlan {
  /// Pairs each row with the rows of `other` that have equal keys; a null key equals nothing.
  ///
  /// The columns are this plan's and then the other's, but for a semi or anti join, which gives this plan's only. The
  /// rows come in the order of the larger input's rows (the one that is not held in memory), and for each of those in
  /// the order of the other's; rows of the smaller input without a partner come last. A semi or anti join keeps the
  /// order of this plan's rows.
  ///
  /// - Parameters:
  ///   - keys: Pairs of columns with equal types.
  ///   - kind: What becomes of rows without a partner.
  ///   - names: The names of the resulting columns; see ``JoinNaming``.
  /// - Throws: ``InlayError/Code/invalidInput`` for no keys, for types that differ, or for names that still collide.
  public func joined(
    to other: LogicalPlan, keys: JoinKeys, kind: JoinKind = .inner, naming: JoinNaming = .dotFirst,
    label: String? = nil
  ) throws -> LogicalPlan {
    try check(keys, with: other)
    var fields = schema.fields
    if kind.givesRightColumns {
      fields = try naming.fields(of: schema, and: other.schema)
      for position in fields.indices {
        let isLeft = position < schema.count
        if isLeft ? kind.keepsRight : kind.keepsLeft { fields[position].isNullable = true }
      }
    }
    return LogicalPlan(schema: Schema(fields), operation: .join(self, other, keys, kind), label: label)
  }

  private func check(_ keys: JoinKeys, with other: LogicalPlan) throws {
    guard !keys.left.isEmpty, keys.left.count == keys.right.count else {
      throw InlayError(.invalidInput, "a join needs one or more pairs of key columns")
    }
    for (left, right) in zip(keys.left, keys.right) where schema[left].type != other.schema[right].type {
      throw InlayError(
        .invalidInput,
        """
        the key columns have different types; give both sides one type: \(schema[left].name) is \
        \(schema[left].type), \(other.schema[right].name) is \(other.schema[right].type)
        """)
    }
    if let key = keys.left.first(where: { schema[$0].type.isNested }) {
      throw InlayError(
        .invalidInput, "nested values cannot be compared, and so cannot be join keys: \(schema[key].name)")
    }
  }
}
