import InlayBytes
import InlayColumns

/// Turns the values of one column into column chunks, batch by batch. Used by one thread at a time.
protocol ColumnEncoder: AnyObject {
  /// Adds entries, which are those of whole rows, to the present chunk.
  func append(_ entries: LeafEntries) throws
  /// Finishes the present chunk and begins the next one.
  func finishChunk() throws -> EncodedChunk
}

extension ColumnLayout {
  /// Makes the encoder for the column's physical type.
  func makeEncoder(_ options: ParquetWriterOptions) throws -> any ColumnEncoder {
    switch physical {
    case .boolean: try ChunkEncoder<BooleanValues>(self, options)
    case .int32, .float: try ChunkEncoder<WordValues<UInt32>>(self, options)
    case .int64, .double: try ChunkEncoder<WordValues<UInt64>>(self, options)
    case .fixedLengthByteArray where order == .signedBigEndian:
      try ChunkEncoder<WordValues<UInt128>>(self, options)
    case .fixedLengthByteArray, .int96: try ChunkEncoder<FixedByteValues>(self, options)
    case .byteArray: try ChunkEncoder<ByteValues>(self, options)
    }
  }
}

extension Column {
  /// Which values are there, a base column's nulls taken in; nil when all are. O(count / 64) without those.
  func presence() -> Bitmap? {
    var present = validity
    if case .dictionary(let values) = storage, let inBase = values.base.column.validity {
      let gathered = inBase.gathered(values.indices)
      present = present.map { gathered.intersection($0) } ?? gathered
    }
    return present.flatMap { $0.countOnes() == $0.count ? nil : $0 }
  }
}
