import InlayBytes

extension BoundFilter {
  /// Returns a 1 for each row that is kept.
  ///
  /// - Parameter column: Gives the rows' values of the column at a position of the schema.
  package func kept(rowCount: Int, _ column: (Int) -> Column) -> Bitmap {
    switch self {
    case .test(let position, let test): return test.passing(column(position))
    case .all(let parts):
      return parts.map { $0.kept(rowCount: rowCount, column) }
        .reduce(Bitmap(repeating: true, count: rowCount)) { $0.intersection($1) }
    case .any(let parts):
      return parts.map { $0.kept(rowCount: rowCount, column) }
        .reduce(Bitmap(repeating: false, count: rowCount)) { $0.union($1) }
    }
  }
}

extension ColumnTest {
  /// Returns a 1 for each value for which the test holds.
  package func passing(_ column: Column) -> Bitmap {
    if case .dictionary(let values) = column.storage { return passing(values, column.validity) }
    switch self {
    case .isNull:
      return column.validity?.inverted() ?? Bitmap(repeating: false, count: column.count)
    case .isNotNull: return column.validity ?? Bitmap(repeating: true, count: column.count)
    case .numbers(let set): return column.present(NumberTest(set).passing(column.storage, column.type))
    case .bytes(let set): return column.present(ByteTest(set).passing(column.storage))
    }
  }

  /// Tests each value of the base column once, where it has fewer of them than there are rows.
  private func passing(_ values: DictionaryValues, _ validity: Bitmap?) -> Bitmap {
    let base = values.base.column
    let isBaseSmaller = base.count <= values.indices.count
    let passing =
      isBaseSmaller
      ? self.passing(base).gathered(values.indices) : self.passing(base.gathered(values.indices))
    guard let validity else { return passing }
    if case .isNull = self { return passing.union(validity.inverted()) }
    return passing.intersection(validity)
  }
}

extension Column {
  /// Returns those of some bits whose values are there.
  fileprivate func present(_ bits: Bitmap) -> Bitmap { validity.map { bits.intersection($0) } ?? bits }
}
