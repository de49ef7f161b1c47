import InlayBytes

/// How long a variant's value is.
enum VariantValue {
  /// Returns the number of bytes of the value that begins at an offset; O(1).
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when it leaves the bytes, ``InlayError/Code/unsupported`` for a type that is not
  ///   known.
  static func byteCount(_ bytes: RawSpan, at start: Int) throws -> Int {
    let header = bytes.byte(at: start)
    let count: Int
    switch header & 3 {
    case 0: count = try 1 + primitiveByteCount(header >> 2, bytes, at: start + 1)
    case 1: count = 1 + Int(header >> 2)
    default:
      let container = try VariantContainer(bytes, at: start)
      count = container.values - start + container.offset(container.count, in: bytes)
    }
    guard count <= bytes.byteCount - start else { throw short }
    return count
  }

  /// Returns the number of bytes behind the header of a primitive type (VariantEncoding.md, "Encoding types").
  private static func primitiveByteCount(_ type: UInt8, _ bytes: RawSpan, at start: Int) throws -> Int {
    switch type {
    case 0, 1, 2: return 0
    case 3: return 1
    case 4: return 2
    case 5, 11, 14: return 4
    case 6, 7, 12, 13, 17, 18, 19: return 8
    case 8: return 5
    case 9: return 9
    case 10: return 17
    case 15, 16:
      guard bytes.byteCount - start >= 4 else { throw short }
      return 4 + Int(bytes.littleEndian32(at: start))
    case 20: return 16
    default: throw InlayError(.unsupported, "a variant has a value of an unknown type: \(type)")
    }
  }

  /// The error for a value that leaves its bytes.
  static var short: InlayError { InlayError(.corrupt, "a variant's value ends before its parts do") }
}
