import InlayColumns

extension ColumnValue {
  /// Returns whether this value is less than another one; nil when the two cannot be compared.
  func isLess(than other: ColumnValue) -> Bool? {
    switch (self, other) {
    case (.boolean(let mine), .boolean(let theirs)): !mine && theirs
    case (.integer(let mine), .integer(let theirs)): mine < theirs
    case (.double(let mine), .double(let theirs)): mine.isNaN || theirs.isNaN ? nil : mine < theirs
    case (.bytes(let mine), .bytes(let theirs)): mine.lexicographicallyPrecedes(theirs)
    default: nil
    }
  }
}
