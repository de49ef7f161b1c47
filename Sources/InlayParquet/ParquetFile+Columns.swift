public import InlayBytes
import InlayColumns

extension ParquetFile {
  /// Returns why the column at a position of the schema cannot be read, or nil when it can.
  public func problem(ofColumn position: Int) -> InlayError? {
    let node = root.children[position]
    let location = InlayError.Location(file: path, column: node.name)
    if !node.isLeaf || node.repetitionLevel > 0 {
      return InlayError(
        .unsupported, "nested and repeated columns cannot be read yet; ask for the other columns",
        at: location)
    }
    if node.element.dataType == nil {
      return InlayError(
        .unsupported,
        "values of this physical type cannot be read yet; ask for the other columns: \(node.element.type.text)",
        at: location)
    }
    if node.element.type == .fixedLengthByteArray, (node.element.typeLength ?? 0) <= 0 {
      return InlayError(
        .corrupt, "a fixed-length type has no length: \(node.element.typeLength ?? 0)", at: location)
    }
    return nil
  }
}

extension PhysicalType? {
  fileprivate var text: String { map(\.description) ?? "none" }
}

extension SchemaNode {
  /// The column of a child of the root.
  var field: Field {
    let isFlat = isLeaf && repetitionLevel == 0
    return Field(
      name, isFlat ? element.dataType ?? .binary : .binary, isNullable: !isFlat || definitionLevel > 0,
      annotation: isFlat ? element.annotation : nil)
  }
}
