import InlayBytes
import InlayColumns

/// Decodes the hybrid of run lengths and bit packing, in which levels, dictionary indices and booleans are written
/// (Encodings.md, RLE).
///
/// It stops at any value and goes on from there, so that a reader takes what it needs and passes over the rest.
struct HybridDecoder: ~Escapable {
  private let bytes: RawSpan
  private let bitWidth: Int
  private var offset = 0
  // What is left of the present run: either `repeated` times `value`, or `packed` values from `bitPosition` on.
  private var repeated = 0
  private var value: UInt32 = 0
  private var packed = 0
  private var bitPosition = 0

  /// Begins to decode values of 0 to 32 bits.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, bitWidth: Int) {
    precondition(bitWidth >= 0 && bitWidth <= 32)
    self.bytes = bytes
    self.bitWidth = bitWidth
  }

  /// Reads the next run's header, so that at least one value is there.
  private mutating func nextRun() throws {
    // Values of no bits are all 0, whether or not the writer left runs of them.
    if bitWidth == 0 { repeated = .max }
    while repeated == 0 && packed == 0 {
      let header = try header()
      if header & 1 == 1 {
        try beginPacked(groups: header >> 1)
      } else {
        try beginRepeated(count: header >> 1)
      }
    }
  }

  private mutating func header() throws -> Int {
    var value = 0
    for shift in stride(from: 0, to: 35, by: 7) {
      guard offset < bytes.byteCount else { throw Self.tooShort }
      let byte = bytes.byte(at: offset)
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw InlayError(.corrupt, "the length of a run is longer than 32 bits")
  }

  private mutating func beginRepeated(count: Int) throws {
    let width = (bitWidth + 7) / 8
    guard width <= bytes.byteCount - offset else { throw Self.tooShort }
    value = 0
    for index in 0..<width { value |= UInt32(bytes.byte(at: offset + index)) << UInt32(index * 8) }
    offset += width
    guard bitWidth == 32 || value >> UInt32(bitWidth) == 0 else {
      throw InlayError(.corrupt, "a run's value has more bits than its width: \(value)")
    }
    repeated = count
  }

  /// Enters a packed run of `groups` times 8 values. Some writers leave out the padding after the last value.
  private mutating func beginPacked(groups: Int) throws {
    let available = bytes.byteCount - offset
    packed = Swift.min(groups * 8, available * 8 / bitWidth)
    guard packed > 0 || groups == 0 else { throw Self.tooShort }
    bitPosition = offset * 8
    offset += Swift.min(groups * bitWidth, available)
  }

  private static var tooShort: InlayError {
    InlayError(.corrupt, "the runs of levels or indices end before the values do")
  }
}

extension HybridDecoder {
  /// Passes over `count` values; O(runs).
  mutating func skip(_ count: Int) throws {
    var left = count
    while left > 0 {
      try nextRun()
      left -= takeRepeated(left) + takePacked(left)
    }
  }

  /// Takes `count` values of one bit, and returns how many are 1.
  mutating func countOnes(_ count: Int) throws -> Int {
    var ones = 0
    var left = count
    while left > 0 {
      try nextRun()
      let repeated = takeRepeated(left)
      let start = bitPosition
      let packed = takePacked(left)
      if value == 1 { ones += repeated }
      for index in stride(from: 0, to: packed, by: 64) {
        ones += word(at: start + index, count: Swift.min(64, packed - index)).nonzeroBitCount
      }
      left -= repeated + packed
    }
    return ones
  }

  /// Adds `count` values of one bit to a bitmap.
  mutating func read(_ count: Int, into bits: inout BitmapBuilder) throws {
    var left = count
    while left > 0 {
      try nextRun()
      let repeated = takeRepeated(left)
      let start = bitPosition
      let packed = takePacked(left)
      bits.append(repeating: value == 1, count: repeated)
      for index in stride(from: 0, to: packed, by: 64) {
        let length = Swift.min(64, packed - index)
        bits.append(word: word(at: start + index, count: length), count: length)
      }
      left -= repeated + packed
    }
  }

  /// Writes `count` values to the front of `room`, and returns the greatest of them, or 0.
  @discardableResult
  mutating func read(_ count: Int, into room: inout MutableSpan<UInt32>) throws -> UInt32 {
    var done = 0
    var greatest: UInt32 = 0
    while done < count {
      try nextRun()
      let repeated = takeRepeated(count - done)
      let start = bitPosition
      let packed = takePacked(count - done)
      if repeated > 0 { greatest = Swift.max(greatest, value) }
      for index in done..<done + repeated { room[index] = value }
      if packed > 0 {
        let found = BitUnpacker.unpack(
          bytes, from: start, bitWidth: bitWidth, count: packed, into: &room, at: done)
        greatest = Swift.max(greatest, found)
      }
      done += repeated + packed
    }
    return greatest
  }

  /// Adds `count` values of at most 8 bits; there is never room for more than the runs so far have.
  mutating func read(_ count: Int, into values: inout ValueBuilder<UInt8>) throws {
    precondition(bitWidth <= 8)
    var left = count
    while left > 0 {
      try nextRun()
      let repeated = takeRepeated(left)
      let start = bitPosition
      let packed = takePacked(left)
      values.append(repeating: UInt8(truncatingIfNeeded: value), count: repeated)
      if packed > 0 {
        let (source, width) = (bytes, bitWidth)
        values.append(count: packed) { room in
          BitUnpacker.unpackPlainly(source, from: start, bitWidth: width, count: packed, into: &room, at: 0)
        }
      }
      left -= repeated + packed
    }
  }

  /// Takes `count` values and returns true when all of them are in one run of 1; else takes nothing.
  mutating func takeOnes(_ count: Int) throws -> Bool {
    guard count > 0 else { return true }
    try nextRun()
    guard repeated >= count, value == 1 else { return false }
    repeated -= count
    return true
  }

  /// Takes up to `count` values from a run of equal ones; returns how many.
  private mutating func takeRepeated(_ count: Int) -> Int {
    let taken = Swift.min(count, repeated)
    repeated -= taken
    return taken
  }

  /// Takes up to `count` values from a packed run; returns how many. Only one of the two kinds is ever at hand.
  private mutating func takePacked(_ count: Int) -> Int {
    let taken = Swift.min(count, packed)
    packed -= taken
    bitPosition += taken * bitWidth
    return taken
  }

  /// Returns up to 64 bits from a position on; they are within the bytes.
  private func word(at position: Int, count: Int) -> UInt64 {
    let first = position >> 3
    let shift = UInt64(position & 7)
    var word: UInt64 = 0
    var spill: UInt64 = 0
    for index in 0..<Swift.min(8, bytes.byteCount - first) {
      word |= UInt64(bytes.byte(at: first + index)) << UInt64(index * 8)
    }
    if shift > 0 && first + 8 < bytes.byteCount {
      spill = UInt64(bytes.byte(at: first + 8)) << (64 - shift)
    }
    return (word >> shift | spill) & (UInt64.max >> UInt64(64 - count))
  }
}
