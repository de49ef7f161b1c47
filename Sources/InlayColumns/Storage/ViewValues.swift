public import InlayBytes

/// The values of a string or binary column: views, and the buffers that hold the long values.
public struct ViewValues: Sendable {
  /// One view a value.
  public let views: Values<ByteView>
  /// The buffers that the views name by number.
  public let buffers: [Buffer]
  // Where the buffers lie, so that reading a value does not count references: two threads that count those of one
  // buffer slow each other down more than the reading takes.
  @usableFromInline let regions: Values<Region>

  /// Where a buffer lies in memory.
  @frozen @usableFromInline
  struct Region: BitwiseCopyable, Sendable {
    @usableFromInline let address: UInt
    @usableFromInline let count: Int

    init(_ buffer: Buffer) {
      address = unsafe UInt(bitPattern: buffer.baseAddress)
      count = buffer.count
    }
  }

  /// Puts views over buffers.
  ///
  /// Every long view must lie within its buffer: whoever makes views from a file's bytes has checked that. A view that
  /// does not is a fault of the program and traps when its bytes are asked for.
  public init(views: Values<ByteView>, buffers: [Buffer]) {
    self.views = views
    self.buffers = buffers
    regions = Values(buffers.map(Region.init))
  }

  /// Puts other views over the buffers of `values`.
  private init(_ views: Values<ByteView>, over values: ViewValues) {
    self.views = views
    buffers = values.buffers
    regions = values.regions
  }

  /// Copies texts.
  public init(_ texts: [String]) {
    var builder = ViewBuilder()
    for text in texts { builder.append(utf8: text) }
    self = builder.freeze()
  }

  /// The number of values.
  @inlinable public var count: Int { views.count }

  /// Returns the bytes of the value at an index, valid as long as this value.
  @inlinable @_lifetime(borrow self)
  public func bytes(at index: Int) -> RawSpan {
    let view = views[index]
    if view.isInline {
      let span = views.rawSpan.extracting(droppingFirst: index &* 16 &+ 4).extracting(first: view.count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
    let region = regions[view.buffer]
    precondition(view.offset &+ view.count <= region.count)
    // Safe: the value lies within the buffer, by the line above, and this value holds the buffer. A region of more
    // than 12 bytes has an address.
    let start = unsafe UnsafeRawPointer(bitPattern: region.address).unsafelyUnwrapped + view.offset
    return unsafe _overrideLifetime(RawSpan(_unsafeStart: start, byteCount: view.count), borrowing: self)
  }

  /// Returns the text of the value at an index; bytes that are not UTF-8 become U+FFFD.
  public func text(at index: Int) -> String {
    let bytes = bytes(at: index)
    return unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The values of a range, sharing the memory; O(1).
  public subscript(range: Range<Int>) -> ViewValues { ViewValues(views[range], over: self) }

  /// Returns the values at `indices`, each less than `count`, in that order; the long values are shared.
  public func gathered(_ indices: Values<UInt32>) -> ViewValues {
    ViewValues(views.gathered(indices), over: self)
  }

  /// The sum of the values' lengths in bytes; O(count).
  public var byteCount: Int {
    var sum = 0
    let views = views.span
    for index in views.indices { sum &+= views[index].count }
    return sum
  }
}
