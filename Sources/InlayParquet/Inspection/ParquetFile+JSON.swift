public import InlayBytes

extension ParquetFile {
  /// Which part of a file is looked at.
  public struct Scope: Hashable, Sendable {
    /// The row groups.
    public var rowGroups: [Int]
    /// The leaf columns, by their place among the column chunks.
    public var leaves: [Int]

    /// Names row groups and leaf columns.
    public init(rowGroups: [Int], leaves: [Int]) {
      self.rowGroups = rowGroups
      self.leaves = leaves
    }
  }

  /// The whole file.
  public var wholeScope: Scope {
    Scope(rowGroups: Array(metadata.rowGroups.indices), leaves: Array(root.leaves))
  }

  /// Returns everything that the file says of itself within a scope as JSON, in the form of
  /// `Schemas/inspection.schema.json`; values are not read.
  ///
  /// - Complexity: O(pages).
  public func inspectionJSON(_ scope: Scope) -> JSONValue {
    let leaves = root.leafNodes()
    return [
      "file": .string(path), "byteCount": .count(byteCount), "footerOffset": .count(footerOffset),
      "footerByteCount": .count(byteCount - 8 - footerOffset), "version": .count(metadata.version),
      "createdBy": .text(metadata.createdBy), "rowCount": .count(metadata.rowCount),
      "keyValues": KeyValue.json(metadata.keyValues),
      "columnOrders": metadata.columnOrders.map { .array($0.map { .name($0) }) } ?? .null,
      "schema": root.json,
      "rowGroups": .array(
        scope.rowGroups.map { rowGroup in
          json(
            rowGroup: rowGroup,
            scope.leaves.map { inspect(rowGroup: rowGroup, leaf: $0).json(of: leaves[$0]) })
        }),
    ]
  }

  private func json(rowGroup position: Int, _ columns: [JSONValue]) -> JSONValue {
    let group = metadata.rowGroups[position]
    return [
      "position": .count(position), "ordinal": .count(group.ordinal), "rowCount": .count(group.rowCount),
      "uncompressedByteCount": .count(group.uncompressedByteCount),
      "compressedByteCount": .count(group.compressedByteCount), "fileOffset": .count(group.fileOffset),
      "sortingColumns": group.sortingColumns.map { .array($0.map(\.json)) } ?? .null,
      "columns": .array(columns),
    ]
  }
}

extension SortingColumn {
  fileprivate var json: JSONValue {
    [
      "columnIndex": .count(columnIndex), "isDescending": .bool(isDescending),
      "areNullsFirst": .bool(areNullsFirst),
    ]
  }
}
