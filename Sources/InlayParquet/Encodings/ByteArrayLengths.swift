import InlayBytes

/// Decodes lengths that are written as differences, none of which may be negative.
struct ByteArrayLengths: ~Escapable {
  private var decoder: DeltaBinaryPackedDecoder
  /// Where the bytes of the lengths end.
  let end: Int

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws {
    decoder = try DeltaBinaryPackedDecoder(bytes, bitWidth: 32)
    end = try decoder.end()
  }

  /// Returns the next `count` lengths.
  mutating func read(_ count: Int) throws -> Values<Int32> {
    var builder = ValueBuilder<Int32>(capacity: count)
    try builder.append(count: count) { room in try decoder.read(count, into: &room) }
    let lengths = builder.freeze()
    var least: Int32 = 0
    let span = lengths.span
    for index in span.indices { least = Swift.min(least, span[index]) }
    guard least == 0 else { throw InlayError(.corrupt, "the length of a value is negative: \(least)") }
    return lengths
  }

  /// Passes over `count` lengths, a few at a time, and returns their sum.
  mutating func skip(_ count: Int) throws -> Int {
    var sum = 0
    var left = count
    while left > 0 {
      let piece = Swift.min(left, 4_096)
      sum += try read(piece).sum
      left -= piece
    }
    return sum
  }
}

extension Values<Int32> {
  /// The sum of lengths, each of which is below 2³¹, and of which there are fewer than 2³².
  var sum: Int {
    var sum = 0
    let span = span
    for index in span.indices { sum &+= Int(span[index]) }
    return sum
  }
}
