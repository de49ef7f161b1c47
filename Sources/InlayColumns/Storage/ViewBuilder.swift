public import InlayBytes

/// Collects string or binary values, copying the long ones into buffers of its own.
public struct ViewBuilder: ~Copyable {
  @usableFromInline var views: ValueBuilder<ByteView>
  @usableFromInline var current = ValueBuilder<UInt8>()
  @usableFromInline var full: [Buffer] = []

  /// The size at which a buffer is closed and the next one begun, so that growing never copies much.
  @usableFromInline static var bufferSize: Int { 1 << 20 }

  /// Makes an empty builder with room for `capacity` values.
  public init(capacity: Int = 0) { views = ValueBuilder(capacity: capacity) }

  /// The number of values.
  @inlinable public var count: Int { views.count }

  /// Adds a value of at most 2³² - 1 bytes.
  @inlinable
  public mutating func append(_ bytes: RawSpan) {
    let count = bytes.byteCount
    guard count > ByteView.inlineCapacity else {
      views.append(ByteView(short: bytes))
      return
    }
    if current.count > 0 && current.count &+ count > Self.bufferSize { closeBuffer() }
    let view = ByteView(bytes, buffer: UInt32(full.count), offset: UInt32(current.count))
    current.append(bytes: bytes)
    views.append(view)
  }

  /// Adds a text.
  public mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { utf8 in
      // Safe: the pointer is valid within this closure, and the bytes are copied.
      append(unsafe RawSpan(_unsafeBytes: UnsafeRawBufferPointer(utf8)))
    }
  }

  /// Adds the empty value, `times` times: what stands in the place of a null.
  public mutating func appendEmpty(count times: Int = 1) { views.append(repeating: .empty, count: times) }

  @usableFromInline
  mutating func closeBuffer() {
    var next = ValueBuilder<UInt8>(capacity: Self.bufferSize)
    swap(&next, &current)
    full.append(next.freeze().buffer)
  }

  /// Hands the values over.
  public consuming func freeze() -> ViewValues {
    if current.count > 0 { closeBuffer() }
    return ViewValues(views: views.freeze(), buffers: full)
  }
}
