import InlayBytes
import InlayColumns

extension ByteView {
  /// Makes the view of a range of a page; a short value is taken in by two loads where the page is long enough.
  @inline(__always)
  init(_ page: RawSpan, _ range: Range<Int>, buffer: UInt32, offset: UInt32) {
    let (start, count) = (range.lowerBound, range.count)
    guard page.byteCount &- start >= Self.inlineCapacity else {
      self.init(page.extracting(range), buffer: buffer, offset: offset)
      return
    }
    // Safe: 12 bytes are left from `start` on, by the line above.
    let head = unsafe UInt32(
      littleEndian: page.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt32.self))
    guard count <= Self.inlineCapacity else {
      self.init(count: UInt32(truncatingIfNeeded: count), prefix: head, buffer: buffer, offset: offset)
      return
    }
    let tail = unsafe UInt64(
      littleEndian: page.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ 4, as: UInt64.self))
    // Overlong shifts give zero, which is the mask for no bytes.
    let headMask = UInt64.max >> UInt64(truncatingIfNeeded: 64 &- Swift.min(count, 4) &* 8)
    let tailMask = UInt64.max >> UInt64(truncatingIfNeeded: 64 &- Swift.max(count &- 4, 0) &* 8)
    self.init(
      low: UInt64(truncatingIfNeeded: count) | (UInt64(head) & headMask) << 32, high: tail & tailMask)
  }
}
