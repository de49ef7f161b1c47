import InlayBytes

/// A column chunk under check: what the file says of it, and what its pages turned out to hold.
struct CheckedChunk {
  let file: ParquetFile
  let rowGroup: Int
  /// The place among the leaves.
  let position: Int
  let leaf: SchemaNode.Leaf
  /// What the leaf's values are read as.
  let column: ColumnLeaf
  /// What the file says of the values.
  let questions: ValueQuestions
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
  /// The place of the column, for what is the same in all row groups.
  var placeOfColumn: InlayError.Location { .init(file: file.path, column: leaf.name) }
  /// The number of rows of the row group.
  var rowCount: Int { Int(file.metadata.rowGroups[rowGroup].rowCount) }
  /// Whether pages could be listed to the end.
  var hasAllPages: Bool { inspection.pageProblem == nil && !isElsewhere }
  /// Whether the pages are not to be seen: in another file, or encrypted.
  var isElsewhere: Bool { inspection.pageProblem?.code == .unsupported }

  /// Reads a chunk, and tells what keeps its pages and values from being read.
  init(_ file: ParquetFile, rowGroup: Int, _ leaf: CheckedLeaf, into findings: inout FindingList) {
    self.file = file
    self.rowGroup = rowGroup
    position = leaf.position
    self.leaf = leaf.node
    column = leaf.column
    questions = ValueQuestions(file, rowGroup: rowGroup, leaf.column)
    inspection = file.inspect(rowGroup: rowGroup, leaf: leaf.position)
    dataPages = inspection.pages.filter(\.isData)
    var reader = PageContentReader(file, rowGroup: rowGroup, leaf, questions)
    contents = reader.read(inspection, into: &findings)
    whole = inspection.pageProblem == nil ? PageContents(joining: contents) : nil
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
