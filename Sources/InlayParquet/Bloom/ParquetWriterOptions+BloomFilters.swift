import InlayBytes
import InlayColumns

extension ParquetWriterOptions {
  /// Throws for a bloom filter of a column that is not there, of one that cannot have any, or of no sense.
  func checkBloomFilters(_ leaves: [ColumnLayout]) throws {
    for (name, options) in bloomFilters.sorted(by: { $0.key < $1.key }) {
      guard let field = leaves.first(where: { $0.dottedPath == name })?.field else {
        throw InlayError(.invalidInput, "there is no column for the bloom filter: \(name)")
      }
      switch field.type {
      case .boolean, .float16, .interval, .null, .list, .structure, .map:
        throw InlayError(
          .invalidInput,
          "a column of this type has no bloom filter; take it out of the options: \(field.type)",
          at: .init(column: name))
      default: break
      }
      guard options.falsePositiveRate > 0, options.falsePositiveRate < 1,
        options.byteLimit >= BloomFilter.bytesPerBlock, options.byteLimit <= 128 << 20,
        options.distinctCount.map({ $0 > 0 }) ?? true
      else {
        throw InlayError(
          .invalidInput,
          """
          a bloom filter has a rate above 0 and below 1, 32 bytes to 128 MiB, and a value; the options are \
          \(options.falsePositiveRate), \(options.byteLimit) bytes
          """, at: .init(column: name))
      }
    }
  }
}

extension ColumnLayout {
  /// The names from the root's child to the leaf, with dots between them.
  var dottedPath: String { path.names.joined(separator: ".") }
}
