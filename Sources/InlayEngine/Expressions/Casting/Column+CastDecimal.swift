import InlayBytes
import InlayColumns

extension Column {
  /// Casts to a decimal: rounded with halves away from zero, null where there are too few digits before the point.
  func castToDecimal(_ shape: DecimalDigits) -> Column {
    switch storage {
    case .boolean(let bits): return decimals(shape, ofWhole: { bits[$0] ? 1 : 0 })
    case .int8(let values): return decimals(shape, ofWhole: { Int128(values[$0]) })
    case .int16(let values): return decimals(shape, ofWhole: { Int128(values[$0]) })
    case .int32 where type == .date: return allNull(of: shape.type)
    case .int32(let values): return decimals(shape, ofWhole: { Int128(values[$0]) })
    case .int64(let values) where type.isTimestamp:
      return makingSome(shape.type) { DecimalNumber(units: Int128(values[$0]), scale: 6).units(in: shape) }
    case .int64(let values): return decimals(shape, ofWhole: { Int128(values[$0]) })
    case .float(let values): return decimals(shape, ofNumber: { Double(values[$0]) })
    case .double(let values): return decimals(shape, ofNumber: { values[$0] })
    case .int128(let values):
      let scale = scale
      return makingSome(shape.type) { DecimalNumber(units: values[$0], scale: scale).units(in: shape) }
    case .views(let texts):
      return makingSome(shape.type) { DecimalText.units(texts.bytes(at: $0), in: shape) }
    default: return allNull(of: shape.type)
    }
  }

  @inline(__always)
  private func decimals(_ shape: DecimalDigits, ofWhole whole: (Int) -> Int128) -> Column {
    makingSome(shape.type) { DecimalNumber(units: whole($0), scale: 0).units(in: shape) }
  }

  /// Takes the digits with which a number is written, as Java does, not its exact value.
  private func decimals(_ shape: DecimalDigits, ofNumber number: (Int) -> Double) -> Column {
    makingSome(shape.type) { index -> Int128? in
      let value = number(index)
      guard value.isFinite else { return nil }
      let text = Values(Array(value.description.utf8))
      return DecimalText.units(text.rawSpan, in: shape)
    }
  }
}
