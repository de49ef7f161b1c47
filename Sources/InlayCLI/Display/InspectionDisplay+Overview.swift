import Inlay

extension InspectionDisplay {
  /// The schema as a tree.
  func schema(_ file: ParquetFile) -> [String] {
    table(
      ["schema", "repetition", "type", "meaning", "#id"], file.root.children.flatMap { rows($0, depth: 0) })
  }

  private func rows(_ node: SchemaNode, depth: Int) -> [[String?]] {
    let element = node.element
    let length = element.typeLength.map { "(\($0))" } ?? ""
    let row: [String?] = [
      String(repeating: "  ", count: depth) + node.name.printable,
      element.repetition?.description.lowercased(),
      element.type.map { "\($0)" + ($0 == .fixedLengthByteArray ? length : "") } ?? "group",
      element.logicalType?.description.printable ?? element.convertedType?.description,
      element.fieldID.map { "\($0)" },
    ]
    return [row] + node.children.flatMap { rows($0, depth: depth + 1) }
  }

  /// The row groups, one a line.
  func rowGroups(_ file: ParquetFile) -> [String] {
    let leaves = file.root.leafNodes()
    return table(
      ["#row group", "#rows", "#size", "#uncompressed", "#offset", "sorted by"],
      file.metadata.rowGroups.enumerated().map { position, group in
        let chunks = group.columns.compactMap(\.metadata)
        return [
          "\(position)", Quantity.count(Int(clamping: group.rowCount)),
          Quantity.bytes(Self.sum(chunks.map(\.compressedByteCount))),
          Quantity.bytes(Int(clamping: group.uncompressedByteCount)),
          chunks.map(\.dataPageOffset).min().map { "\(group.fileOffset ?? $0)" },
          group.sortingColumns.map { $0.map { Self.text($0, leaves) }.joined(separator: ", ") },
        ]
      })
  }

  private static func text(_ column: SortingColumn, _ leaves: [SchemaNode.Leaf]) -> String {
    let position = Int(column.columnIndex)
    let name = leaves.indices.contains(position) ? leaves[position].name.printable : "column \(position)"
    return name + (column.isDescending ? " descending" : "") + (column.areNullsFirst ? " nulls first" : "")
  }

  /// The leaf columns, one a line, with sums over the row groups.
  func columns(_ file: ParquetFile) -> [String] {
    table(
      ["column", "#size", "#ratio", "#values", "#nulls", "codec", "encodings", "beside"],
      file.root.leafNodes().enumerated().map { position, leaf in
        let chunks = file.metadata.rowGroups.map { $0.columns[position] }
        let parts = chunks.compactMap(\.metadata)
        let nulls = parts.map { $0.statistics?.nullCount }
        return [
          leaf.name.printable, Quantity.bytes(Self.sum(parts.map(\.compressedByteCount))),
          Self.ratio(
            Self.sum(parts.map(\.uncompressedByteCount)), Self.sum(parts.map(\.compressedByteCount))),
          Quantity.count(Self.sum(parts.map(\.valueCount))),
          nulls.contains(nil) ? nil : Quantity.count(Self.sum(nulls.compactMap(\.self))),
          Self.distinct(parts.map { $0.compression.description }),
          Self.distinct(parts.flatMap { $0.encodings.map(\.description) }), Self.beside(chunks),
        ]
      })
  }

  /// What the chunks have beside their data pages.
  static func beside(_ chunks: [ColumnChunk]) -> String {
    let parts: [(String, (ColumnChunk) -> Bool)] = [
      ("dictionary", { ($0.metadata?.dictionaryPageOffset ?? 0) > 0 }),
      ("page index", { $0.columnIndexOffset != nil && $0.offsetIndexOffset != nil }),
      ("column index", { $0.columnIndexOffset != nil && $0.offsetIndexOffset == nil }),
      ("offset index", { $0.columnIndexOffset == nil && $0.offsetIndexOffset != nil }),
      ("bloom filter", { $0.metadata?.bloomFilterOffset != nil }), ("encrypted", { $0.encryption != nil }),
    ]
    return parts.compactMap { name, isThere in
      let count = chunks.count(where: isThere)
      if count == 0 { return nil }
      return count == chunks.count ? name : "\(name) (\(count) of \(chunks.count))"
    }.joined(separator: ", ")
  }

  /// A sum of sizes that a file claims: as large as a number can be where it goes beyond.
  static func sum(_ values: [Int64]) -> Int {
    values.reduce(0) { sum, value in
      let (next, isOverflowing) = sum.addingReportingOverflow(Int(clamping: value))
      return isOverflowing ? .max : next
    }
  }

  /// How many times smaller compression made something: `3.4`.
  static func ratio(_ before: Int, _ after: Int) -> String? {
    guard before > 0, after > 0 else { return nil }
    let tenths = Int((Swift.min(Double(before) / Double(after), 1e9) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The texts, each once, in their order.
  static func distinct(_ texts: [String]) -> String {
    var seen: [String] = []
    for text in texts where !seen.contains(text) { seen.append(text) }
    return seen.joined(separator: ", ")
  }
}
