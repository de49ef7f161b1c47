/// A leaf under check: as a part of the schema tree, and as the part of a column that its values are read as.
struct CheckedLeaf {
  let node: SchemaNode.Leaf
  let column: ColumnLeaf

  /// The place among the leaves.
  var position: Int { column.position }

  /// The leaves of a file in order; O(leaves).
  static func all(of file: ParquetFile) -> [CheckedLeaf] {
    zip(file.root.leafNodes(), file.columns.flatMap(\.leaves)).map(CheckedLeaf.init)
  }
}
