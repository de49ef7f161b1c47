import InlayBytes

/// Decodes byte arrays that are written as the number of bytes shared with the value before, and the bytes that follow
/// (Encodings.md, Delta Strings).
///
/// Written out, values may take far more bytes than the page has, so what they will take is known, and compared with a
/// limit, before anything is written.
struct DeltaByteArrayDecoder: ~Escapable {
  private var prefixes: ByteArrayLengths
  private var suffixes: ByteArrayLengths
  /// The suffixes of the values that are left, one after the other.
  private var source: RawSpan
  private let byteLimit: Int
  /// The value taken last.
  private var previous = Buffer.empty

  /// Finds the three parts of a page.
  ///
  /// - Parameter byteLimit: How many bytes values that are read at once may take.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, byteLimit: Int) throws {
    prefixes = try ByteArrayLengths(bytes)
    let rest = bytes.extracting(droppingFirst: prefixes.end)
    suffixes = try ByteArrayLengths(rest)
    source = rest.extracting(droppingFirst: suffixes.end)
    // What the offsets of views and 32-bit lengths can say.
    self.byteLimit = Swift.min(byteLimit, Int(Int32.max))
  }

  /// Passes over `count` values, which are written out all the same: the next may begin with bytes of any of them.
  mutating func skip(_ count: Int) throws {
    var left = count
    while left > 0 {
      let piece = Swift.min(left, 1_024)
      _ = try read(piece)
      left -= piece
    }
  }

  /// Returns the next `count` values.
  mutating func read(_ count: Int) throws -> ConcatenatedByteArrays {
    let prefixes = try prefixes.read(count)
    let suffixes = try suffixes.read(count)
    let lengths = try lengths(prefixes, suffixes)
    let start = previous.count
    let byteCount = start + lengths.sum
    var output = ValueBuilder<UInt8>(capacity: byteCount)
    output.append(count: byteCount) { room in write(prefixes, suffixes, into: &room) }
    let buffer = output.freeze().buffer
    source = source.extracting(droppingFirst: suffixes.sum)
    if count > 0 { previous = buffer.slice(byteCount - Int(lengths[count - 1])..<byteCount) }
    return ConcatenatedByteArrays(buffer: buffer, start: start, lengths: lengths)
  }

  /// Returns the lengths of values, once it is sure that all their bytes are there and that they may be written out.
  private func lengths(_ prefixes: Values<Int32>, _ suffixes: Values<Int32>) throws -> Values<Int32> {
    guard suffixes.sum <= source.byteCount else { throw PlainDecoder.tooShort }
    var lengths = ValueBuilder<Int32>(capacity: prefixes.count)
    var length = previous.count
    var byteCount = length
    for index in 0..<prefixes.count {
      let prefix = Int(prefixes[index])
      guard prefix <= length else {
        throw InlayError(
          .corrupt, "a value shares more bytes with the one before it than that one's \(length): \(prefix)")
      }
      length = prefix + Int(suffixes[index])
      byteCount += length
      guard byteCount <= byteLimit else {
        throw InlayError(
          .limitExceeded,
          "the page's values take more bytes than ParquetLimits.pageByteCount allows: over \(byteLimit)")
      }
      lengths.append(Int32(length))
    }
    return lengths.freeze()
  }

  /// Writes the value taken last, and behind it the next ones.
  private func write(
    _ prefixes: Values<Int32>, _ suffixes: Values<Int32>, into room: inout MutableSpan<UInt8>
  ) {
    let (prefixes, suffixes, previous) = (prefixes.span, suffixes.span, previous.bytes)
    unsafe room.withUnsafeMutableBytes { room in
      // Safe: `lengths` made sure that each prefix lies in the value before and that the suffixes are there; the room
      // is as large as all values and the one before them.
      unsafe previous.withUnsafeBytes { unsafe room.copyMemory(from: $0) }
      unsafe source.withUnsafeBytes { source in
        guard let output = room.baseAddress else { return }
        var (start, end, taken) = (0, previous.byteCount, 0)
        for index in prefixes.indices {
          let (prefix, suffix) = (Int(prefixes[index]), Int(suffixes[index]))
          unsafe (output + end).copyMemory(from: output + start, byteCount: prefix)
          if suffix > 0, let source = source.baseAddress {
            unsafe (output + end + prefix).copyMemory(from: source + taken, byteCount: suffix)
          }
          start = end
          end &+= prefix &+ suffix
          taken &+= suffix
        }
      }
    }
  }
}
