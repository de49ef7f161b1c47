import InlayBytes

/// Decodes one block of LZ4 (lz4_Block_format.md): sequences of literals, each followed by a match, which repeats what
/// was written before.
///
/// Most sequences are a few bytes long, so short ones are copied in whole words, which may write more than is meant;
/// the next sequence overwrites that. Only where the room or the block nearly ends are the bytes counted.
@safe
struct LZ4BlockDecoder {
  // Safe: `input` moves between the block's ends and `output` between the room's; every step compares what it will
  // read and write with `inputLeft` and `outputLeft` first. Both outlive the decoder, which `decode` does not hand out.
  private var input: UnsafeRawPointer
  private let inputEnd: UnsafeRawPointer
  private var output: UnsafeMutableRawPointer
  private let outputStart: UnsafeMutableRawPointer
  private let outputEnd: UnsafeMutableRawPointer

  /// Decodes a block into `room`, from `start` on; matches may repeat any byte of the room before them.
  ///
  /// - Returns: Where the block's bytes end in the room, or nil when the block is broken or does not fit.
  static func decode(_ block: RawSpan, into room: inout MutableSpan<UInt8>, from start: Int) -> Int? {
    precondition(start >= 0 && start <= room.count)
    return unsafe room.withUnsafeMutableBytes { room in
      unsafe block.withUnsafeBytes { block in
        guard let input = block.baseAddress else { return nil }
        // Nothing, in one token without literals.
        guard let output = room.baseAddress else { return unsafe block.elementsEqual([0]) ? 0 : nil }
        var decoder = unsafe LZ4BlockDecoder(
          input: input, inputEnd: input + block.count, output: output + start, outputStart: output,
          outputEnd: output + room.count)
        return decoder.decodeSequences() ? unsafe decoder.output - output : nil
      }
    }
  }

  private var inputLeft: Int { unsafe inputEnd - input }
  private var outputLeft: Int { unsafe outputEnd - output }

  /// Decodes all sequences, the last of which is literals only; returns whether they are whole.
  private mutating func decodeSequences() -> Bool {
    while inputLeft > 0 {
      let token = Int(takeByte())
      guard copyLiterals(token >> 4) else { return false }
      if inputLeft == 0 { return true }
      guard copyMatch(token & 15) else { return false }
    }
    return false
  }

  @inline(__always)
  private mutating func copyLiterals(_ code: Int) -> Bool {
    if code < 15, inputLeft >= 16, outputLeft >= 16 {
      // Safe: 16 bytes are left on both sides, and the code is less.
      unsafe copyWord(SIMD16<UInt8>.self, from: input, by: 0)
      unsafe advance(input: code, output: code)
      return true
    }
    guard let count = takeLength(code), count <= inputLeft, count <= outputLeft else { return false }
    // Safe: compared in the line above.
    unsafe output.copyMemory(from: input, byteCount: count)
    unsafe advance(input: count, output: count)
    return true
  }

  @inline(__always)
  private mutating func copyMatch(_ code: Int) -> Bool {
    guard inputLeft >= 2 else { return false }
    let offset = Int(takeByte()) | Int(takeByte()) << 8
    guard offset > 0, unsafe offset <= output - outputStart else { return false }
    if code < 15, offset >= 8, outputLeft >= 24 {
      // Safe: a match of at most 18 bytes; 24 are left, and each word that is read lies before the one written.
      let source = unsafe UnsafeRawPointer(output - offset)
      unsafe copyWord(UInt64.self, from: source, by: 0)
      unsafe copyWord(UInt64.self, from: source, by: 8)
      unsafe copyWord(UInt64.self, from: source, by: 16)
      unsafe advance(input: 0, output: code + 4)
      return true
    }
    guard let count = takeLength(code), count <= outputLeft - 4 else { return false }
    unsafe repeatBytes(from: offset, count: count + 4)
    return true
  }

  /// Copies a match that may overlap itself: what is written can be copied too, so the copies double in length.
  @unsafe
  private mutating func repeatBytes(from offset: Int, count: Int) {
    let source = unsafe output - offset
    var done = 0
    while done < count {
      // Safe: `offset + done` bytes are written from `source` on, and `count` bytes of room were compared by the caller.
      let step = Swift.min(offset + done, count - done)
      unsafe (output + done).copyMemory(from: source, byteCount: step)
      done += step
    }
    unsafe advance(input: 0, output: count)
  }

  /// Returns the length that a code of four bits begins: 15 goes on in bytes up to one that is not 255.
  @inline(__always)
  private mutating func takeLength(_ code: Int) -> Int? {
    guard code == 15 else { return code }
    var length = 15
    while inputLeft > 0 {
      let byte = takeByte()
      length += Int(byte)
      if byte < 255 { return length }
    }
    return nil
  }

  @inline(__always)
  private mutating func takeByte() -> UInt8 {
    assert(inputLeft > 0)
    // Safe: every caller compared `inputLeft`.
    let byte = unsafe input.load(as: UInt8.self)
    unsafe input += 1
    return byte
  }

  @unsafe @inline(__always)
  private func copyWord<Word: BitwiseCopyable>(_: Word.Type, from source: UnsafeRawPointer, by distance: Int)
  {
    unsafe output.storeBytes(
      of: source.loadUnaligned(fromByteOffset: distance, as: Word.self), toByteOffset: distance, as: Word.self
    )
  }

  @unsafe @inline(__always)
  private mutating func advance(input inputCount: Int, output outputCount: Int) {
    unsafe input += inputCount
    unsafe output += outputCount
  }
}
