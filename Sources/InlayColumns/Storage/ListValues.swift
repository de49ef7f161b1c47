public import InlayBytes

/// The values of a list or map column: for each value a range of a column of elements.
public struct ListValues: Sendable {
  /// Where each value's elements begin, and behind the last one's where they end: one more than there are values, none
  /// less than the one before it.
  ///
  /// The first need not be 0, nor the last the number of elements: a slice shares the elements of the whole.
  public let offsets: Values<Int32>
  /// The elements of all values; those of a map are structures of a key and a value.
  public let elements: Column

  /// Puts ranges over elements; one pass checks the offsets, and those that are no ranges of the elements trap.
  public init(offsets: Values<Int32>, elements: Column) {
    precondition(offsets.count > 0, "there is one offset more than there are values")
    precondition(
      offsets[0] >= 0 && Int(offsets[offsets.count - 1]) <= elements.count, "a list lies within its elements")
    let span = offsets.span
    var isAscending = true
    for index in 1..<Swift.max(span.count, 1) where span[index] < span[index - 1] { isAscending = false }
    precondition(isAscending, "a list ends where the next one begins")
    self.init(checked: offsets, elements)
  }

  private init(checked offsets: Values<Int32>, _ elements: Column) {
    self.offsets = offsets
    self.elements = elements
  }

  /// The number of lists.
  public var count: Int { offsets.count - 1 }

  /// The range of the elements of the list at an index.
  public subscript(index: Int) -> Range<Int> { Int(offsets[index])..<Int(offsets[index + 1]) }

  func slice(_ range: Range<Int>) -> ListValues {
    ListValues(checked: offsets[range.lowerBound..<range.upperBound + 1], elements)
  }

  /// Returns the lists at `indices`; O(indices.count + their elements). More than 2³¹ - 1 elements trap.
  func gathered(_ indices: Values<UInt32>) -> ListValues {
    indices.requireAll(below: count)
    var offsets = ValueBuilder<Int32>(capacity: indices.count + 1)
    var chosen = ValueBuilder<UInt32>()
    offsets.append(0)
    for index in 0..<indices.count {
      for element in self[Int(indices[index])] { chosen.append(UInt32(element)) }
      offsets.append(Int32(chosen.count))
    }
    return ListValues(checked: offsets.freeze(), elements.gathered(chosen.freeze()))
  }

  /// The elements of these lists alone, and offsets that begin with 0; O(count) where that is not so already.
  public func compacted() -> ListValues {
    let start = offsets[0]
    let used = Int(start)..<Int(offsets[offsets.count - 1])
    guard used != 0..<elements.count else { return self }
    var moved = ValueBuilder<Int32>(capacity: offsets.count)
    for index in 0..<offsets.count { moved.append(offsets[index] - start) }
    return ListValues(checked: moved.freeze(), elements[used])
  }
}
