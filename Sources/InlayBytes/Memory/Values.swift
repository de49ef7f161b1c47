/// Immutable values of one plain type over a shared buffer: a slice costs nothing.
@safe @frozen
public struct Values<Element: BitwiseCopyable & Sendable>: Sendable {
  /// The memory that holds the values, and possibly others around them.
  public let buffer: Buffer
  // Safe: points into `buffer`, which this value keeps alive; `init` checked that `count` values fit.
  @usableFromInline nonisolated(unsafe) let base: UnsafePointer<Element>
  /// The number of values.
  public let count: Int

  /// Views `count` values of a buffer from its byte `byteOffset` on.
  ///
  /// The bytes must be within the buffer and aligned for the type; anything else is a fault of the caller and traps.
  @inlinable
  public init(buffer: Buffer, byteOffset: Int = 0, count: Int) {
    precondition(count >= 0 && byteOffset >= 0 && byteOffset <= buffer.count)
    precondition(count <= (buffer.count - byteOffset) / MemoryLayout<Element>.stride)
    let start = unsafe buffer.baseAddress + byteOffset
    precondition(UInt(bitPattern: start) % UInt(MemoryLayout<Element>.alignment) == 0)
    self.buffer = buffer
    unsafe base = start.assumingMemoryBound(to: Element.self)
    self.count = count
  }

  @inlinable
  init(_ whole: Values, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= whole.count)
    buffer = whole.buffer
    unsafe base = whole.base + range.lowerBound
    count = range.count
  }

  /// Copies the values of an array.
  public init(_ values: [Element]) {
    var builder = ValueBuilder<Element>(capacity: values.count)
    builder.append(contentsOf: values.span)
    self = builder.freeze()
  }

  /// The values.
  @inlinable
  public var span: Span<Element> {
    @_lifetime(borrow self)
    get {
      let span = unsafe Span(_unsafeStart: base, count: count)
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

  /// The value at an index.
  @inlinable
  public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return unsafe base[index]
  }

  /// The values of a range, sharing the memory; O(1).
  @inlinable
  public subscript(range: Range<Int>) -> Values { Values(self, range) }

  /// Returns the values at `indices`, in that order.
  ///
  /// Every index must be less than `count`: one pass over the indices checks that before the first value is read.
  @inlinable
  public func gathered(_ indices: Values<UInt32>) -> Values {
    indices.requireAll(below: count)
    var result = ValueBuilder<Element>(capacity: indices.count)
    let source = span
    let chosen = indices.span
    result.append(count: indices.count) { room in
      for index in 0..<chosen.count {
        // Safe: `requireAll(below:)` compared the greatest index with the number of values.
        unsafe room[unchecked: index] = source[unchecked: Int(chosen[unchecked: index])]
      }
    }
    return result.freeze()
  }
}

extension Values where Element == UInt32 {
  /// Traps unless every value is less than `limit`; O(count) at vector speed.
  @inlinable
  public func requireAll(below limit: Int) {
    var greatest: UInt32 = 0
    let values = span
    for index in values.indices { greatest = Swift.max(greatest, unsafe values[unchecked: index]) }
    precondition(count == 0 || Int(greatest) < limit, "index out of range")
  }
}

extension Values where Element == Int64 {
  /// Returns the same words as numbers without a sign, sharing the memory.
  public func bitPatterns() -> Values<UInt64> {
    let start = unsafe UnsafeRawPointer(base) - buffer.baseAddress
    return Values<UInt64>(buffer: buffer, byteOffset: start, count: count)
  }
}
