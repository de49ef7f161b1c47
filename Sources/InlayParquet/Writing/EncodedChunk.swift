import InlayBytes

/// A column chunk, ready to be put into a file: its pages one after the other, and what is to be told of them.
struct EncodedChunk: Sendable {
  /// All pages with their headers, one after the other.
  var pieces = FilledPieces()
  /// The number of bytes in all pieces.
  var byteCount = 0
  var pages: [PageSummary] = []
  var rowCount = 0
  /// The number of values, nulls and empty lists counted.
  var entryCount = 0
  /// The size of the dictionary page with its header; nil when there is none.
  var dictionaryPageByteCount: Int?
  /// The encoding of the dictionary page.
  var dictionaryPageEncoding = Encoding.plain
  /// The number of entries of the dictionary, each of which occurs.
  var distinctCount: Int?
  /// The encodings of the data pages in their order, and how many pages have them. There is one, unless nothing but
  /// nulls stands before the page that decides on it.
  private(set) var dataEncodings: [(encoding: Encoding, pageCount: Int)] = []
  /// The size of all pages before compression, headers counted.
  var uncompressedByteCount = 0
  /// The filter of the values, where one is asked for.
  var bloomFilter: BloomFilter?

  /// Notes the encoding of another data page.
  mutating func countPage(_ encoding: Encoding) {
    if let last = dataEncodings.indices.last, dataEncodings[last].encoding == encoding {
      dataEncodings[last].pageCount += 1
    } else {
      dataEncodings.append((encoding, 1))
    }
  }
}

/// What the page index and the footer say of one data page.
struct PageSummary: Sendable {
  var rowCount: Int
  /// The number of values, nulls and empty lists counted.
  var entryCount: Int
  /// How many of the entries have no value.
  var nullCount: Int
  /// The bounds of the values; nil when there are none, or NaNs only.
  var bounds: ValueBounds?
  /// nil when they are not written.
  var sizes: PageSizes?
  /// The size in the file, the header counted.
  var byteCount = 0
}
