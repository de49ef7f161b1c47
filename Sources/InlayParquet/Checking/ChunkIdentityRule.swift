import InlayBytes

/// A chunk says of which leaf it is, and how many values it has: one for each row of a column that does not repeat.
enum ChunkIdentityRule: ChunkRule {
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList) {
    guard let metadata = chunk.metadata else { return }
    let node = chunk.leaf.node
    if metadata.type != node.element.type {
      let type = node.element.type?.description ?? "none"
      findings.add(
        .chunk, "the column chunk's type is not the schema's, \(type): \(metadata.type)", at: chunk.place)
    }
    if metadata.path != chunk.leaf.path {
      let path = metadata.path.joined(separator: ".")
      findings.add(
        .chunk, "the column chunk's path is not the schema's, \(chunk.leaf.name): \(path)", at: chunk.place)
    }
    let rowCount = Int64(chunk.rowCount)
    if node.repetitionLevel == 0 ? metadata.valueCount != rowCount : metadata.valueCount < rowCount {
      findings.add(
        .chunk, "the row group has \(rowCount) rows, the column chunk has \(metadata.valueCount) values",
        at: chunk.place)
    }
  }
}
