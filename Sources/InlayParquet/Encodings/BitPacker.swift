import InlayBytes

/// Packs numbers of a fixed width of bits, the least significant bit first: the bit-packed part of the RLE /
/// bit-packing hybrid (Encodings.md, "RLE").
enum BitPacker {
  /// The number of values that are packed together, so that a group takes a whole number of bytes.
  static let groupCount = 8

  /// Returns the bits that every number below `limit` fits in: 0 when there is only one.
  static func bitWidth(ofNumbersBelow limit: Int) -> Int {
    limit <= 1 ? 0 : Int.bitWidth - (limit - 1).leadingZeroBitCount
  }

  /// Appends values in groups of 8; the last group is filled up with zeros.
  ///
  /// - Parameters:
  ///   - values: Numbers that each fit in `bitWidth` bits.
  ///   - bitWidth: 1 to 32.
  static func pack(_ values: Span<UInt32>, bitWidth: Int, into output: inout ValueBuilder<UInt8>) {
    precondition((1...32).contains(bitWidth))
    let start = output.count
    let groups = (values.count + 7) / 8
    // A group is written in whole words, so the last one may touch bytes beyond its end.
    output.append(count: groups * bitWidth + 32) { room in
      unsafe room.withUnsafeMutableBytes { room in
        unsafe values.withUnsafeBufferPointer { values in
          guard let source = values.baseAddress, let target = room.baseAddress else { return }
          let whole = values.count / 8
          unsafe packGroups(source, count: whole, bitWidth: bitWidth, into: target)
          let rest = values.count % 8
          if rest > 0 {
            let tail = unsafe UnsafeBufferPointer(start: source + whole * 8, count: rest)
            unsafe packTail(tail, bitWidth: bitWidth, into: target + whole * bitWidth)
          }
        }
      }
    }
    output.truncate(to: start + groups * bitWidth)
  }

  private static func packTail(
    _ values: UnsafeBufferPointer<UInt32>, bitWidth: Int, into target: UnsafeMutableRawPointer
  ) {
    var group = SIMD8<UInt32>()
    for index in values.indices { unsafe group[index] = values[index] }
    unsafe withUnsafeBytes(of: group) { group in
      // Safe: a vector of eight lanes has the layout of eight numbers.
      guard let source = unsafe group.baseAddress?.assumingMemoryBound(to: UInt32.self) else { return }
      unsafe packGroups(source, count: 1, bitWidth: bitWidth, into: target)
    }
  }
}

// MARK: - Kernels

// Safe: the source has `count * 8` values, and the target `count * bitWidth + 32` bytes, as `pack` made sure.
extension BitPacker {
  /// Chooses the kernel of a width: each case is the same code with a constant, so that shifts need no variables.
  private static func packGroups(
    _ source: UnsafePointer<UInt32>, count: Int, bitWidth: Int, into target: UnsafeMutableRawPointer
  ) {
    switch bitWidth {
    case 1: unsafe narrow(source, count, 1, target)
    case 2: unsafe narrow(source, count, 2, target)
    case 3: unsafe narrow(source, count, 3, target)
    case 4: unsafe narrow(source, count, 4, target)
    case 5: unsafe narrow(source, count, 5, target)
    case 6: unsafe narrow(source, count, 6, target)
    case 7: unsafe narrow(source, count, 7, target)
    case 8: unsafe narrow(source, count, 8, target)
    case 9: unsafe middle(source, count, 9, target)
    case 10: unsafe middle(source, count, 10, target)
    case 11: unsafe middle(source, count, 11, target)
    case 12: unsafe middle(source, count, 12, target)
    case 13: unsafe middle(source, count, 13, target)
    case 14: unsafe middle(source, count, 14, target)
    case 15: unsafe middle(source, count, 15, target)
    case 16: unsafe middle(source, count, 16, target)
    case 17: unsafe wide(source, count, 17, target)
    case 18: unsafe wide(source, count, 18, target)
    case 19: unsafe wide(source, count, 19, target)
    case 20: unsafe wide(source, count, 20, target)
    default: unsafe wide(source, count, bitWidth, target)
    }
  }

  /// Up to 8 bits: a group fits one word.
  @inline(__always)
  private static func narrow(
    _ source: UnsafePointer<UInt32>, _ count: Int, _ width: Int, _ target: UnsafeMutableRawPointer
  ) {
    for group in 0..<count {
      let values = unsafe source + group &* 8
      var word = unsafe UInt64(values[0])
      for index in 1..<8 { unsafe word |= UInt64(values[index]) &<< UInt64(index &* width) }
      unsafe target.storeBytes(of: word.littleEndian, toByteOffset: group &* width, as: UInt64.self)
    }
  }

  /// 9 to 16 bits: half a group fits one word.
  @inline(__always)
  private static func middle(
    _ source: UnsafePointer<UInt32>, _ count: Int, _ width: Int, _ target: UnsafeMutableRawPointer
  ) {
    let half = UInt64(width &* 4)
    for group in 0..<count {
      let values = unsafe source + group &* 8
      var low = unsafe UInt64(values[0])
      var high = unsafe UInt64(values[4])
      for index in 1..<4 {
        unsafe low |= UInt64(values[index]) &<< UInt64(index &* width)
        unsafe high |= UInt64(values[index &+ 4]) &<< UInt64(index &* width)
      }
      let first = half == 64 ? low : low | high &<< half
      let second = half == 64 ? high : high &>> (64 &- half)
      let place = unsafe target + group &* width
      unsafe place.storeBytes(of: first.littleEndian, as: UInt64.self)
      unsafe place.storeBytes(of: second.littleEndian, toByteOffset: 8, as: UInt64.self)
    }
  }

  /// 17 to 32 bits: a pair fits one word.
  @inline(__always)
  private static func wide(
    _ source: UnsafePointer<UInt32>, _ count: Int, _ width: Int, _ target: UnsafeMutableRawPointer
  ) {
    let pairWidth = width &* 2
    for group in 0..<count {
      let values = unsafe source + group &* 8
      var place = unsafe target + group &* width
      var word: UInt64 = 0
      var filled = 0
      for index in stride(from: 0, to: 8, by: 2) {
        let pair = unsafe UInt64(values[index]) | UInt64(values[index &+ 1]) &<< UInt64(width)
        word |= pair &<< UInt64(filled)
        filled &+= pairWidth
        guard filled >= 64 else { continue }
        unsafe place.storeBytes(of: word.littleEndian, as: UInt64.self)
        unsafe place += 8
        filled &-= 64
        // A shift by the whole width of a word would keep the word.
        word = filled == 0 ? 0 : pair &>> UInt64(pairWidth &- filled)
      }
      unsafe place.storeBytes(of: word.littleEndian, as: UInt64.self)
    }
  }
}
