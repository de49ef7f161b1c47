import InlayBytes
import InlayColumns

extension Column {
  /// Makes a column of as many numbers as this one has, from the indices of its values; null where this one is null.
  @inline(__always)
  func making<Number: StoredNumber>(_ type: DataType, _ number: (Int) -> Number) -> Column {
    var numbers = ValueBuilder<Number>(capacity: count)
    numbers.append(count: count) { room in
      // Safe: the room is for as many values.
      for index in 0..<count { unsafe room[unchecked: index] = number(index) }
    }
    return Column(type: type, storage: Number.storage(numbers.freeze()), validity: validity)
  }

  /// Makes a column of as many numbers as this one has, from the indices of those values that are not null; null where
  /// nothing is made.
  @inline(__always)
  func makingSome<Number: StoredNumber>(_ type: DataType, _ number: (Int) -> Number?) -> Column {
    var numbers = ValueBuilder<Number>(capacity: count)
    var present = BitmapBuilder(capacity: count)
    numbers.append(count: count) { room in
      for start in stride(from: 0, to: count, by: 64) {
        let length = Swift.min(64, count &- start)
        let known = validity?.word(at: start) ?? .max
        var word: UInt64 = 0
        for offset in 0..<length {
          let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: offset)
          let found = known & bit != 0 ? number(start &+ offset) : nil
          word |= found == nil ? 0 : bit
          // Safe: the room is for as many values.
          unsafe room[unchecked: start &+ offset] = found ?? Number.zero
        }
        present.append(word: word, count: length)
      }
    }
    return Column(
      type: type, storage: Number.storage(numbers.freeze()), validity: present.freeze().ifAnyMissing)
  }

  /// Makes a column of as many truth values as this one has; null where nothing is made.
  @inline(__always)
  func makingSomeTruth(_ truth: (Int) -> Bool?) -> Column {
    var truths = BitmapBuilder(capacity: count)
    var present = BitmapBuilder(capacity: count)
    for index in 0..<count {
      let found = validity?[index] ?? true ? truth(index) : nil
      truths.append(found ?? false)
      present.append(found != nil)
    }
    return Column(type: .boolean, storage: .boolean(truths.freeze()), validity: present.freeze().ifAnyMissing)
  }

  /// Makes a column of texts, or bytes, that `write` adds to an empty builder; null where it returns false.
  @inline(__always)
  func makingTexts(
    _ type: DataType = .string, _ write: (_ index: Int, _ text: inout ValueBuilder<UInt8>) -> Bool
  ) -> Column {
    var texts = ViewBuilder(capacity: count)
    var present = BitmapBuilder(capacity: count)
    var text = ValueBuilder<UInt8>(capacity: 64)
    for index in 0..<count {
      text.truncate(to: 0)
      let isThere = validity?[index] ?? true ? write(index, &text) : false
      if !isThere { text.truncate(to: 0) }
      present.append(isThere)
      texts.append(text.rawSpan)
    }
    return Column(type: type, storage: .views(texts.freeze()), validity: present.freeze().ifAnyMissing)
  }
}

extension Bitmap {
  /// These bits as a validity: nil when nothing is missing.
  var ifAnyMissing: Bitmap? { countOnes() == count ? nil : self }

  /// Makes `count` bits, each as `bit` says of its index.
  @inline(__always)
  init(computing count: Int, _ bit: (Int) -> Bool) {
    var builder = BitmapBuilder(capacity: count)
    for start in stride(from: 0, to: count, by: 64) {
      let length = Swift.min(64, count &- start)
      var word: UInt64 = 0
      for offset in 0..<length {
        word |= (bit(start &+ offset) ? 1 : 0) << UInt64(truncatingIfNeeded: offset)
      }
      builder.append(word: word, count: length)
    }
    self = builder.freeze()
  }

  /// Returns a bitmap of the values that are there in both; nil when that is all.
  static func both(_ left: Bitmap?, _ right: Bitmap?) -> Bitmap? {
    guard let left else { return right }
    return right.map { left.intersection($0) } ?? left
  }
}
