import InlayBytes

/// Values that several threads fill, each its own part.
@safe
struct SharedSlots<Slot: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Safe: every index is checked; threads write disjoint parts, and nobody reads the values through their buffer
  // before all threads have ended.
  private let base: UnsafeMutablePointer<Slot>
  /// The values, to be read when they are filled.
  let values: Values<Slot>

  /// Makes so many slots that hold one value.
  init(repeating value: Slot, count: Int) {
    var memory = ValueBuilder<Slot>(capacity: count)
    memory.append(repeating: value, count: count)
    values = memory.freeze()
    let start = unsafe UnsafeMutableRawPointer(mutating: values.buffer.baseAddress)
    unsafe base = start.assumingMemoryBound(to: Slot.self)
  }

  @inline(__always)
  subscript(index: Int) -> Slot {
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
