import InlayBytes

extension StructuralIndex {
  /// Whether every record has exactly `columnCount` fields, and none is an empty line: then the index needs no repair.
  func isRegular(_ positions: Span<UInt32>, of chunk: TextPiece, columnCount: Int) -> Bool {
    guard recordCount * columnCount == positions.count - 1 else { return false }
    let buffer = chunk.buffer
    let bytes = buffer.bytes
    var before: UInt32 = .max
    for place in stride(from: columnCount, to: positions.count, by: columnCount) {
      let end = positions[place]
      // With as many line ends as rows, and one at the end of each row, there is none within a row.
      guard Int(end) == chunk.count || bytes.byte(at: Int(end)) == UInt8(ascii: "\n") else { return false }
      if columnCount == 1 && Self.isEmptyLine(bytes, from: Int(before &+ 1), to: Int(end)) { return false }
      before = end
    }
    return true
  }

  private static func isEmptyLine(_ bytes: RawSpan, from start: Int, to end: Int) -> Bool {
    end == start || (end == start + 1 && bytes.byte(at: start) == UInt8(ascii: "\r"))
  }
}
