import InlayBytes

/// The dictionary page: at most one, in front, where the footer says, and there when a page refers to it.
enum DictionaryPageRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    guard let metadata = chunk.metadata, !chunk.isElsewhere else { return }
    let pages = chunk.inspection.pages
    let dictionaries = pages.indices.filter { pages[$0].header.type == .dictionary }
    for position in dictionaries where position > 0 {
      findings.add(
        .dictionaryPage, "a dictionary page may only be the first page of a column chunk",
        at: place(chunk, pages[position]))
    }
    if dictionaries.first == 0 {
      if metadata.dictionaryPageOffset.map({ $0 <= 0 }) ?? true {
        findings.add(
          .dictionaryPage, "the chunk has a dictionary page, and dictionary_page_offset does not say so",
          at: place(chunk, pages[0]))
        // What is said to be the first data page is then the dictionary's.
        return
      }
    } else {
      checkAbsence(chunk, metadata, &findings)
    }
    guard let first = pages.first(where: \.isData) else { return }
    findings.compare(
      .dictionaryPage, "data_page_offset", said: metadata.dataPageOffset, found: Int64(first.offset),
      at: chunk.place)
  }

  private static func checkAbsence(
    _ chunk: CheckedChunk, _ metadata: ColumnChunkMetadata, _ findings: inout FindingList
  ) {
    if let offset = metadata.dictionaryPageOffset, offset > 0 {
      findings.add(
        .dictionaryPage, "dictionary_page_offset names a place where no dictionary page is: \(offset)",
        at: chunk.place)
    }
    if let page = chunk.dataPages.firstIndex(where: { $0.encoding?.isDictionary == true }) {
      findings.add(
        .dictionaryPage, "a page refers to a dictionary, and the column chunk has none",
        at: chunk.place(ofPage: page))
    }
  }

  private static func place(_ chunk: CheckedChunk, _ page: Page) -> InlayError.Location {
    var place = chunk.place
    place.byteOffset = page.offset
    return place
  }
}
