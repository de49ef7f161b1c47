import InlayBytes

/// Where the parts of an object or an array lie in a variant's value.
struct VariantContainer {
  /// The number of elements.
  let count: Int
  /// Where the first element's bytes may begin: all offsets count from here.
  let values: Int
  private let numbers: Int
  private let numberWidth: Int
  private let offsets: Int
  private let offsetWidth: Int

  /// Reads the head of the object or array that begins at an offset.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when its numbers and offsets leave the bytes.
  init(_ bytes: RawSpan, at start: Int) throws {
    let header = bytes.byte(at: start)
    let isObject = header & 3 == 2
    let bits = header >> 2
    offsetWidth = Int(bits & 3) + 1
    numberWidth = isObject ? Int(bits >> 2 & 3) + 1 : 0
    let isLarge = bits >> (isObject ? 4 : 2) & 1 == 1
    let countWidth = isLarge ? 4 : 1
    guard bytes.byteCount - start > countWidth else { throw VariantValue.short }
    count = bytes.variantNumber(at: start + 1, width: countWidth)
    numbers = start + 1 + countWidth
    // Each element has a number and an offset, and there is one offset more; no product here can overflow.
    let room = bytes.byteCount - numbers
    guard count <= room, count * (numberWidth + offsetWidth) + offsetWidth <= room else {
      throw VariantValue.short
    }
    offsets = numbers + count * numberWidth
    values = offsets + (count + 1) * offsetWidth
  }

  /// The number of an object's field among the names.
  func number(_ index: Int, in bytes: RawSpan) -> Int {
    bytes.variantNumber(at: numbers + index * numberWidth, width: numberWidth)
  }

  /// Where an element begins behind ``values``; with the index ``count``, where the last one ends.
  func offset(_ index: Int, in bytes: RawSpan) -> Int {
    bytes.variantNumber(at: offsets + index * offsetWidth, width: offsetWidth)
  }
}
