import InlayBytes

/// The values of a structure column: one column for each field.
public struct StructureValues: Sendable {
  /// The fields' columns, all of the same length.
  ///
  /// Where the structure itself is null the fields hold something too, which means nothing.
  public let columns: [Column]
  /// The number of values, also of a structure without fields.
  public let count: Int

  /// Puts columns side by side; columns of different lengths trap.
  public init(columns: [Column], count: Int) {
    precondition(columns.allSatisfy { $0.count == count }, "the fields of a structure have equal lengths")
    self.columns = columns
    self.count = count
  }

  func slice(_ range: Range<Int>) -> StructureValues {
    StructureValues(columns: columns.map { $0[range] }, count: range.count)
  }

  func gathered(_ indices: Values<UInt32>) -> StructureValues {
    StructureValues(columns: columns.map { $0.gathered(indices) }, count: indices.count)
  }
}
