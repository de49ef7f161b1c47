/// Growable memory of plain values, frozen into a ``Buffer`` when it is full.
///
/// It differs from an array in three ways that the hot paths need: it is not copied by accident, it is aligned for
/// vector instructions, and freezing hands its memory over instead of copying it.
@safe
public struct ValueBuilder<Element: BitwiseCopyable>: ~Copyable {
  // Safe: `base` points to `capacity` elements of which the first `count` are initialised; both are private to this
  // value, which is not copyable, so nobody else can write or free the memory.
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var used: Int
  @usableFromInline var room: Int

  /// The number of values.
  @inlinable public var count: Int { used }
  /// The number of values that fit before the memory moves.
  @inlinable public var capacity: Int { room }

  /// The alignment in bytes of all heap memory: a cache line, and Arrow's recommendation.
  @usableFromInline static var alignment: Int { 64 }

  /// Makes an empty builder with room for `capacity` values.
  @inlinable
  public init(capacity: Int = 0) {
    precondition(capacity >= 0)
    unsafe base = Self.allocate(capacity)
    used = 0
    room = capacity
  }

  deinit { unsafe base.deallocate() }

  @usableFromInline
  static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let byteCount = Swift.max(capacity * MemoryLayout<Element>.stride, alignment)
    let isHuge = byteCount >= HugePages.leastByteCount
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: byteCount, alignment: isHuge ? HugePages.pageSize : alignment)
    if isHuge { unsafe HugePages.advise(memory, byteCount) }
    return unsafe memory.bindMemory(to: Element.self, capacity: capacity)
  }

  /// Makes room for `additional` more values; amortised O(1) a value.
  @inlinable
  public mutating func reserve(_ additional: Int) {
    precondition(additional >= 0)
    if capacity - count < additional { grow(additional) }
  }

  @usableFromInline
  mutating func grow(_ additional: Int) {
    let wanted = Swift.max(count + additional, capacity + capacity / 2, 16)
    let larger = unsafe Self.allocate(wanted)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    room = wanted
  }

  /// Adds a value.
  @inlinable
  public mutating func append(_ value: Element) {
    if count == capacity { grow(1) }
    // Safe: there is room for one more, by the line above.
    unsafe base[count] = value
    used &+= 1
  }

  /// Adds a value `times` times.
  @inlinable
  public mutating func append(repeating value: Element, count times: Int) {
    reserve(times)
    // Safe: `reserve` made room and refused a negative number.
    unsafe (base + count).update(repeating: value, count: times)
    used &+= times
  }

  /// Adds all values of a span.
  @inlinable
  public mutating func append(contentsOf values: Span<Element>) {
    reserve(values.count)
    unsafe values.withUnsafeBufferPointer { source in
      // Safe: `reserve` made room for all of them, and a span of another owner cannot overlap our memory.
      if let first = source.baseAddress { unsafe (base + count).update(from: first, count: source.count) }
    }
    used &+= values.count
  }

  /// Adds `additional` values that `fill` writes.
  ///
  /// - Parameter fill: Is given exactly `additional` values of room, with undefined contents, and must write each of
  ///   them: what it leaves is whatever the memory held.
  @inlinable
  public mutating func append<Failure: Error>(
    count additional: Int, _ fill: (inout MutableSpan<Element>) throws(Failure) -> Void
  ) throws(Failure) {
    reserve(additional)
    // Safe: `reserve` made room; the elements are bitwise copyable, so any contents are a valid value to overwrite.
    var unwritten = unsafe MutableSpan<Element>(_unsafeStart: base + count, count: additional)
    try fill(&unwritten)
    used &+= additional
  }

  /// Drops all values from `newCount` on; the memory stays.
  @inlinable
  public mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count)
    used = newCount
  }

  /// The value at an index.
  @inlinable
  public subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return unsafe base[index]
    }
    set {
      precondition(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }

  /// The values.
  @inlinable
  public var span: Span<Element> {
    @_lifetime(borrow self)
    get {
      let span = unsafe Span(_unsafeStart: UnsafePointer(base), count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The values as bytes.
  @inlinable
  public var rawSpan: RawSpan {
    @_lifetime(borrow self)
    get {
      let span = unsafe RawSpan(
        _unsafeStart: UnsafeRawPointer(base), byteCount: count * MemoryLayout<Element>.stride)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The values, to change in place.
  @inlinable
  public var mutableSpan: MutableSpan<Element> {
    @_lifetime(&self)
    mutating get {
      let span = unsafe MutableSpan(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, mutating: &self)
    }
  }

  /// Hands the memory over as a buffer, without copying it.
  @inlinable
  public consuming func freeze() -> Values<Element> where Element: Sendable {
    let count = count
    let byteCount = count * MemoryLayout<Element>.stride
    let buffer = unsafe Buffer(adopting: surrender(), count: byteCount)
    return Values(buffer: buffer, count: count)
  }

  /// Gives up the memory to a caller that will free it, and forgets it.
  @usableFromInline
  consuming func surrender() -> UnsafeMutableRawPointer {
    let memory = unsafe UnsafeMutableRawPointer(base)
    discard self
    return unsafe memory
  }
}

// Safe: the memory belongs to one value that cannot be copied, so two threads never have it at once.
extension ValueBuilder: @unchecked Sendable where Element: Sendable {}
