import InlayBytes
import InlayColumns

/// The part of a data page that a batch wants: its values as they are encoded, and the places they belong to.
struct PageSlice {
  let values: EncodedValues
  /// The number of places where a value can be: wanted rows, or elements of the innermost list around the leaf in them.
  let slotCount: Int
  /// Which of the places have a value; nil when all have.
  let validity: Bitmap?

  /// Moves the values that were decoded to the front of `room` to their places.
  func spread<Value: BitwiseCopyable>(_ room: inout MutableSpan<Value>, filler: Value) {
    guard let validity else { return }
    NullSpreading.spread(&room, by: validity, valueCount: values.count, filler: filler)
  }
}
