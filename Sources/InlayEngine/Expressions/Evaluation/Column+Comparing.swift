import InlayBytes
import InlayColumns

extension Column {
  /// Compares the values with those of another column of the same type, row by row; null where one of them is.
  func compared(_ comparison: RowFilter.Comparison, with other: Column) -> Column {
    let (left, right) = (decoded(), other.decoded())
    let bits =
      switch comparison {
      case .equal: left.isEqual(to: right)
      case .notEqual: left.isEqual(to: right).inverted()
      case .less: left.isLess(than: right)
      case .greaterOrEqual: left.isLess(than: right).inverted()
      case .greater: right.isLess(than: left)
      case .lessOrEqual: right.isLess(than: left).inverted()
      }
    return Column(
      type: .boolean, storage: .boolean(bits), validity: .both(left.validity, right.validity))
  }

  private func isEqual(to other: Column) -> Bitmap {
    switch (storage, other.storage) {
    case (.boolean(let left), .boolean(let right)): Bitmap(computing: count) { left[$0] == right[$0] }
    case (.int8(let left), .int8(let right)): equal(left, right)
    case (.int16(let left), .int16(let right)): equal(left, right)
    case (.int32(let left), .int32(let right)): equal(left, right)
    case (.int64(let left), .int64(let right)): equal(left, right)
    case (.int128(let left), .int128(let right)): equal(left, right)
    case (.float(let left), .float(let right)):
      Bitmap(computing: count) { left[$0] == right[$0] || left[$0].isNaN && right[$0].isNaN }
    case (.double(let left), .double(let right)):
      Bitmap(computing: count) { left[$0] == right[$0] || left[$0].isNaN && right[$0].isNaN }
    case (.views(let left), .views(let right)):
      Bitmap(computing: count) { left.bytes(at: $0).hasSameBytes(as: right.bytes(at: $0)) }
    default: RowOrder(self, other).bits(count: count) { $0 == .same }
    }
  }

  private func isLess(than other: Column) -> Bitmap {
    switch (storage, other.storage) {
    case (.boolean(let left), .boolean(let right)): Bitmap(computing: count) { !left[$0] && right[$0] }
    case (.int8(let left), .int8(let right)): less(left, right)
    case (.int16(let left), .int16(let right)): less(left, right)
    case (.int32(let left), .int32(let right)): less(left, right)
    case (.int64(let left), .int64(let right)): less(left, right)
    case (.int128(let left), .int128(let right)): less(left, right)
    case (.float(let left), .float(let right)):
      Bitmap(computing: count) { left[$0] < right[$0] || !left[$0].isNaN && right[$0].isNaN }
    case (.double(let left), .double(let right)):
      Bitmap(computing: count) { left[$0] < right[$0] || !left[$0].isNaN && right[$0].isNaN }
    case (.views(let left), .views(let right)):
      Bitmap(computing: count) { left.bytes(at: $0).precedes(right.bytes(at: $0)) }
    default: RowOrder(self, other).bits(count: count) { $0 == .before }
    }
  }

  @inline(__always)
  private func equal<Number: StoredNumber>(_ left: Values<Number>, _ right: Values<Number>) -> Bitmap {
    let (left, right) = (left.span, right.span)
    return Bitmap(computing: count) { left[$0] == right[$0] }
  }

  @inline(__always)
  private func less<Number: StoredNumber>(_ left: Values<Number>, _ right: Values<Number>) -> Bitmap {
    let (left, right) = (left.span, right.span)
    return Bitmap(computing: count) { left[$0] < right[$0] }
  }
}
