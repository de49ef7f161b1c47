/// Adds up what the values of some pages take in each encoding, to find the smallest.
struct EncodingTally {
  /// The number of values.
  private(set) var valueCount = 0
  private var sizes: [(encoding: Encoding, byteCount: Int)]

  /// Compares encodings; of two that take as much, the earlier one wins.
  init(_ encodings: [Encoding]) { sizes = encodings.map { ($0, 0) } }

  /// Counts a page in.
  ///
  /// - Parameter byteCount: Is asked for the bytes of the page's values in each encoding.
  mutating func add(valueCount: Int, _ byteCount: (Encoding) throws -> Int) rethrows {
    self.valueCount += valueCount
    for index in sizes.indices { sizes[index].byteCount += try byteCount(sizes[index].encoding) }
  }

  /// The encoding in which the values take the fewest bytes.
  var smallest: (encoding: Encoding, byteCount: Int) {
    sizes.dropFirst().reduce(sizes[0]) { $1.byteCount < $0.byteCount ? $1 : $0 }
  }
}
