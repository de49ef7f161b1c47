import InlayBytes
import InlayColumns

/// Byte arrays that lie one after the other with nothing between them, and their lengths.
struct ConcatenatedByteArrays {
  /// The buffer that holds the values, and where the first begins.
  let buffer: Buffer
  let start: Int
  /// None is negative, and their sum is the number of bytes from `start` on that the values take.
  let lengths: Values<Int32>

  /// No values.
  static let none = ConcatenatedByteArrays(buffer: .empty, start: 0, lengths: Values([]))

  /// Writes the views of all values to the front of `room`.
  ///
  /// - Parameter number: The number that the views give to the buffer.
  func readViews(into room: inout MutableSpan<ByteView>, buffer number: UInt32) {
    precondition(lengths.count <= room.count && buffer.count <= Int(UInt32.max))
    let (bytes, lengths) = (buffer.bytes, lengths.span)
    var offset = start
    for index in lengths.indices {
      let end = offset &+ Int(lengths[index])
      // Safe: lengths are not negative, and the index is below their count, which the room has.
      unsafe room[unchecked: index] = ByteView(
        bytes, Range(uncheckedBounds: (offset, end)), buffer: number,
        offset: UInt32(truncatingIfNeeded: offset))
      offset = end
    }
  }

  /// Calls `body` with the bytes of each value.
  func forEach(_ body: (RawSpan) throws -> Void) throws {
    let (bytes, lengths) = (buffer.bytes, lengths.span)
    var offset = start
    for index in lengths.indices {
      let end = offset &+ Int(lengths[index])
      try body(bytes.extracting(offset..<end))
      offset = end
    }
  }

  /// Throws unless every value has the length of a fixed-length type.
  func requireLengths(_ length: Int) throws {
    let lengths = lengths.span
    for index in lengths.indices where Int(lengths[index]) != length {
      throw InlayError(.corrupt, "a value has not the \(length) bytes of its type: \(lengths[index])")
    }
  }

  /// Throws unless every value is UTF-8: all of them in one sweep, then the first byte of each, since a character could
  /// reach from one value into the next.
  func requireUTF8() throws {
    let (bytes, lengths) = (buffer.bytes, lengths.span)
    var isBroken = false
    var offset = start
    for index in lengths.indices {
      let length = Int(lengths[index])
      if length > 0 { isBroken = isBroken || bytes.byte(at: offset) & 0xC0 == 0x80 }
      offset &+= length
    }
    guard !isBroken, bytes.extracting(start..<offset).isUTF8 else { throw PlainByteArrayDecoder.notUTF8 }
  }
}
