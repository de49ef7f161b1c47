import InlayBytes
import InlayColumns

extension ColumnTree {
  /// Returns why the column cannot be read, or nil when it can.
  var problem: InlayError? {
    switch content {
    case .leaf(let leaf): return leaf.problem
    case .structure(let fields), .variant(let fields):
      guard !fields.isEmpty else {
        return InlayError(
          .corrupt,
          "a group without fields has nothing that says how many there are; ask for the other columns",
          at: .init(column: field.name))
      }
      for field in fields {
        if let problem = field.problem { return problem }
      }
      return nil
    case .list(_, let element): return element.problem
    }
  }
}

extension ColumnLeaf {
  /// Returns why the leaf's values cannot be read, or nil when they can.
  fileprivate var problem: InlayError? {
    let location = InlayError.Location(column: path)
    if element.dataType == nil {
      return InlayError(
        .unsupported,
        "values of this physical type cannot be read yet; ask for the other columns: \(element.type.text)",
        at: location)
    }
    if element.type == .fixedLengthByteArray, (element.typeLength ?? 0) <= 0 {
      return InlayError(
        .corrupt, "a fixed-length type has no length: \(element.typeLength ?? 0)", at: location)
    }
    if definitionLevel > Int(UInt8.max) {
      return InlayError(
        .limitExceeded, "values nest deeper than can be read; the limit is 255 levels: \(definitionLevel)",
        at: location)
    }
    return nil
  }
}

extension PhysicalType? {
  fileprivate var text: String { map(\.description) ?? "none" }
}
