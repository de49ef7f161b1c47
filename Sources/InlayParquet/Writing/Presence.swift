import InlayBytes
import InlayColumns

/// Which of some entries have a value and which have none, collected batch by batch.
///
/// No bits are kept as long as nothing is null.
struct Presence: ~Copyable {
  // The least significant bit first; empty while `nullCount` is 0.
  private var words = ValueBuilder<UInt64>()
  // The bytes of a range of bits, aligned.
  private var scratch = ValueBuilder<UInt8>()
  /// The number of rows.
  private(set) var rowCount = 0
  /// The number of nulls among them.
  private(set) var nullCount = 0

  /// The number of values that are there.
  var valueCount: Int { rowCount - nullCount }

  /// Adds the rows of a range; nil stands for rows without nulls.
  mutating func append(_ present: Bitmap?, _ rows: Range<Int>) {
    let ones = present.map { $0[rows].countOnes() } ?? rows.count
    if ones < rows.count && nullCount == 0 { appendOnes(rowCount, at: 0) }
    nullCount += rows.count - ones
    if nullCount > 0 {
      if let present, ones < rows.count {
        append(present[rows])
      } else {
        appendOnes(rows.count, at: rowCount)
      }
    }
    rowCount += rows.count
  }

  private mutating func append(_ bits: Bitmap) {
    for index in stride(from: 0, to: bits.count, by: 64) {
      append(word: bits.word(at: index), count: min(64, bits.count - index), at: rowCount + index)
    }
  }

  private mutating func appendOnes(_ count: Int, at position: Int) {
    var done = 0
    while done < count {
      let length = min(64, count - done)
      append(word: ~0 >> UInt64(64 - length), count: length, at: position + done)
      done += length
    }
  }

  private mutating func append(word: UInt64, count: Int, at position: Int) {
    let shift = UInt64(position & 63)
    if shift == 0 {
      words.append(word)
      return
    }
    words[words.count - 1] |= word << shift
    if Int(shift) + count > 64 { words.append(word >> (64 - shift)) }
  }

  /// Appends the definition levels of the entries of a range, without their length.
  mutating func encodeLevels(_ rows: Range<Int>, into output: inout ValueBuilder<UInt8>) {
    if nullCount == 0 {
      LevelEncoder.encodeAllPresent(count: rows.count, into: &output)
    } else {
      align(rows)
      LevelEncoder.encode(scratch.span, count: rows.count, into: &output)
    }
  }

  /// Copies the bits of a range to the beginning of `scratch`.
  private mutating func align(_ rows: Range<Int>) {
    scratch.truncate(to: 0)
    for index in stride(from: rows.lowerBound, to: rows.upperBound, by: 64) {
      let shift = UInt64(index & 63)
      var word = words[index / 64] >> shift
      if shift > 0 && index / 64 + 1 < words.count { word |= words[index / 64 + 1] << (64 - shift) }
      let length = min(64, rows.upperBound - index)
      if length < 64 { word &= 1 << UInt64(length) - 1 }
      for byte in 0..<(length + 7) / 8 {
        scratch.append(UInt8(truncatingIfNeeded: word >> UInt64(byte * 8)))
      }
    }
  }

  /// Returns the number of nulls in a range of rows.
  mutating func nullCount(in rows: Range<Int>) -> Int {
    guard nullCount > 0 else { return 0 }
    align(rows)
    var ones = 0
    let bytes = scratch.span
    for index in bytes.indices { ones += bytes[index].nonzeroBitCount }
    return rows.count - ones
  }

  /// The rows as a bitmap; nil when nothing is null.
  mutating func bitmap() -> Bitmap? {
    guard nullCount > 0 else { return nil }
    align(0..<rowCount)
    return Bitmap(buffer: Buffer(copying: scratch.rawSpan), count: rowCount)
  }

  /// Begins anew; the memory stays.
  mutating func removeAll() {
    words.truncate(to: 0)
    rowCount = 0
    nullCount = 0
  }
}
