import InlayBytes

/// Decodes integers that are written as differences, bit-packed in miniblocks of equal width (Encodings.md, Delta
/// Encoding).
///
/// It stops at any value and goes on from there, so that a reader takes what it needs and passes over the rest. Sums
/// wrap around, in 64 bits: their low half is what sums of 32 bits would be.
struct DeltaBinaryPackedDecoder: ~Escapable {
  private let bytes: RawSpan
  /// The most bits that a difference may have: those of the values' type.
  private let widestDelta: Int
  private let miniblockCount: Int
  private let valuesPerMiniblock: Int
  /// How many values are left to take.
  private(set) var left: Int
  /// The value taken last; before the first one, that first one.
  private var last: UInt64
  private var isAtStart = true
  /// Where the next miniblock's bits, or the next block's header, begin.
  private var offset: Int
  // The present block: its least difference, where the widths of its miniblocks are, and how many of those are taken.
  private var leastDelta: UInt64 = 0
  private var widthsOffset = 0
  private var miniblock: Int
  // What is left of the present miniblock.
  private var bitWidth = 0
  private var bitPosition = 0
  private var leftInMiniblock = 0

  /// Reads the header.
  ///
  /// - Parameter bitWidth: The bits of the values' type, 32 or 64.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, bitWidth: Int) throws {
    var reader = VarintReader(bytes)
    let blockSize = try reader.count()
    miniblockCount = try reader.count()
    left = try reader.count()
    last = try reader.zigzag()
    offset = reader.offset
    guard blockSize > 0, blockSize % 128 == 0, miniblockCount > 0, blockSize % miniblockCount == 0,
      blockSize / miniblockCount % 32 == 0
    else {
      throw InlayError(
        .corrupt,
        "blocks of differences cannot have this form: \(blockSize) values in \(miniblockCount) parts")
    }
    self.bytes = bytes
    widestDelta = bitWidth
    valuesPerMiniblock = blockSize / miniblockCount
    miniblock = miniblockCount
  }

  /// Enters the next miniblock; at least one value is left for it.
  private mutating func nextMiniblock() throws {
    if miniblock == miniblockCount { try nextBlock() }
    bitWidth = Int(bytes.byte(at: widthsOffset + miniblock))
    miniblock += 1
    guard bitWidth <= widestDelta else {
      throw InlayError(.corrupt, "differences of \(widestDelta)-bit integers have too many bits: \(bitWidth)")
    }
    leftInMiniblock = Swift.min(valuesPerMiniblock, left)
    // The padding behind the last value may be missing; the product fits, since both are below 2³².
    let needed = (leftInMiniblock * bitWidth + 7) / 8
    guard needed <= bytes.byteCount - offset else { throw PlainDecoder.tooShort }
    bitPosition = offset * 8
    offset += Swift.min(valuesPerMiniblock / 8 * bitWidth, bytes.byteCount - offset)
  }

  private mutating func nextBlock() throws {
    var reader = VarintReader(bytes, offset: offset)
    leastDelta = try reader.zigzag()
    guard miniblockCount <= bytes.byteCount - reader.offset else { throw PlainDecoder.tooShort }
    widthsOffset = reader.offset
    offset = reader.offset + miniblockCount
    miniblock = 0
  }
}

extension DeltaBinaryPackedDecoder {
  /// Writes the next `count` values to the front of `room`.
  mutating func read<Value: FixedWidthInteger & BitwiseCopyable>(
    _ count: Int, into room: inout MutableSpan<Value>
  ) throws {
    precondition(count <= room.count)
    var done = try takeFirst(of: count)
    if done > 0 { room[0] = Value(truncatingIfNeeded: last) }
    while done < count {
      if leftInMiniblock == 0 { try nextMiniblock() }
      let taken = Swift.min(count - done, leftInMiniblock)
      last = DeltaUnpacker.unpack(
        bytes, DeltaUnpacker.Run(bitPosition: bitPosition, bitWidth: bitWidth, count: taken),
        from: last, leastDelta: leastDelta, into: &room, at: done)
      pass(taken)
      done += taken
    }
  }

  /// Passes over `count` values.
  mutating func skip(_ count: Int) throws {
    var done = try takeFirst(of: count)
    while done < count {
      if leftInMiniblock == 0 { try nextMiniblock() }
      let taken = Swift.min(count - done, leftInMiniblock)
      last = DeltaUnpacker.sum(
        bytes, DeltaUnpacker.Run(bitPosition: bitPosition, bitWidth: bitWidth, count: taken),
        from: last, leastDelta: leastDelta)
      pass(taken)
      done += taken
    }
  }

  /// Takes all values that are left and returns where their bytes end, without unpacking one; O(miniblocks).
  consuming func end() throws -> Int {
    _ = try takeFirst(of: left)
    left -= leftInMiniblock
    while left > 0 {
      try nextMiniblock()
      left -= leftInMiniblock
    }
    return offset
  }

  /// Makes sure that `count` values are left, and takes the one that stands in the header if it is the next; returns
  /// the number of values that were taken.
  private mutating func takeFirst(of count: Int) throws -> Int {
    guard count <= left else { throw PlainDecoder.tooShort }
    guard isAtStart, count > 0 else { return 0 }
    isAtStart = false
    left -= 1
    return 1
  }

  private mutating func pass(_ count: Int) {
    left -= count
    leftInMiniblock -= count
    bitPosition += count * bitWidth
  }
}
