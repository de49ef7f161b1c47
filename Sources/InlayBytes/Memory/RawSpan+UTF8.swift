import CInlayKernels

extension RawSpan {
  /// Whether the bytes are well-formed UTF-8; O(byteCount), at memory speed where they are ASCII.
  public var isUTF8: Bool {
    unsafe withUnsafeBytes { bytes in
      // Safe: the kernel reads as many bytes as the span has.
      unsafe inlay_utf8_valid_prefix(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
        == bytes.count
    }
  }
}
