import InlayBytes
import InlayColumns

extension Column {
  /// Returns the indices of the least and of the greatest value, nulls and NaNs left out; nil where there is none or the
  /// type has no order. The column is not in dictionary form.
  ///
  /// Strings and binaries are compared byte by byte.
  func extremes() -> (min: Int, max: Int)? {
    switch storage {
    case .boolean(let bits): extremes { !bits[$0] && bits[$1] }
    case .int8(let values): extremes(values)
    case .int16(let values): extremes(values)
    case .int32(let values): extremes(values)
    case .int64(let values): extremes(values)
    case .uint8(let values): extremes(values)
    case .uint16(let values) where type == .float16:
      extremes(isUsable: { !Float(halfBits: values[$0]).isNaN }) {
        Float(halfBits: values[$0]) < Float(halfBits: values[$1])
      }
    case .uint16(let values): extremes(values)
    case .uint32(let values): extremes(values)
    case .uint64(let values): extremes(values)
    case .float(let values): extremes(isUsable: { !values[$0].isNaN }) { values[$0] < values[$1] }
    case .double(let values): extremes(isUsable: { !values[$0].isNaN }) { values[$0] < values[$1] }
    case .int128(let values): extremes(values)
    case .views(let values) where type != .interval:
      extremes { values.bytes(at: $0).precedes(values.bytes(at: $1)) }
    case .views, .null, .list, .structure, .dictionary: nil
    }
  }

  private func extremes<Value: Comparable>(_ values: Values<Value>) -> (min: Int, max: Int)? {
    extremes { values[$0] < values[$1] }
  }

  @inline(__always)
  private func extremes(
    isUsable: (Int) -> Bool = { _ in true }, _ isLess: (Int, Int) -> Bool
  ) -> (min: Int, max: Int)? {
    var found: (min: Int, max: Int)?
    for index in 0..<count where (validity?[index] ?? true) && isUsable(index) {
      guard let known = found else {
        found = (index, index)
        continue
      }
      if isLess(index, known.min) { found?.min = index }
      if isLess(known.max, index) { found?.max = index }
    }
    return found
  }
}

extension RawSpan {
  /// Whether these bytes come before others, compared byte by byte without sign.
  fileprivate func precedes(_ other: RawSpan) -> Bool {
    for index in 0..<Swift.min(byteCount, other.byteCount) {
      let (mine, theirs) = (byte(at: index), other.byte(at: index))
      if mine != theirs { return mine < theirs }
    }
    return byteCount < other.byteCount
  }
}
