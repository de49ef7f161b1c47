import InlayBytes
import InlayColumns

/// Moves values that were written without gaps to the places that a validity bitmap gives them.
enum NullSpreading {
  /// Spreads the first values of `room`, as many as `validity` has ones, over all of it; `filler` goes where a null is.
  ///
  /// Works from the end, so that no value is overwritten before it was moved. O(room.count).
  static func spread<Value: BitwiseCopyable>(
    _ room: inout MutableSpan<Value>, by validity: Bitmap, valueCount: Int, filler: Value
  ) {
    precondition(room.count == validity.count && validity.countOnes() == valueCount)
    var source = valueCount
    var index = room.count
    while index > 0 && source < index {
      let start = (index - 1) & ~63
      let word = validity.word(at: start)
      while index > start {
        index &-= 1
        let isThere = word >> UInt64(truncatingIfNeeded: index &- start) & 1 == 1
        source &-= isThere ? 1 : 0
        // Safe: `index` is below the count, and `source` is the number of ones below `index`, so at most that.
        unsafe room[unchecked: index] = isThere ? room[unchecked: source] : filler
      }
    }
  }
}
