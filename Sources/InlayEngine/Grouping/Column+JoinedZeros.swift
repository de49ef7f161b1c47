import InlayBytes
import InlayColumns

extension Column {
  /// Returns the same values with 0 for -0 and one NaN, as keys are given; nested ones too.
  func joiningZeros() -> Column {
    guard type.holdsFloatingPoint else { return self }
    let column = decoded()
    return Column(type: type, storage: column.storage.joiningZeros(), validity: column.validity)
  }
}

extension ColumnStorage {
  fileprivate func joiningZeros() -> ColumnStorage {
    switch self {
    case .float(let values): .float(GroupWords.mapped(values.span) { $0 == 0 ? 0 : $0.isNaN ? .nan : $0 })
    case .double(let values): .double(GroupWords.mapped(values.span) { $0 == 0 ? 0 : $0.isNaN ? .nan : $0 })
    case .list(let lists):
      .list(ListValues(offsets: lists.offsets, elements: lists.elements.joiningZeros()))
    case .structure(let values):
      .structure(StructureValues(columns: values.columns.map { $0.joiningZeros() }, count: values.count))
    default: self
    }
  }
}

extension DataType {
  /// Whether values are floating-point numbers or hold some.
  fileprivate var holdsFloatingPoint: Bool {
    self == .float || self == .double || children.contains { $0.type.holdsFloatingPoint }
  }
}
