import InlayBytes
import InlayColumns

extension Column {
  func castToDate() -> Column {
    switch storage {
    case .int64(let values) where type.isTimestamp:
      return making(.date) { Int32(truncatingIfNeeded: values[$0].dividedDown(by: 86_400_000_000)) }
    case .views(let texts): return makingSome(.date) { DateText.days(texts.bytes(at: $0)) }
    default: return allNull(of: .date)
    }
  }

  /// Casts to microseconds since 1970-01-01; numbers count seconds.
  func castToTimestamp(isUTC: Bool) -> Column {
    let target = DataType.timestamp(.micros, isUTC: isUTC)
    switch storage {
    case .boolean(let bits): return making(target) { bits[$0] ? 1 : 0 as Int64 }
    case .int8(let values): return making(target) { Int64(values[$0]) * 1_000_000 }
    case .int16(let values): return making(target) { Int64(values[$0]) * 1_000_000 }
    case .int32(let values) where type == .date:
      return makingSome(target) { index -> Int64? in
        let (micros, overflow) = Int64(values[index]).multipliedReportingOverflow(by: 86_400_000_000)
        return overflow ? nil : micros
      }
    case .int32(let values): return making(target) { Int64(values[$0]) * 1_000_000 }
    case .int64(let values) where type.isTimestamp: return making(target) { values[$0] }
    case .int64(let values):
      return making(target) { Int64(clamping: Int128(values[$0]) * 1_000_000) }
    case .float(let values): return makingSome(target) { Self.micros(Double(values[$0])) }
    case .double(let values): return makingSome(target) { Self.micros(values[$0]) }
    case .int128(let values):
      let unit = DecimalNumber.power(scale)
      return making(target) { index -> Int64 in
        let (whole, rest) = values[index].quotientAndRemainder(dividingBy: unit)
        let fraction = DecimalNumber.fraction(rest, unit)
        return Int64(truncatingIfNeeded: whole &* 1_000_000 &+ fraction)
      }
    case .views(let texts):
      return makingSome(target) { TimestampText.micros(texts.bytes(at: $0), ignoresZone: !isUTC) }
    default: return allNull(of: target)
    }
  }

  private static func micros(_ seconds: Double) -> Int64? {
    seconds.isFinite ? Int64(saturating: seconds * 1_000_000) : nil
  }
}

extension DecimalNumber {
  /// Returns the microseconds of a part of a second: so many units of which some make a second.
  fileprivate static func fraction(_ rest: Int128, _ unit: Int128) -> Int128 {
    unit <= 1_000_000 ? rest * (1_000_000 / unit) : rest / (unit / 1_000_000)
  }
}
