import InlayBytes
import InlayColumns

extension Column {
  /// Returns for each row the value that one of some columns has there; null where none is chosen.
  ///
  /// - Parameter choice: For each row the number of the column; nil for none.
  /// - Throws: ``InlayError/Code/limitExceeded`` when all columns together have 2³² values or more.
  static func choosing(
    from columns: [Column], type: DataType, count: Int, _ choice: (_ row: Int) -> Int?
  ) throws -> Column {
    guard columns.count.multipliedReportingOverflow(by: count).partialValue < UInt32.max else {
      throw InlayError(
        .limitExceeded, "an expression chooses among too many values; give it fewer than \(columns.count)")
    }
    var rows = ValueBuilder<UInt32>(capacity: count)
    let end = columns.count * count
    for row in 0..<count { rows.append(UInt32(choice(row).map { $0 * count + row } ?? end)) }
    let all = columns.map { $0.decoded() } + [Column.nulls(of: type, count: 1).decoded()]
    return Column.concatenating(all, type: type).gathered(rows.freeze())
  }

  /// Returns the values of the field of a structure.
  func member(_ name: String) throws -> Column {
    if type == .null { return self }
    let plain = decoded()
    guard case .structure(let values) = plain.storage, let position = type.children.position(of: name) else {
      throw InlayError(.invalidInput, "only a structure has fields; \(name) is asked of \(type)")
    }
    let member = values.columns[position]
    guard let validity = plain.validity, member.type != .null else { return member }
    return Column(type: member.type, storage: member.storage, validity: .both(validity, member.validity))
  }
}

extension Expression {
  static func conditional(
    _ branches: [Branch], otherwise: Expression?, over batch: RecordBatch
  ) throws -> Column {
    var values = try branches.map { try $0.value.values(over: batch) }
    if let otherwise { values.append(try otherwise.values(over: batch)) }
    let type = try commonType(of: values)
    let conditions = try branches.map { Truth(try $0.condition.values(over: batch)).isTrue }
    let last = otherwise == nil ? nil : branches.count
    return try Column.choosing(
      from: try values.map { try $0.cast(to: type) }, type: type, count: batch.rowCount
    ) {
      row in conditions.firstIndex { $0[row] } ?? last
    }
  }

  /// Returns for each row the first value that is not null.
  static func coalesce(_ arguments: [Expression], over batch: RecordBatch) throws -> Column {
    let values = try arguments.map { try $0.values(over: batch) }
    let type = try commonType(of: values)
    let casts = try values.map { try $0.cast(to: type) }
    let missing = casts.map(\.missing)
    return try Column.choosing(from: casts, type: type, count: batch.rowCount) { row in
      missing.firstIndex { !$0[row] }
    }
  }

  private static func commonType(of values: [Column]) throws -> DataType {
    let fields = values.map { Field("", $0.type) }
    return try ExpressionTyping(schema: Schema([]), column: nil).commonType(of: fields)
  }
}
