import InlayBytes
import InlayColumns

extension Expression {
  /// Returns the value for each row of a batch whose schema it was checked against.
  ///
  /// - Throws: ``InlayError/Code/limitExceeded`` for a regular expression that takes too long over a text.
  func values(over batch: RecordBatch) throws -> Column {
    try valuesOfEntries(over: batch) ?? valuesOfRows(over: batch)
  }

  /// Computes the values once for each entry of the base of the one column that is looked at, where that has fewer
  /// entries than there are rows; nil where it is not so.
  private func valuesOfEntries(over batch: RecordBatch) throws -> Column? {
    guard !isPlain else { return nil }
    let columns = columns
    guard columns.count == 1, case .dictionary(let values) = batch.columns[columns[0]].storage,
      values.base.column.count < batch.rowCount
    else { return nil }
    let alone = mappingColumns { _ in 0 }
    let schema = batch.schema.selecting(columns)
    let entries = try alone.valuesOfRows(over: schema.batch(of: values.base.column))
    let validity = batch.columns[columns[0]].validity
    if validity != nil {
      // What is made of a null counts too, unless that is null.
      let missing = Column.nulls(of: values.base.column.type, count: 1)
      guard try alone.valuesOfRows(over: schema.batch(of: missing)).isNull(at: 0) else { return nil }
    }
    guard entries.type != .null else { return .nulls(of: .null, count: batch.rowCount) }
    let shared = DictionaryValues(base: DictionaryBase(entries), indices: values.indices)
    return Column(type: entries.type, storage: .dictionary(shared), validity: validity)
  }

  /// Whether nothing is computed.
  private var isPlain: Bool {
    switch self {
    case .column, .named, .literal: true
    default: false
    }
  }

  private func valuesOfRows(over batch: RecordBatch) throws -> Column {
    switch self {
    case .column(let position): return batch.columns[position]
    case .named(let name): return batch.columns[try batch.schema.position(of: name)]
    case .literal(let literal): return literal.column(count: batch.rowCount)
    case .cast(let value, let type): return try value.values(over: batch).cast(to: type)
    case .comparison(let comparison, let left, let right):
      return try Self.compare(left.values(over: batch), comparison, right.values(over: batch))
    case .not(let value): return Truth(try value.values(over: batch)).opposite.column
    case .all(let parts):
      return try parts.reduce(Truth(true, count: batch.rowCount)) {
        $0.and(Truth(try $1.values(over: batch)))
      }.column
    case .any(let parts):
      return try parts.reduce(Truth(false, count: batch.rowCount)) {
        $0.or(Truth(try $1.values(over: batch)))
      }.column
    case .isNull(let value):
      let missing = try value.values(over: batch).missing
      return Column(type: .boolean, storage: .boolean(missing))
    case .arithmetic(let sign, let left, let right):
      return try Self.arithmetic(sign, (left, left.values(over: batch)), (right, right.values(over: batch)))
    case .call(let function, let arguments):
      return try function.values(arguments, over: batch)
    case .member(let value, let name): return try value.values(over: batch).member(name)
    case .structure(let members): return try Self.structure(members, over: batch)
    case .conditional(let branches, let otherwise):
      return try Self.conditional(branches, otherwise: otherwise, over: batch)
    }
  }

  private static func compare(
    _ left: Column, _ comparison: RowFilter.Comparison, _ right: Column
  ) throws -> Column {
    guard let common = left.type.compared(with: right.type, by: comparison) else {
      throw InlayError(
        .invalidInput, "values of these types cannot be compared; they are \(left.type) and \(right.type)")
    }
    guard common != .null else { return .nulls(of: .boolean, count: left.count) }
    return try left.cast(to: common).compared(comparison, with: right.cast(to: common))
  }

  private static func structure(_ members: [Member], over batch: RecordBatch) throws -> Column {
    let columns = try members.map { try $0.value.values(over: batch) }
    let fields = try members.map { member in
      let field = try member.value.field(over: batch.schema, column: member.name)
      return Field(member.name, field.type, isNullable: field.isNullable, annotation: field.annotation)
    }
    return Column(
      type: .structure(fields),
      storage: .structure(StructureValues(columns: columns, count: batch.rowCount)))
  }
}

extension Schema {
  /// Puts the only column into a batch.
  fileprivate func batch(of column: Column) -> RecordBatch {
    RecordBatch(schema: self, columns: [column], rowCount: column.count)
  }
}

extension Column {
  /// A 1 for each value that is null.
  var missing: Bitmap {
    if case .dictionary(let values) = storage, values.base.column.validity != nil {
      return Bitmap(computing: count) { isNull(at: $0) }
    }
    return validity?.inverted() ?? Bitmap(repeating: false, count: count)
  }
}
