import InlayBytes
import InlayColumns

extension LogicalPlan {
  /// Pairs each row with the rows of `other` that have equal keys; a null key equals nothing.
  ///
  /// Keys of different types are compared as ``Expression`` compares them: a text with a number as a number.
  ///
  /// The columns are this plan's and then the other's, but for a semi or anti join, which gives this plan's only. The
  /// rows come in the order of the larger input's rows (the one that is not held in memory), and for each of those in
  /// the order of the other's; rows of the smaller input without a partner come last. A semi or anti join keeps the
  /// order of this plan's rows.
  ///
  /// - Parameters:
  ///   - keys: Pairs of columns whose values can be compared.
  ///   - kind: What becomes of rows without a partner.
  ///   - names: The names of the resulting columns; see ``JoinNaming``.
  /// - Throws: ``InlayError/Code/invalidInput`` for no keys, for types that cannot be compared, or for names that still
  ///   collide.
  public func joined(
    to other: LogicalPlan, keys: JoinKeys, kind: JoinKind = .inner, naming: JoinNaming = .dotFirst,
    label: String? = nil
  ) throws -> LogicalPlan {
    let types = try comparedTypes(of: keys, with: other)
    let fields = kind.givesRightColumns ? try naming.fields(of: schema, and: other.schema) : schema.fields
    let (left, leftKeys) = try casting(keys.left, to: types)
    let (right, rightKeys) = try other.casting(keys.right, to: types)
    let joined = left.paired(with: right, JoinKeys(left: leftKeys, right: rightKeys), kind, label)
    let kept = (0..<schema.count) + (0..<fields.count - schema.count).map { left.schema.count + $0 }
    return joined.named(kept, fields.map(\.name))
  }

  /// Returns for each pair of keys the type as which they are compared.
  private func comparedTypes(of keys: JoinKeys, with other: LogicalPlan) throws -> [DataType] {
    guard !keys.left.isEmpty, keys.left.count == keys.right.count else {
      throw InlayError(.invalidInput, "a join needs one or more pairs of key columns")
    }
    return try zip(keys.left, keys.right).map { leftKey, rightKey in
      let (left, right) = (schema[leftKey], other.schema[rightKey])
      if let key = [left, right].first(where: \.type.isNested) {
        throw InlayError(
          .invalidInput, "nested values cannot be compared, and so cannot be join keys: \(key.name)")
      }
      if left.type == right.type { return left.type }
      guard let common = left.type.compared(with: right.type, by: .equal) else {
        throw InlayError(
          .invalidInput,
          """
          the key columns have types that cannot be compared; give both sides one type: \(left.name) is \
          \(left.type), \(right.name) is \(right.type)
          """)
      }
      return common
    }
  }

  /// Adds columns for those keys that have other types than they are compared as; returns where the keys are then.
  private func casting(_ keys: [Int], to types: [DataType]) throws -> (LogicalPlan, keys: [Int]) {
    var positions = keys
    var columns = schema.fields.enumerated().map { (name: $1.name, value: Expression.column($0)) }
    for (index, key) in keys.enumerated() where schema[key].type != types[index] {
      positions[index] = columns.count
      columns.append((name: schema[key].name, value: .cast(.column(key), types[index])))
    }
    return columns.count == schema.count ? (self, keys) : (try computing(columns), positions)
  }

  /// Joins by keys of equal types, under the names that both inputs have.
  private func paired(
    with other: LogicalPlan, _ keys: JoinKeys, _ kind: JoinKind, _ label: String?
  ) -> LogicalPlan {
    var fields = schema.fields + (kind.givesRightColumns ? other.schema.fields : [])
    for position in fields.indices where position < schema.count ? kind.keepsRight : kind.keepsLeft {
      fields[position].isNullable = true
    }
    return LogicalPlan(schema: Schema(fields), operation: .join(self, other, keys, kind), label: label)
  }

  /// Keeps the columns at some positions under other names; where all are kept, no step is needed for that.
  private func named(_ positions: [Int], _ names: [String]) -> LogicalPlan {
    guard positions == Array(0..<schema.count) else { return projecting(positions, names: names) }
    var renamed = schema
    for (position, name) in names.enumerated() { renamed.fields[position].name = name }
    return LogicalPlan(schema: renamed, operation: operation, label: label)
  }
}
