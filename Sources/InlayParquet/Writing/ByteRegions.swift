import InlayBytes
import InlayColumns

/// The memory behind the views of a run, ready for a hot loop: no class is touched to find a value's bytes.
@safe
struct ByteRegions: ~Copyable {
  // Safe: each region is the memory of one of `buffers`, which this value keeps alive.
  private var regions = unsafe ValueBuilder<Region>()
  private var buffers: [Buffer] = []

  @unsafe
  struct Region: BitwiseCopyable {
    let base: UnsafeRawPointer
    let count: Int
  }

  /// Looks at other buffers from now on.
  mutating func replace(with buffers: [Buffer]) {
    unsafe regions.truncate(to: 0)
    for buffer in buffers {
      unsafe regions.append(Region(base: buffer.baseAddress, count: buffer.count))
    }
    self.buffers = buffers
  }

  /// Returns where the bytes of a long value begin; all `view.count` of them are there. A view that leaves its buffer
  /// traps.
  @unsafe @inline(__always)
  borrowing func start(of view: ByteView) -> UnsafeRawPointer {
    let region = unsafe regions[view.buffer]
    unsafe precondition(view.offset &+ view.count <= region.count)
    return unsafe region.base + view.offset
  }
}

extension ByteView {
  /// The first four bytes as a number that sorts as the bytes do; zeros fill it up.
  @inline(__always)
  var sortKey: UInt32 { UInt32(truncatingIfNeeded: low >> 32).byteSwapped }

  /// The first eight bytes of a short value as a number that sorts as the bytes do; zeros fill it up.
  @inline(__always)
  var inlineSortKey: UInt64 {
    UInt64(sortKey) << 32 | UInt64(UInt32(truncatingIfNeeded: high).byteSwapped)
  }
}

extension RawSpan {
  /// Returns whether these bytes come before others, as unsigned numbers from the first on; O(byteCount).
  func precedes(_ other: RawSpan) -> Bool {
    let common = Swift.min(byteCount, other.byteCount)
    var offset = 0
    while common &- offset >= 8 {
      // Safe: eight bytes are left in both.
      let mine = unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let theirs = unsafe other.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      if mine != theirs { return UInt64(bigEndian: mine) < UInt64(bigEndian: theirs) }
      offset &+= 8
    }
    while offset < common {
      let (mine, theirs) = (byte(at: offset), other.byte(at: offset))
      if mine != theirs { return mine < theirs }
      offset &+= 1
    }
    return byteCount < other.byteCount
  }
}
