import CInlayArrow
import InlayBytes

/// Values that another library handed over: they are given back to it when the last buffer is gone that looks at them.
@safe
final class ImportedMemory: @unchecked Sendable {
  // Safe: moved here from the one who handed it over, never written, and released once, by `deinit`. The interface lets
  // the callback be called by any thread.
  private let array: UnsafeMutablePointer<ArrowArray>

  /// Takes an array over, and marks the structure that it was in as released.
  init(taking source: UnsafeMutablePointer<ArrowArray>) throws {
    guard unsafe source.pointee.release != nil else {
      throw ImportedField.refused("the values were released before they were taken")
    }
    unsafe array = .allocate(capacity: 1)
    unsafe array.initialize(to: source.pointee)
    unsafe source.pointee.release = nil
  }

  deinit {
    unsafe array.pointee.release?(array)
    unsafe array.deallocate()
  }

  /// The array; valid as long as this object.
  var root: ArrowArray { unsafe array.pointee }

  /// Shows foreign bytes as a buffer, which keeps all of the array.
  func buffer(_ start: UnsafeRawPointer, count: Int) -> Buffer {
    // Safe: the bytes live until the array is released, which the closure holds back.
    unsafe Buffer(foreign: start, count: count) { [self] in withExtendedLifetime(self) {} }
  }
}
