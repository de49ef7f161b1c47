/// A lower and an upper bound of some values, in their plain encoding.
struct ValueBounds: Hashable, Sendable {
  /// The lower bound.
  var min: [UInt8]
  /// The upper bound.
  var max: [UInt8]
  /// Whether the lower bound is one of the values.
  var isMinExact = true
  /// Whether the upper bound is one of the values.
  var isMaxExact = true

  /// Widens these bounds to hold those of other values too.
  ///
  /// A bound that was cut short and one that was not may be the same bytes: then a value reaches it.
  mutating func formUnion(_ other: ValueBounds, _ order: ValueOrder) {
    if order.isLess(other.min, min) {
      min = other.min
      isMinExact = other.isMinExact
    } else if !isMinExact && other.isMinExact && other.min == min {
      isMinExact = true
    }
    if order.isLess(max, other.max) {
      max = other.max
      isMaxExact = other.isMaxExact
    } else if !isMaxExact && other.isMaxExact && other.max == max {
      isMaxExact = true
    }
  }
}

// MARK: - Shortening

extension ValueBounds {
  /// The most bytes of a bound of a string or binary column, as arrow-rs and parquet-java have it in the page index.
  static let byteLimit = 64

  /// Returns the bounds of strings or binaries, shortened where they are long.
  ///
  /// - Parameter isText: Whether the bounds must stay UTF-8.
  func shortened(isText: Bool) -> ValueBounds {
    var bounds = self
    if min.count > Self.byteLimit {
      bounds.min = Self.prefix(of: min, isText: isText)
      bounds.isMinExact = false
    }
    if max.count > Self.byteLimit, let next = Self.successor(ofPrefixOf: max, isText: isText) {
      bounds.max = next
      bounds.isMaxExact = false
    }
    return bounds
  }

  /// Returns the longest prefix within the limit that ends with a whole character.
  static func prefix(of bytes: [UInt8], isText: Bool) -> [UInt8] {
    guard bytes.count > byteLimit else { return bytes }
    var end = byteLimit
    if isText { while end > 0 && isContinuation(bytes[end]) { end -= 1 } }
    // Bytes that are no UTF-8 have no character to end with.
    return Array(bytes[..<(end == 0 ? byteLimit : end)])
  }

  /// Returns a short value that comes after every value with the same prefix, or nil when there is none.
  static func successor(ofPrefixOf bytes: [UInt8], isText: Bool) -> [UInt8]? {
    let prefix = prefix(of: bytes, isText: isText)
    return isText && String(validating: prefix, as: UTF8.self) != nil
      ? textSuccessor(prefix) : binarySuccessor(prefix)
  }

  /// Raises the last byte that can be raised, and drops what follows it.
  private static func binarySuccessor(_ prefix: [UInt8]) -> [UInt8]? {
    guard let last = prefix.lastIndex(where: { $0 < 0xFF }) else { return nil }
    return prefix[..<last] + [prefix[last] + 1]
  }

  /// Raises the last character that can be raised within the limit, and drops what follows it.
  private static func textSuccessor(_ prefix: [UInt8]) -> [UInt8]? {
    var scalars = Array(String(decoding: prefix, as: UTF8.self).unicodeScalars)
    while let last = scalars.popLast() {
      guard let next = successor(of: last) else { continue }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      text.append(next)
      let bytes = Array(String(text).utf8)
      if bytes.count <= byteLimit { return bytes }
    }
    return nil
  }

  /// The next code point; the surrogates between U+D7FF and U+E000 are none.
  private static func successor(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar.value == 0xD7FF ? Unicode.Scalar(0xE000) : Unicode.Scalar(scalar.value + 1)
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
