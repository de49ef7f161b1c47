extension ValueBuilder where Element == UInt8 {
  /// Adds all bytes of a span.
  @inlinable
  public mutating func append(bytes: RawSpan) {
    append(contentsOf: Span<UInt8>(_bytes: bytes))
  }

  /// Adds the text's UTF-8 bytes.
  @inlinable
  public mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { utf8 in
      // Safe: the pointer is valid within this closure, and the span does not leave it.
      append(contentsOf: unsafe Span(_unsafeElements: utf8))
    }
  }

  /// Adds an integer's bytes, the least significant first.
  @inlinable
  public mutating func append<Integer: FixedWidthInteger & BitwiseCopyable>(littleEndian value: Integer) {
    unsafe withUnsafeBytes(of: value.littleEndian) { bytes in
      // Safe: the bytes of a local copy, read within this closure.
      append(bytes: unsafe RawSpan(_unsafeBytes: bytes))
    }
  }
}
