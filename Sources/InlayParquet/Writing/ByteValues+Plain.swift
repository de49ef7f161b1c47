import InlayBytes
import InlayColumns

extension ByteValues {
  mutating func appendPlain(
    from first: Int, count: Int, to page: inout ValueBuilder<UInt8>, byteLimit: Int
  ) -> Int {
    let run = run
    let (taken, byteCount) = fitting(first, count, room: byteLimit - page.count)
    let start = page.count
    let views = run.span.extracting(first..<first + taken)
    // Short values are written as four words, whatever their length: the last one may touch 12 bytes beyond its end.
    page.append(count: byteCount + 16) { room in
      unsafe room.withUnsafeMutableBytes { room in
        guard let target = room.baseAddress else { return }
        unsafe Self.copy(views, regions, &extremes, to: target, page: UnsafeRawPointer(target - start))
      }
    }
    page.truncate(to: start + byteCount)
    return taken
  }

  /// Returns how many values it takes to fill the room, and how many bytes they are with their lengths.
  private func fitting(_ first: Int, _ count: Int, room: Int) -> (taken: Int, byteCount: Int) {
    let views = run.span.extracting(first..<first + count)
    var byteCount = 0
    for index in views.indices {
      if byteCount >= room { return (index, byteCount) }
      byteCount &+= 4 &+ views[index].count
    }
    return (count, byteCount)
  }

  mutating func takeBounds(of page: borrowing ValueBuilder<UInt8>) -> ValueBounds? {
    defer { extremes = ByteExtremes() }
    guard hasOrder else { return nil }
    return extremes.bounds(in: page.rawSpan)?.shortened(isText: isText)
  }
}

// MARK: - Kernel

// Safe: the target has room for every value with its length and 16 bytes more, as `appendPlain` made sure; a view's
// bytes are where `ByteRegions` says, which checks that.
extension ByteValues {
  /// Writes values in the plain encoding: the length in four bytes, the least significant first, and the bytes.
  private static func copy(
    _ views: Span<ByteView>, _ regions: borrowing ByteRegions, _ extremes: inout ByteExtremes,
    to target: UnsafeMutableRawPointer, page: UnsafeRawPointer
  ) {
    var place = unsafe target
    var bounds = extremes
    for index in views.indices {
      let view = unsafe views[unchecked: index]
      let count = view.count
      unsafe place.storeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian, as: UInt32.self)
      unsafe place += 4
      let key: UInt64
      if view.isInline {
        unsafe place.storeBytes(of: UInt32(truncatingIfNeeded: view.low >> 32).littleEndian, as: UInt32.self)
        unsafe place.storeBytes(of: view.high.littleEndian, toByteOffset: 4, as: UInt64.self)
        key = view.inlineSortKey
      } else {
        let source = unsafe regions.start(of: view)
        key = unsafe UInt64(bigEndian: source.loadUnaligned(as: UInt64.self))
        unsafe copyLong(source, count, to: place)
      }
      if key <= bounds.leastKey || key >= bounds.greatestKey {
        unsafe bounds.take(key: key, offset: UnsafeRawPointer(place) - page, count: count, page: page)
      }
      unsafe place += count
    }
    extremes = bounds
  }

  /// Copies at least 13 bytes: up to 32 of them in two moves that may overlap, without a call.
  @inline(__always)
  private static func copyLong(_ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer) {
    if count < 16 {
      let (head, tail) = unsafe (
        source.loadUnaligned(as: UInt64.self),
        source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      )
      unsafe target.storeBytes(of: head, as: UInt64.self)
      unsafe target.storeBytes(of: tail, toByteOffset: count &- 8, as: UInt64.self)
    } else if count <= 32 {
      let (head, tail) = unsafe (
        source.loadUnaligned(as: SIMD16<UInt8>.self),
        source.loadUnaligned(fromByteOffset: count &- 16, as: SIMD16<UInt8>.self)
      )
      unsafe target.storeBytes(of: head, as: SIMD16<UInt8>.self)
      unsafe target.storeBytes(of: tail, toByteOffset: count &- 16, as: SIMD16<UInt8>.self)
    } else {
      unsafe target.copyMemory(from: source, byteCount: count)
    }
  }
}
