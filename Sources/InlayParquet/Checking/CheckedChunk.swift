import InlayBytes

/// A column chunk under check: what the file says of it, and what its pages turned out to hold.
struct CheckedChunk {
  let file: ParquetFile
  let rowGroup: Int
  /// The place among the leaves.
  let position: Int
  let leaf: SchemaNode.Leaf
  /// What the file says, the values apart.
  let inspection: ChunkInspection
  /// The data pages.
  let dataPages: [Page]
  /// What each data page holds; nil for one that cannot be read.
  let contents: [PageContents?]
  /// What the whole chunk holds; nil unless every page can be read.
  let whole: PageContents?

  var metadata: ColumnChunkMetadata? { inspection.chunk.metadata }
  var place: InlayError.Location {
    .init(file: file.path, column: leaf.name, rowGroup: rowGroup)
  }
  /// The number of rows of the row group.
  var rowCount: Int { Int(file.metadata.rowGroups[rowGroup].rowCount) }
  /// Whether pages could be listed to the end.
  var hasAllPages: Bool { inspection.pageProblem == nil && !isElsewhere }
  /// Whether the pages are not to be seen: in another file, or encrypted.
  var isElsewhere: Bool { inspection.pageProblem?.code == .unsupported }

  /// Reads a chunk, and tells what keeps its pages and values from being read.
  init(
    _ file: ParquetFile, rowGroup: Int, position: Int, _ leaf: SchemaNode.Leaf,
    into findings: inout FindingList
  ) {
    self.file = file
    self.rowGroup = rowGroup
    self.position = position
    self.leaf = leaf
    inspection = file.inspect(rowGroup: rowGroup, leaf: position)
    dataPages = inspection.pages.filter(\.isData)
    var reader = PageContentReader(file, rowGroup: rowGroup, position: position, leaf: leaf)
    contents = reader.read(inspection, into: &findings)
    whole = inspection.pageProblem == nil ? PageContents(joining: contents) : nil
    if contents.contains(where: { $0 != nil }), !reader.canReadValues {
      findings.add(
        .values, InlayError(.unsupported, "the values of nested columns are not compared with statistics"),
        at: .init(file: file.path, column: leaf.name))
    }
    findings.counts.pageCount += inspection.pages.count
  }

  /// The place of a data page.
  func place(ofPage ordinal: Int) -> InlayError.Location {
    var place = place
    place.page = ordinal
    if dataPages.indices.contains(ordinal) { place.byteOffset = dataPages[ordinal].offset }
    return place
  }
}
