import InlayBytes

/// Decodes values whose first bytes stand in front of all second ones, and so on (Encodings.md, Byte Stream Split).
enum ByteStreamSplitDecoder {
  /// Writes the wanted values, each all of its bytes, to the front of `room`.
  static func read<Value: BitwiseCopyable>(
    _ values: EncodedValues, into room: inout MutableSpan<Value>
  ) throws {
    let width = MemoryLayout<Value>.size
    let streamLength = try streamLength(of: values, width: width)
    precondition(values.count <= room.count)
    let streams = values.bytes.extracting(droppingFirst: values.skippedCount)
    unsafe room.withUnsafeMutableBytes { room in
      // Safe: the room has `count` values, any bytes are one, and `streamLength` made sure of the streams.
      unsafe streams.withUnsafeBytes { streams in
        unsafe join(streams, streamLength, values.count, width: width, into: room)
      }
    }
  }

  /// Returns the wanted values of a fixed-length type.
  static func read(_ values: EncodedValues, width: Int) throws -> ConcatenatedByteArrays {
    let streamLength = try streamLength(of: values, width: width)
    var output = ValueBuilder<UInt8>()
    let streams = values.bytes.extracting(droppingFirst: values.skippedCount)
    output.append(count: values.count * width) { room in
      unsafe room.withUnsafeMutableBytes { room in
        // Safe: as above.
        unsafe streams.withUnsafeBytes { streams in
          unsafe join(streams, streamLength, values.count, width: width, into: room)
        }
      }
    }
    var lengths = ValueBuilder<Int32>()
    lengths.append(repeating: Int32(width), count: values.count)
    return ConcatenatedByteArrays(buffer: output.freeze().buffer, start: 0, lengths: lengths.freeze())
  }

  /// Returns the number of values of the page, which is that of bytes in each stream, once it is sure that the wanted
  /// ones are among them.
  private static func streamLength(of values: EncodedValues, width: Int) throws -> Int {
    let byteCount = values.byteRange.count
    guard byteCount % width == 0 else {
      throw InlayError(.corrupt, "the page's bytes cannot be split into \(width) equal streams: \(byteCount)")
    }
    guard values.skippedCount + values.count <= byteCount / width else { throw PlainDecoder.tooShort }
    return byteCount / width
  }

  /// Puts the bytes of `count` values together; the first of each lie at the begin of `streams`, which are
  /// `streamLength` apart.
  private static func join(
    _ streams: UnsafeRawBufferPointer, _ streamLength: Int, _ count: Int, width: Int,
    into room: UnsafeMutableRawBufferPointer
  ) {
    guard count > 0, let source = streams.baseAddress, let room = room.baseAddress else {
      return
    }
    switch width {
    case 4: unsafe joinWords(source, streamLength, count, into: room)
    case 8: unsafe joinDoubleWords(source, streamLength, count, into: room)
    default:
      for stream in 0..<width {
        let source = unsafe source + stream &* streamLength
        let room = unsafe room + stream
        for index in 0..<count {
          unsafe room.storeBytes(
            of: source.load(fromByteOffset: index, as: UInt8.self), toByteOffset: index &* width,
            as: UInt8.self)
        }
      }
    }
  }

  /// The same for values of four bytes, whose bytes are put together in a register.
  private static func joinWords(
    _ source: UnsafeRawPointer, _ streamLength: Int, _ count: Int, into room: UnsafeMutableRawPointer
  ) {
    for index in 0..<count {
      var word: UInt32 = 0
      for stream in 0..<4 {
        let byte = unsafe source.load(fromByteOffset: stream &* streamLength &+ index, as: UInt8.self)
        word |= UInt32(byte) &<< UInt32(stream &* 8)
      }
      unsafe room.storeBytes(of: word.littleEndian, toByteOffset: index &* 4, as: UInt32.self)
    }
  }

  /// The same for values of eight bytes.
  private static func joinDoubleWords(
    _ source: UnsafeRawPointer, _ streamLength: Int, _ count: Int, into room: UnsafeMutableRawPointer
  ) {
    for index in 0..<count {
      var word: UInt64 = 0
      for stream in 0..<8 {
        let byte = unsafe source.load(fromByteOffset: stream &* streamLength &+ index, as: UInt8.self)
        word |= UInt64(byte) &<< UInt64(stream &* 8)
      }
      unsafe room.storeBytes(of: word.littleEndian, toByteOffset: index &* 8, as: UInt64.self)
    }
  }
}
