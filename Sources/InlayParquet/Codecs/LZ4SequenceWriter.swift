/// Writes the sequences of one LZ4 block.
///
/// The format keeps the end of a block simple for decoders (lz4_Block_format.md, "End of block conditions"): the last
/// 5 bytes are literals, and the last match begins 12 bytes before the end at the latest.
@unsafe
struct LZ4SequenceWriter {
  // `output` has room for what `LZ4BlockEncoder.bound` says of the source: each match takes 3 bytes at most beyond one
  // for each 255 of the 4 or more that it stands for, and literals one for each 255.
  let source: UnsafeRawBufferPointer
  // The table has `1 << LZ4BlockEncoder.tableBits` positions, and a slot is that many upper bits of a hash.
  let table: UnsafeMutablePointer<UInt32>
  private(set) var output: UnsafeMutableRawPointer
  /// Where the literals begin that are not written yet.
  private var anchor = 0

  private struct Match {
    var position: Int
    var offset: Int
  }

  init(
    source: UnsafeRawBufferPointer, table: UnsafeMutablePointer<UInt32>, output: UnsafeMutableRawPointer
  ) {
    unsafe self.source = unsafe source
    unsafe self.table = unsafe table
    unsafe self.output = unsafe output
  }

  /// Writes the whole source.
  mutating func encode() {
    var position = 1
    while let match = unsafe nextMatch(from: position) {
      let start = unsafe extendedBack(match)
      let length = unsafe matchLength(start)
      let code = Swift.min(length - 4, 15)
      unsafe write(literals: start.position - anchor, matchCode: code)
      unsafe put(UInt8(truncatingIfNeeded: start.offset))
      unsafe put(UInt8(truncatingIfNeeded: start.offset >> 8))
      if code == 15 { unsafe put(rest: length - 19) }
      unsafe anchor = start.position + length
      unsafe position = anchor
    }
    unsafe write(literals: source.count - anchor, matchCode: 0)
  }

  /// Finds the next match of four bytes or more, looking at fewer positions the longer there was none.
  @inline(__always)
  private func nextMatch(from start: Int) -> Match? {
    let last = unsafe source.count - 12
    var (position, attempts) = (start, 64)
    while position <= last {
      let bytes = unsafe load(UInt64.self, position)
      // Five bytes make the hash: most matches of four are not worth their three bytes.
      let hash = (bytes << 24) &* 0x9E37_79B1_85EB_CA87
      let slot = Int(truncatingIfNeeded: hash >> (64 - LZ4BlockEncoder.tableBits))
      // An empty slot says 0, where a position is as good as any other: the bytes are compared.
      let candidate = unsafe Int(table[slot])
      unsafe table[slot] = UInt32(truncatingIfNeeded: position)
      if position &- candidate <= 65_535,
        unsafe load(UInt32.self, candidate) == UInt32(truncatingIfNeeded: bytes)
      {
        return Match(position: position, offset: position &- candidate)
      }
      position &+= attempts >> 6
      attempts &+= 1
    }
    return nil
  }

  /// Moves a match's beginning back over literals that are the same.
  @inline(__always)
  private func extendedBack(_ match: Match) -> Match {
    var position = match.position
    while unsafe position > anchor, position > match.offset,
      unsafe source[position &- 1] == source[position &- 1 &- match.offset]
    {
      position &-= 1
    }
    return Match(position: position, offset: match.offset)
  }

  /// Counts the bytes that are the same, up to five before the end.
  @inline(__always)
  private func matchLength(_ match: Match) -> Int {
    let limit = unsafe source.count - 5
    var position = match.position &+ 4
    while position &+ 8 <= limit {
      let difference = unsafe load(UInt64.self, position) ^ load(UInt64.self, position &- match.offset)
      if difference != 0 { return position &+ difference.trailingZeroBitCount / 8 &- match.position }
      position &+= 8
    }
    while position < limit, unsafe source[position] == source[position &- match.offset] { position &+= 1 }
    return position &- match.position
  }

  /// Writes the literals up to a match, behind a token that tells the lengths of both.
  @inline(__always)
  private mutating func write(literals count: Int, matchCode: Int) {
    let code = Swift.min(count, 15)
    unsafe put(UInt8(truncatingIfNeeded: code << 4 | matchCode))
    if code == 15 { unsafe put(rest: count &- 15) }
    guard count > 0, let first = unsafe source.baseAddress else { return }
    unsafe output.copyMemory(from: first + anchor, byteCount: count)
    unsafe output += count
  }

  /// Writes what a length has beyond its code: bytes of 255, and one that is less.
  private mutating func put(rest: Int) {
    var rest = rest
    while rest >= 255 {
      unsafe put(255)
      rest &-= 255
    }
    unsafe put(UInt8(truncatingIfNeeded: rest))
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    unsafe output.storeBytes(of: byte, as: UInt8.self)
    unsafe output += 1
  }

  @inline(__always)
  private func load<Word: FixedWidthInteger & BitwiseCopyable>(_: Word.Type, _ position: Int) -> Word {
    unsafe Word(littleEndian: source.loadUnaligned(fromByteOffset: position, as: Word.self))
  }
}
