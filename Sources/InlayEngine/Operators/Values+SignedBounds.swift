import InlayBytes
import InlayColumns

extension Values<UInt64> {
  /// Returns the least and the greatest word, as signed numbers, of those that are there; nil when there is none.
  func signedBounds(_ validity: Bitmap?) -> ClosedRange<Int64>? {
    var (least, greatest) = (Int64.max, Int64.min)
    let words = span
    if let validity {
      for index in words.indices where validity[index] {
        let key = Int64(bitPattern: words[index])
        least = Swift.min(least, key)
        greatest = Swift.max(greatest, key)
      }
    } else {
      for index in words.indices {
        let key = Int64(bitPattern: words[index])
        least = Swift.min(least, key)
        greatest = Swift.max(greatest, key)
      }
    }
    return least <= greatest ? least...greatest : nil
  }
}
