import InlayBytes

/// Reads what the pages of one chunk hold, each for itself: a page that is damaged does not hide what the others are.
struct PageContentReader {
  let file: ParquetFile
  let node: SchemaNode
  let metadata: ColumnChunkMetadata?
  private let place: InlayError.Location
  private var values: ChunkValueReader?
  private var isDictionaryDamaged = false

  init(_ file: ParquetFile, rowGroup: Int, position: Int, leaf: SchemaNode.Leaf) {
    self.file = file
    node = leaf.node
    metadata = file.metadata.rowGroups[rowGroup].columns[position].metadata
    place = .init(file: file.path, column: leaf.name, rowGroup: rowGroup)
    values = ChunkValueReader(file, rowGroup: rowGroup, position: position)
  }

  /// Whether values are decoded too, rather than levels only.
  var canReadValues: Bool { values != nil }

  /// Returns what each data page holds, nil for one that cannot be read.
  mutating func read(_ chunk: ChunkInspection, into findings: inout FindingList) -> [PageContents?] {
    var contents: [PageContents?] = []
    var firstRow = 0
    // Values are decoded by row, and without all pages no row is known to be where it should.
    let hasAllPages = chunk.pageProblem == nil
    for page in chunk.pages {
      var place = place
      if page.isData { place.page = contents.count }
      place.byteOffset = page.offset
      let bytes = checkedBytes(page, place, &findings)
      guard page.isData else {
        if bytes == nil { isDictionaryDamaged = true }
        continue
      }
      guard let bytes, let levels = levels(page, bytes, place, &findings) else {
        contents.append(nil)
        firstRow += page.valueCount ?? 0
        continue
      }
      contents.append(self.contents(page, levels, hasAllPages ? firstRow : nil, place, &findings))
      firstRow += levels.rowCount
    }
    return contents
  }

  private mutating func contents(
    _ page: Page, _ levels: LevelCounts, _ firstRow: Int?, _ place: InlayError.Location,
    _ findings: inout FindingList
  ) -> PageContents {
    let needsDictionary = page.encoding?.isDictionary == true
    var facts: ValueFacts?
    if let firstRow, !(needsDictionary && isDictionaryDamaged) {
      facts = values?.read(firstRow..<firstRow + levels.rowCount, at: place, into: &findings)
    }
    if facts != nil { findings.counts.valueCount += levels.valueCount }
    return PageContents(levels: levels, values: facts)
  }

  /// Returns a page's bytes when they are what was written, as far as the checksum tells.
  private func checkedBytes(
    _ page: Page, _ place: InlayError.Location, _ findings: inout FindingList
  ) -> Buffer? {
    let bytes = file.bytes.slice(page.contents)
    guard let checksum = page.header.checksum else { return bytes }
    findings.counts.checksumCount += 1
    let actual = CRC32.checksum(bytes.bytes)
    guard actual != checksum else { return bytes }
    findings.add(.checksum, "the page's checksum is \(actual), its header says \(checksum)", at: place)
    return nil
  }
}
