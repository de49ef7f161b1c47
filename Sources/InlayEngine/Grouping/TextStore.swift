import InlayBytes
import InlayColumns

/// Texts that are copied from batches, so that these can be let go of, and that can be read while more are added.
struct TextStore: ~Copyable {
  private var views = ValueBuilder<ByteView>()
  private var current = ValueBuilder<UInt8>(capacity: 0)
  private var full: [Buffer] = []
  // Where the full buffers lie, so that reading a text does not count references.
  private var addresses = ValueBuilder<UInt>()

  /// The size at which a buffer is closed; it is never moved, so that a text stays where it is.
  private static var bufferSize: Int { 1 << 20 }

  /// The number of texts.
  var count: Int { views.count }
  /// The bytes of the texts that do not fit in a view.
  private(set) var longByteCount = 0

  /// Adds the text at an index.
  mutating func append(_ values: ViewValues, at index: Int) {
    let view = values.views[index]
    if view.isInline { views.append(view) } else { append(long: values.bytes(at: index)) }
  }

  /// Adds the text at an index of another store.
  mutating func append(_ other: borrowing TextStore, at index: Int) {
    let bytes = other.bytes(at: index)
    if bytes.byteCount > ByteView.inlineCapacity {
      append(long: bytes)
    } else {
      views.append(ByteView(short: bytes))
    }
  }

  /// Adds the empty text.
  mutating func appendEmpty() { views.append(.empty) }

  private mutating func append(long bytes: RawSpan) {
    let count = bytes.byteCount
    longByteCount &+= count
    if current.count > 0 && current.count + count > Self.bufferSize { close() }
    views.append(ByteView(bytes, buffer: UInt32(full.count), offset: UInt32(current.count)))
    current.append(bytes: bytes)
  }

  private mutating func close() {
    var next = ValueBuilder<UInt8>(capacity: Self.bufferSize)
    swap(&next, &current)
    let buffer = next.freeze().buffer
    // Safe: the address is used only while `full` holds the buffer.
    addresses.append(unsafe UInt(bitPattern: buffer.baseAddress))
    full.append(buffer)
  }

  /// Returns where the view of a text lies: for prefetching.
  @inline(__always)
  func addressOfView(at index: Int) -> UInt {
    unsafe views.span.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } &+ UInt(index) &* 16
  }

  /// Returns where the bytes of a long text lie, or 0 for a short one: for prefetching.
  @inline(__always)
  func address(at index: Int) -> UInt {
    let view = views[index]
    guard !view.isInline else { return 0 }
    guard view.buffer == addresses.count else { return addresses[view.buffer] &+ UInt(view.offset) }
    return unsafe current.span.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
      &+ UInt(view.offset)
  }

  /// Returns whether the text at `index` has the same bytes as the one at `otherIndex` of `other`.
  @inline(__always)
  func isSame(at index: Int, as other: ViewValues, at otherIndex: Int) -> Bool {
    let mine = views[index]
    let theirs = other.views[otherIndex]
    guard mine.low == theirs.low else { return false }
    if mine.isInline { return mine.high == theirs.high }
    return bytes(at: index).hasSameBytes(as: other.bytes(at: otherIndex))
  }

  /// Returns whether a text is less, or greater, than the one at an index.
  func isBetter(_ bytes: RawSpan, than index: Int, isGreatest: Bool) -> Bool {
    let known = self.bytes(at: index)
    return isGreatest ? known.precedes(bytes) : bytes.precedes(known)
  }

  /// Returns the bytes of the text at an index.
  @_lifetime(borrow self)
  func bytes(at index: Int) -> RawSpan {
    let view = views[index]
    if view.isInline {
      let span = views.rawSpan.extracting(droppingFirst: index &* 16 &+ 4).extracting(first: view.count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
    if view.buffer == full.count {
      let span = current.rawSpan.extracting(droppingFirst: view.offset).extracting(first: view.count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
    // Safe: every long text was written into its buffer by `append(long:)`, and `full` holds the buffer.
    let start = unsafe UnsafeRawPointer(bitPattern: addresses[view.buffer]).unsafelyUnwrapped + view.offset
    return unsafe _overrideLifetime(RawSpan(_unsafeStart: start, byteCount: view.count), borrowing: self)
  }

  /// Returns the texts, in the order in which they were added; the views are copied, the long texts shared.
  mutating func values() -> ViewValues {
    if current.count > 0 { close() }
    return ViewValues(views: GroupWords.mapped(views.span) { $0 }, buffers: full)
  }
}
