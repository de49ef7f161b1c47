import InlayBytes
import InlayColumns

extension Column {
  /// Casts the members of nested values: those of structures by position.
  func castNested(to target: DataType) throws -> Column {
    switch (storage, target) {
    case (.list(let lists), .list(let element)):
      let lists = lists.compacted()
      let elements = try lists.elements.cast(to: element.type)
      return Column(
        type: target, storage: .list(ListValues(offsets: lists.offsets, elements: elements)),
        validity: validity)
    case (.list(let lists), .map(let key, let value)):
      let lists = lists.compacted()
      let pairs = try lists.elements.decoded().castNested(to: .structure([key, value]))
      return Column(
        type: target, storage: .list(ListValues(offsets: lists.offsets, elements: pairs)),
        validity: validity)
    case (.structure(let values), .structure(let fields)):
      let members = try zip(values.columns, fields).map { try $0.cast(to: $1.type) }
      return Column(
        type: target, storage: .structure(StructureValues(columns: members, count: count)),
        validity: validity)
    default: return allNull(of: target)
    }
  }
}
