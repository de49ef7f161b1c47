import InlayBytes

/// The frames that LZ4's own tools write (lz4_Frame_format.md). Early writers of Parquet used them for the codec LZ4.
enum LZ4Frame {
  private static let magic: UInt32 = 0x184D_2204
  private static let skippableMagic: UInt32 = 0x184D_2A50

  /// What a frame's descriptor says.
  private struct Descriptor {
    var checksBlocks: Bool
    var checksContent: Bool
    var contentByteCount: UInt64?
  }

  /// Decodes frame after frame into `room`; returns the number of bytes, or nil when this is no frame, is broken or does
  /// not fit.
  static func decode(_ bytes: RawSpan, into room: inout MutableSpan<UInt8>) -> Int? {
    var (position, end) = (0, 0)
    repeat {
      guard let word = take32(bytes, &position) else { return nil }
      if word & ~0xF == skippableMagic {
        guard let count = take32(bytes, &position), Int(count) <= bytes.byteCount - position else {
          return nil
        }
        position += Int(count)
      } else {
        guard word == magic, let descriptor = takeDescriptor(bytes, &position),
          let next = decodeBlocks(descriptor, bytes, &position, into: &room, from: end)
        else { return nil }
        end = next
      }
    } while position < bytes.byteCount
    return end
  }

  /// Reads flags, the greatest size of a block, what the flags announce, and the checksum of all that.
  private static func takeDescriptor(_ bytes: RawSpan, _ position: inout Int) -> Descriptor? {
    let start = position
    guard bytes.byteCount - position >= 3 else { return nil }
    let flags = bytes.byte(at: position)
    // Version 1, and no dictionary: there is none that both sides could know.
    guard flags >> 6 == 1, flags & 0b11 == 0 else { return nil }
    position += 2
    var contentByteCount: UInt64?
    if flags & 0b1000 != 0 {
      guard let low = take32(bytes, &position), let high = take32(bytes, &position) else { return nil }
      contentByteCount = UInt64(high) << 32 | UInt64(low)
    }
    guard position < bytes.byteCount else { return nil }
    let checksum = XXHash32.hash(bytes.extracting(start..<position))
    guard bytes.byte(at: position) == UInt8(truncatingIfNeeded: checksum >> 8) else { return nil }
    position += 1
    return Descriptor(
      checksBlocks: flags & 0b1_0000 != 0, checksContent: flags & 0b100 != 0,
      contentByteCount: contentByteCount)
  }

  /// Decodes the blocks of a frame up to its end mark, and compares what the descriptor says with them.
  private static func decodeBlocks(
    _ descriptor: Descriptor, _ bytes: RawSpan, _ position: inout Int, into room: inout MutableSpan<UInt8>,
    from start: Int
  ) -> Int? {
    var end = start
    while true {
      guard let word = take32(bytes, &position) else { return nil }
      if word == 0 { break }
      let count = Int(word & 0x7FFF_FFFF)
      guard count <= bytes.byteCount - position else { return nil }
      let block = bytes.extracting(position..<position + count)
      let isStored = word >> 31 == 1
      let next =
        isStored ? copy(block, into: &room, at: end) : LZ4BlockDecoder.decode(block, into: &room, from: end)
      guard let next else { return nil }
      (position, end) = (position + count, next)
      if descriptor.checksBlocks {
        guard take32(bytes, &position) == XXHash32.hash(block) else { return nil }
      }
    }
    if let wanted = descriptor.contentByteCount, wanted != UInt64(end - start) { return nil }
    if descriptor.checksContent {
      // Safe: bytes have no padding.
      let content = unsafe room.span.bytes.extracting(start..<end)
      guard take32(bytes, &position) == XXHash32.hash(content) else { return nil }
    }
    return end
  }

  /// Copies a block that is not compressed; returns where it ends.
  private static func copy(_ block: RawSpan, into room: inout MutableSpan<UInt8>, at start: Int) -> Int? {
    guard block.byteCount <= room.count - start else { return nil }
    for offset in 0..<block.byteCount { room[start + offset] = block.byte(at: offset) }
    return start + block.byteCount
  }

  /// Reads a little-endian integer; nil when less than its four bytes are left.
  private static func take32(_ bytes: RawSpan, _ position: inout Int) -> UInt32? {
    guard bytes.byteCount - position >= 4 else { return nil }
    defer { position += 4 }
    return bytes.littleEndian32(at: position)
  }
}
