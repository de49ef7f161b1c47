import InlayBytes
import InlayColumns

/// Decodes PLAIN byte arrays into views of the page that holds them: nothing but short values is copied.
struct PlainByteArrayDecoder: ~Escapable {
  let bytes: RawSpan
  /// The length of every value, or nil when a length of four bytes precedes each.
  private let fixedLength: Int?
  /// How far the values were taken.
  private(set) var offset = 0
  /// All bits that any length had so far.
  private(set) var lengthBits: UInt32 = 0

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, fixedLength: Int?) {
    self.bytes = bytes
    self.fixedLength = fixedLength
  }

  /// Returns the bytes of the next value.
  @inline(__always)
  mutating func next() throws -> Range<Int> {
    var start = offset
    var length = fixedLength ?? 0
    if fixedLength == nil {
      guard bytes.byteCount &- start >= 4 else { throw PlainDecoder.tooShort }
      let prefix = bytes.littleEndian32(at: start)
      lengthBits |= prefix
      length = Int(prefix)
      start &+= 4
    }
    guard length <= bytes.byteCount &- start else { throw PlainDecoder.tooShort }
    offset = start &+ length
    // Safe: the length is not negative, by its types.
    return unsafe Range(uncheckedBounds: (start, start &+ length))
  }

  /// Passes over `count` values.
  mutating func skip(_ count: Int) throws {
    for _ in 0..<count { _ = try next() }
  }

  /// Writes the views of `count` values to the front of `room`.
  ///
  /// - Parameters:
  ///   - buffer: The number that the views give to the buffer, of at most 2³² bytes, that holds the page.
  ///   - base: The offset of the decoder's bytes in that buffer.
  mutating func read(_ count: Int, into room: inout MutableSpan<ByteView>, buffer: UInt32, base: Int) throws {
    precondition(count <= room.count && base >= 0 && base + bytes.byteCount <= Int(UInt32.max))
    for index in 0..<count {
      let range = try next()
      let offset = UInt32(truncatingIfNeeded: base &+ range.lowerBound)
      // Safe: the index is below the count, which the room has.
      unsafe room[unchecked: index] = ByteView(bytes, range, buffer: buffer, offset: offset)
    }
  }

  /// Calls `body` with the bytes of each of `count` values.
  mutating func forEach(_ count: Int, _ body: (RawSpan) throws -> Void) throws {
    for _ in 0..<count { try body(bytes.extracting(try next())) }
  }
}
