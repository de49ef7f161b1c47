import InlayBytes

/// Where in a plain page of strings or binaries the least and the greatest value stand.
@safe
struct ByteExtremes {
  private struct Place {
    var offset: Int
    var count: Int
  }

  private var least = Place(offset: 0, count: 0)
  private var greatest = Place(offset: 0, count: 0)
  private(set) var isEmpty = true
  /// The first bytes of the least value; a value with a greater number is not less.
  private(set) var leastKey = UInt64.max
  /// The first bytes of the greatest value; a value with a smaller number is not greater.
  private(set) var greatestKey = UInt64.min

  /// Takes in a value that may be an extreme: its number is beyond one of the two, or the same.
  ///
  /// - Parameters:
  ///   - offset: Where the value's bytes begin in the page.
  ///   - page: The page's first byte; all places that were taken in so far lie behind it.
  @unsafe @inline(never)
  mutating func take(key: UInt64, offset: Int, count: Int, page: UnsafeRawPointer) {
    let place = Place(offset: offset, count: count)
    let value = unsafe span(place, page)
    if unsafe isEmpty || key < leastKey || (key == leastKey && value.precedes(span(least, page))) {
      least = place
      leastKey = key
    }
    if unsafe isEmpty || key > greatestKey || (key == greatestKey && span(greatest, page).precedes(value)) {
      greatest = place
      greatestKey = key
    }
    isEmpty = false
  }

  @unsafe @_lifetime(immortal)
  private func span(_ place: Place, _ page: UnsafeRawPointer) -> RawSpan {
    let span = unsafe RawSpan(_unsafeStart: page + place.offset, byteCount: place.count)
    return unsafe _overrideLifetime(span, borrowing: ())
  }

  /// Returns copies of the two values from the page.
  func bounds(in page: RawSpan) -> ValueBounds? {
    guard !isEmpty else { return nil }
    return ValueBounds(
      min: page.extracting(droppingFirst: least.offset).extracting(first: least.count).copied(),
      max: page.extracting(droppingFirst: greatest.offset).extracting(first: greatest.count).copied())
  }
}
