extension Buffer {
  /// Returns some of the bytes as a buffer of their own, which keeps this one alive; a range beyond the end traps.
  public func slice(_ range: Range<Int>) -> Buffer {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // Safe: the bytes live as long as `self`, which the closure holds until it was called.
    return unsafe Buffer(foreign: baseAddress + range.lowerBound, count: range.count) { [self] in
      withExtendedLifetime(self) {}
    }
  }
}
