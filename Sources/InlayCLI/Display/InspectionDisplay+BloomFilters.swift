import Inlay

extension InspectionDisplay {
  /// The bloom filters of column chunks, one a line, and what of them cannot be read; nothing where there are none.
  func bloomFilters(_ file: ParquetFile, _ scope: ParquetFile.Scope) -> [String] {
    let leaves = file.root.leafNodes()
    var rows: [[String?]] = []
    var problems: [String] = []
    for rowGroup in scope.rowGroups {
      for leaf in scope.leaves {
        do {
          guard let filter = try file.locatedBloomFilter(rowGroup: rowGroup, leaf: leaf) else { continue }
          rows.append(row(filter, rowGroup, leaves[leaf]))
        } catch {
          problems.append("\(error)".printableLines)
        }
      }
    }
    let headings = [
      "bloom filter of", "#group", "#offset", "#size", "#blocks", "algorithm", "hash", "compression",
    ]
    return (rows.isEmpty ? [] : [""] + table(headings, rows, keys: 2)) + problems
  }

  private func row(_ filter: LocatedBloomFilter, _ rowGroup: Int, _ leaf: SchemaNode.Leaf) -> [String?] {
    [
      leaf.name.printable, "\(rowGroup)", "\(filter.offset)", Quantity.bytes(filter.byteCount),
      Quantity.count(filter.blockCount), filter.header.isSplitBlock ? "BLOCK" : "unknown",
      filter.header.isXXHash ? "XXHASH" : "unknown",
      filter.header.isUncompressed ? "UNCOMPRESSED" : "unknown",
    ]
  }
}
