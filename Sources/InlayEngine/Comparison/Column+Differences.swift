import InlayBytes
import InlayColumns

extension Column {
  /// Returns a 1 for each row in which this column and another one of the same flat type and count differ.
  ///
  /// Null equals null, and every NaN every other one; 0 and -0 differ.
  func differences(from other: Column) -> Bitmap {
    precondition(count == other.count && type == other.type, "columns of one type and length are compared")
    let (mine, theirs) = (decoded(), other.decoded())
    switch (mine.storage, theirs.storage) {
    case (.boolean(let first), .boolean(let second)): return mine.marking(theirs) { first[$0] == second[$0] }
    case (.int8(let first), .int8(let second)): return mine.marking(theirs, first, second)
    case (.int16(let first), .int16(let second)): return mine.marking(theirs, first, second)
    case (.int32(let first), .int32(let second)): return mine.marking(theirs, first, second)
    case (.int64(let first), .int64(let second)): return mine.marking(theirs, first, second)
    case (.uint8(let first), .uint8(let second)): return mine.marking(theirs, first, second)
    case (.uint16(let first), .uint16(let second)):
      guard type == .float16 else { return mine.marking(theirs, first, second) }
      return mine.marking(theirs) {
        first[$0] == second[$0] || (Float(halfBits: first[$0]).isNaN && Float(halfBits: second[$0]).isNaN)
      }
    case (.uint32(let first), .uint32(let second)): return mine.marking(theirs, first, second)
    case (.uint64(let first), .uint64(let second)): return mine.marking(theirs, first, second)
    case (.float(let first), .float(let second)):
      return mine.marking(theirs) {
        first[$0].bitPattern == second[$0].bitPattern || (first[$0].isNaN && second[$0].isNaN)
      }
    case (.double(let first), .double(let second)):
      return mine.marking(theirs) {
        first[$0].bitPattern == second[$0].bitPattern || (first[$0].isNaN && second[$0].isNaN)
      }
    case (.int128(let first), .int128(let second)): return mine.marking(theirs, first, second)
    case (.views(let first), .views(let second)):
      return mine.marking(theirs) { first.isSame(at: $0, as: second, at: $0) }
    case (.null, .null): return Bitmap(repeating: false, count: count)
    default: preconditionFailure("nested columns are compared as texts")
    }
  }

  private func marking<Value: Equatable>(
    _ other: Column, _ mine: Values<Value>, _ theirs: Values<Value>
  ) -> Bitmap {
    marking(other) { mine[$0] == theirs[$0] }
  }

  @inline(__always)
  private func marking(_ other: Column, _ isSame: (Int) -> Bool) -> Bitmap {
    var bits = BitmapBuilder(capacity: count)
    let (mine, theirs) = (validity, other.validity)
    for row in 0..<count {
      let isMinePresent = mine?[row] ?? true
      let isTheirsPresent = theirs?[row] ?? true
      bits.append(isMinePresent != isTheirsPresent || (isMinePresent && !isSame(row)))
    }
    return bits.freeze()
  }

  /// Returns the value of a row as text; nil for null.
  func text(at row: Int) -> String? {
    let one = self[row..<row + 1].asText().decoded()
    guard !one.isNull(at: 0), case .views(let texts) = one.storage else { return nil }
    return texts.text(at: 0)
  }
}
