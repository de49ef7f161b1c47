import InlayBytes

/// Words that several threads fill, each its own part.
@safe
struct SharedSlots: @unchecked Sendable {
  // Safe: every index is checked; threads write disjoint parts, and nobody reads the values through their buffer
  // before all threads have ended.
  private let base: UnsafeMutablePointer<UInt64>
  /// The words, to be read when they are filled.
  let values: Values<UInt64>

  /// Makes so many zeros.
  init(count: Int) {
    var memory = ValueBuilder<UInt64>(capacity: count)
    memory.append(repeating: 0, count: count)
    values = memory.freeze()
    let start = unsafe UnsafeMutableRawPointer(mutating: values.buffer.baseAddress)
    unsafe base = start.assumingMemoryBound(to: UInt64.self)
  }

  @inline(__always)
  subscript(index: Int) -> UInt64 {
    get {
      precondition(index >= 0 && index < values.count)
      return unsafe base[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < values.count)
      unsafe base[index] = newValue
    }
  }
}
