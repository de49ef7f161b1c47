import Inlay

extension InspectionDisplay {
  /// Column chunks, one a line, with what their statistics say.
  func chunks(_ file: ParquetFile, _ scope: ParquetFile.Scope) -> [String] {
    let leaves = file.root.leafNodes()
    let headings = [
      "column", "#group", "#size", "#ratio", "#values", "#nulls", "#distinct", "min", "max", "codec",
      "encodings", "#dictionary at", "#data at", "beside",
    ]
    return table(
      headings,
      scope.rowGroups.flatMap { rowGroup in
        scope.leaves.map { row(file.metadata.rowGroups[rowGroup].columns[$0], rowGroup, leaves[$0]) }
      }, keys: 2)
  }

  private func row(_ chunk: ColumnChunk, _ rowGroup: Int, _ leaf: SchemaNode.Leaf) -> [String?] {
    guard let metadata = chunk.metadata else { return [leaf.name.printable, "\(rowGroup)"] + Self.unknown }
    let statistics = metadata.statistics
    return [
      leaf.name.printable, "\(rowGroup)", Quantity.bytes(Int(clamping: metadata.compressedByteCount)),
      Self.ratio(Int(clamping: metadata.uncompressedByteCount), Int(clamping: metadata.compressedByteCount)),
      Quantity.count(Int(clamping: metadata.valueCount)),
      statistics?.nullCount.map { Quantity.count(Int(clamping: $0)) },
      statistics?.distinctCount.map { Quantity.count(Int(clamping: $0)) },
      Self.text(statistics?.min ?? statistics?.deprecatedMin, leaf.node.element),
      Self.text(statistics?.max ?? statistics?.deprecatedMax, leaf.node.element),
      metadata.compression.description, Self.distinct(metadata.encodings.map(\.description)),
      metadata.dictionaryPageOffset.map { "\($0)" }, "\(metadata.dataPageOffset)", Self.beside([chunk]),
    ]
  }

  private static let unknown: [String?] = Array(repeating: nil, count: 11) + ["encrypted"]

  /// A bound in words, or its bytes where they are no value of the type.
  static func text(_ bound: [UInt8]?, _ element: SchemaElement) -> String? {
    guard let bound else { return nil }
    if let text = element.text(ofBound: bound) { return text.printable }
    return "0x" + bound.prefix(32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Pages, one a line, with what the column index says of them.
  func pages(_ file: ParquetFile, _ scope: ParquetFile.Scope) -> [String] {
    let leaves = file.root.leafNodes()
    let headings = [
      "column", "#group", "#page", "kind", "encoding", "#values", "#first row", "#nulls", "#size", "#ratio",
      "#offset", "checksum", "min", "max",
    ]
    var rows: [[String?]] = []
    var problems: [String] = []
    for rowGroup in scope.rowGroups {
      for leaf in scope.leaves {
        let inspection = file.inspect(rowGroup: rowGroup, leaf: leaf)
        rows += self.rows(inspection, rowGroup, leaves[leaf])
        problems += inspection.problems.map(\.description.printableLines)
      }
    }
    return table(headings, rows, keys: 3) + problems
  }

  private static func kind(_ page: Page) -> String {
    switch page.header.type {
    case .data: "data"
    case .dataV2: "data v2"
    case .dictionary: "dictionary"
    default: page.header.type.description
    }
  }

  private func rows(
    _ inspection: ChunkInspection, _ rowGroup: Int, _ leaf: SchemaNode.Leaf
  ) -> [[String?]] {
    var ordinal = 0
    return inspection.pages.map { page in
      defer { if page.isData { ordinal += 1 } }
      let facts = page.isData ? PageFacts(inspection, page, ordinal) : PageFacts()
      return [
        leaf.name.printable, "\(rowGroup)", page.isData ? "\(ordinal)" : nil, Self.kind(page),
        page.encoding?.description, page.valueCount.map(Quantity.count),
        facts.firstRow.map { Quantity.count(Int(clamping: $0)) },
        facts.nullCount.map { Quantity.count(Int(clamping: $0)) },
        Quantity.bytes(page.byteCount),
        Self.ratio(Int(page.header.uncompressedByteCount), Int(page.header.compressedByteCount)),
        "\(page.offset)", page.header.checksum.map { String($0, radix: 16) },
        Self.text(facts.min, leaf.node.element), Self.text(facts.max, leaf.node.element),
      ]
    }
  }
}

/// What the page index and a page's own header say of its values.
private struct PageFacts {
  var firstRow: Int64?
  var nullCount: Int64?
  var min: [UInt8]?
  var max: [UInt8]?

  init() {}

  init(_ inspection: ChunkInspection, _ page: Page, _ ordinal: Int) {
    if let locations = inspection.offsetIndex?.pageLocations, ordinal < locations.count {
      firstRow = locations[ordinal].firstRow
    }
    let own = page.statistics
    nullCount = own?.nullCount ?? page.header.dataV2.map { Int64($0.nullCount) }
    (min, max) = (own?.min, own?.max)
    guard let index = inspection.columnIndex, ordinal < index.nullPages.count else { return }
    nullCount = index.nullCounts?[ordinal] ?? nullCount
    if !index.nullPages[ordinal] { (min, max) = (index.minValues[ordinal], index.maxValues[ordinal]) }
  }
}
