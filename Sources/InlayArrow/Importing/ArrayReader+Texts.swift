import CInlayArrow
import InlayBytes
import InlayColumns

/// Texts and bytes: views over the memory where they lie.
extension ArrayReader {
  /// Values between offsets; those of nulls are not looked at.
  func offsetViews(isLarge: Bool, _ validity: Bitmap?) throws -> ViewValues {
    guard count > 0 else { return ViewValues(views: Values([]), buffers: []) }
    let ends = try ends(isLarge: isLarge)
    guard ends[0] >= 0, zip(ends, ends.dropFirst()).allSatisfy(<=) else {
      throw refused("its offsets do not ascend")
    }
    let data = try bytes(2, from: ends[0], count: ends[count] - ends[0])
    return try denseViews(data, validity) { ($0, ends[$0] - ends[0], ends[$0 + 1] - ends[$0]) }
  }

  private func ends(isLarge: Bool) throws -> [Int] {
    if isLarge { return Self.integers(try values(extra: 1, as: Int64.self)) }
    return Self.integers(try values(extra: 1, as: Int32.self))
  }

  private static func integers<Integer: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Values<Integer>
  ) -> [Int] { (0..<values.count).map { Int(truncatingIfNeeded: values[$0]) } }

  /// Values of one width.
  func fixedViews(_ width: Int) throws -> ViewValues {
    guard offset <= (Int.max - count) / width / 2, count <= Int.max / width / 2 else {
      throw refused("its values are too many")
    }
    let data = try bytes(1, from: offset * width, count: count * width)
    return try denseViews(data, nil) { ($0, $0 * width, width) }
  }

  /// Makes views of bytes that lie one after the other.
  ///
  /// An offset in a view has 32 bits, so a long buffer is shown as several that begin 2 GiB apart and reach over each other.
  private func denseViews(
    _ data: Buffer, _ validity: Bitmap?, _ place: (Int) -> (index: Int, start: Int, length: Int)
  ) throws -> ViewValues {
    let step = 1 << 31
    let starts = Array(stride(from: 0, to: Swift.max(data.count, 1), by: step))
    let buffers = starts.map { data.slice($0..<Swift.min($0 + 2 * step, data.count)) }
    var views = ValueBuilder<ByteView>(capacity: count)
    for index in 0..<count {
      let (_, start, length) = place(index)
      guard Self.isThere(validity, index) else {
        views.append(.empty)
        continue
      }
      guard length < step else { throw refused("a value is longer than 2 GiB") }
      views.append(Self.view(of: data, start, length, step))
    }
    return ViewValues(views: views.freeze(), buffers: buffers)
  }

  private static func isThere(_ validity: Bitmap?, _ index: Int) -> Bool { validity?[index] ?? true }

  private static func view(of data: Buffer, _ start: Int, _ length: Int, _ step: Int) -> ByteView {
    ByteView(
      data.bytes.extracting(start..<start + length), buffer: UInt32(start / step),
      offset: UInt32(start % step))
  }

  /// Views, each of which is compared with the buffer that it names; those of nulls are made empty.
  func views(_ validity: Bitmap?) throws -> ViewValues {
    let views: Values<ByteView> = try values()
    let buffers = try dataBuffers()
    var isClean = true
    for index in 0..<count {
      if Self.isThere(validity, index) {
        guard Self.lies(views[index], in: buffers) else {
          throw refused("its view \(index) is outside its buffers")
        }
        isClean = isClean && Self.isCanonical(views[index])
      } else if !Self.lies(views[index], in: buffers) || !Self.isCanonical(views[index]) {
        isClean = false
      }
    }
    let whole = ViewValues(views: views, buffers: buffers)
    if isClean { return whole }
    var rebuilt = ViewBuilder(capacity: count)
    for index in 0..<count {
      if Self.isThere(validity, index) {
        rebuilt.append(whole.bytes(at: index))
      } else {
        rebuilt.appendEmpty()
      }
    }
    return rebuilt.freeze()
  }

  /// The buffers behind the views; their lengths lie in the last one.
  private func dataBuffers() throws -> [Buffer] {
    let count = unsafe Int(array.n_buffers) - 3
    guard (0...1 << 24).contains(count) else { throw refused("it lacks the lengths of its buffers") }
    guard count > 0 else { return [] }
    let copied = Self.copy(try bytes(count + 2, from: 0, count: count * 8))
    let lengths = Values<Int64>(buffer: copied, count: count)
    return try (0..<count).map { index in
      guard let length = Int(exactly: lengths[index]), length >= 0 else {
        throw refused("a buffer's length is negative")
      }
      return try bytes(index + 2, from: 0, count: length)
    }
  }

  private static func copy(_ buffer: Buffer) -> Buffer { Buffer(copying: buffer.bytes) }

  private static func lies(_ view: ByteView, in buffers: [Buffer]) -> Bool {
    if view.isInline { return true }
    // Arrow's numbers have a sign: one above 2³¹ is a negative one.
    guard view.count <= Int(Int32.max), view.buffer < buffers.count else { return false }
    guard view.offset <= buffers[view.buffer].count - view.count else { return false }
    return prefix(buffers[view.buffer], view.offset) == UInt32(truncatingIfNeeded: view.low >> 32)
  }

  private static func prefix(_ buffer: Buffer, _ offset: Int) -> UInt32 {
    // Safe: the caller compared the offset of a value of more than four bytes with the buffer's length.
    unsafe buffer.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
  }

  /// Whether the bytes of a short view that no letter takes are zero, as comparing views needs it.
  private static func isCanonical(_ view: ByteView) -> Bool {
    guard view.isInline else { return true }
    let low = view.count >= 4 ? 0 : view.low >> UInt64(32 + view.count * 8)
    let high = view.count >= 12 ? 0 : view.high >> UInt64(Swift.max(view.count - 4, 0) * 8)
    return low == 0 && high == 0
  }
}
