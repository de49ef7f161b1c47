import InlayBytes

/// Reads what the pages of one chunk hold, each for itself: a page that is damaged does not hide what the others are.
struct PageContentReader {
  let file: ParquetFile
  let leaf: ColumnLeaf
  let metadata: ColumnChunkMetadata?
  private let place: InlayError.Location
  private var values: ChunkValueReader
  private var isDictionaryDamaged = false

  init(_ file: ParquetFile, rowGroup: Int, _ leaf: CheckedLeaf, _ questions: ValueQuestions) {
    self.file = file
    self.leaf = leaf.column
    metadata = file.metadata.rowGroups[rowGroup].columns[leaf.position].metadata
    place = .init(file: file.path, column: leaf.node.name, rowGroup: rowGroup)
    values = ChunkValueReader(file, rowGroup: rowGroup, leaf.column, questions)
  }

  /// Returns what each data page holds, nil for one that cannot be read.
  mutating func read(_ chunk: ChunkInspection, into findings: inout FindingList) -> [PageContents?] {
    var contents: [PageContents?] = []
    for page in chunk.pages {
      var place = place
      if page.isData { place.page = contents.count }
      place.byteOffset = page.offset
      let bytes = checkedBytes(page, place, &findings)
      guard page.isData else {
        if bytes == nil { isDictionaryDamaged = true }
        continue
      }
      contents.append(bytes.flatMap { self.contents(page, $0, place, &findings) })
    }
    return contents
  }

  private mutating func contents(
    _ page: Page, _ bytes: Buffer, _ place: InlayError.Location, _ findings: inout FindingList
  ) -> PageContents? {
    guard let open = open(page, bytes, place, &findings),
      let levels = levels(of: open, page, place, &findings)
    else { return nil }
    var facts: ValueFacts?
    if let encoding = page.encoding, !(encoding.isDictionary && isDictionaryDamaged) {
      facts = values.read(open, encoding, count: levels.presentCount, at: place, into: &findings)
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

  /// Counts a page's levels; nil when they are not as the schema has them.
  private func levels(
    of open: OpenPage, _ page: Page, _ place: InlayError.Location, _ findings: inout FindingList
  ) -> LevelCounts? {
    do {
      return try LevelCounts(open, of: leaf, valueCount: page.valueCount ?? 0)
    } catch let error as InlayError {
      findings.add(.levels, error, at: place)
      return nil
    } catch {
      preconditionFailure("levels are refused with an InlayError")
    }
  }
}
