import InlayBytes
import InlayColumns

extension Column {
  /// Casts to a signed integer: bits that have no room are cut off, and fractions too; but a moment whose seconds have no
  /// room is null.
  func castToInteger<Integer: FixedWidthInteger & StoredNumber>(
    _: Integer.Type, _ target: DataType
  ) -> Column {
    switch storage {
    case .boolean(let bits): return making(target) { bits[$0] ? 1 : 0 as Integer }
    case .int8(let values): return making(target) { Integer(truncatingIfNeeded: values[$0]) }
    case .int16(let values): return making(target) { Integer(truncatingIfNeeded: values[$0]) }
    case .int32 where type == .date: return allNull(of: target)
    case .int32(let values): return making(target) { Integer(truncatingIfNeeded: values[$0]) }
    case .int64(let values) where type.isTimestamp:
      return makingSome(target) { Integer(exactly: values[$0].dividedDown(by: 1_000_000)) }
    case .int64(let values): return making(target) { Integer(truncatingIfNeeded: values[$0]) }
    case .float(let values): return making(target) { Integer(javaValueOf: Double(values[$0])) }
    case .double(let values): return making(target) { Integer(javaValueOf: values[$0]) }
    case .int128(let values):
      let unit = DecimalNumber.power(scale)
      return making(target) { Integer(truncatingIfNeeded: values[$0] / unit) }
    case .views(let texts):
      return makingSome(target) { NumberText.integer(texts.bytes(at: $0)).flatMap { Integer(exactly: $0) } }
    default: return allNull(of: target)
    }
  }

  /// The digits after the point of a decimal's values; 0 for other types.
  var scale: Int { if case .decimal(_, let scale) = type { scale } else { 0 } }

  func castToDouble() -> Column {
    switch storage {
    case .boolean(let bits): return making(.double) { bits[$0] ? 1 : 0 as Double }
    case .int8(let values): return making(.double) { Double(values[$0]) }
    case .int16(let values): return making(.double) { Double(values[$0]) }
    case .int32 where type == .date: return allNull(of: .double)
    case .int32(let values): return making(.double) { Double(values[$0]) }
    case .int64(let values) where type.isTimestamp:
      return making(.double) { Double(values[$0]) / 1_000_000 }
    case .int64(let values): return making(.double) { Double(values[$0]) }
    case .float(let values): return making(.double) { Double(values[$0]) }
    case .int128(let values):
      let scale = scale
      return making(.double) { DecimalNumber(units: values[$0], scale: scale).double }
    case .views(let texts): return makingSome(.double) { NumberText.double(texts.bytes(at: $0)) }
    default: return allNull(of: .double)
    }
  }

  func castToFloat() -> Column {
    switch storage {
    case .boolean(let bits): return making(.float) { bits[$0] ? 1 : 0 as Float }
    case .int8(let values): return making(.float) { Float(values[$0]) }
    case .int16(let values): return making(.float) { Float(values[$0]) }
    case .int32 where type == .date: return allNull(of: .float)
    case .int32(let values): return making(.float) { Float(values[$0]) }
    case .int64(let values) where type.isTimestamp:
      return making(.float) { Float(Double(values[$0]) / 1_000_000) }
    case .int64(let values): return making(.float) { Float(values[$0]) }
    case .double(let values): return making(.float) { Float(values[$0]) }
    case .int128(let values):
      let scale = scale
      return making(.float) { DecimalNumber(units: values[$0], scale: scale).float }
    case .views(let texts): return makingSome(.float) { NumberText.float(texts.bytes(at: $0)) }
    default: return allNull(of: .float)
    }
  }

  func castToBoolean() -> Column {
    switch storage {
    case .int8(let values): return truth { values[$0] != 0 }
    case .int16(let values): return truth { values[$0] != 0 }
    case .int32 where type == .date: return allNull(of: .boolean)
    case .int32(let values): return truth { values[$0] != 0 }
    case .int64(let values): return truth { values[$0] != 0 }
    case .float(let values): return truth { values[$0] != 0 }
    case .double(let values): return truth { values[$0] != 0 }
    case .int128(let values): return truth { values[$0] != 0 }
    case .views(let texts): return makingSomeTruth { BooleanText.boolean(texts.bytes(at: $0)) }
    default: return allNull(of: .boolean)
    }
  }

  private func truth(_ bit: (Int) -> Bool) -> Column {
    Column(type: .boolean, storage: .boolean(Bitmap(computing: count, bit)), validity: validity)
  }
}

extension FixedWidthInteger {
  /// Takes a number without its fraction as Java does: the nearest of 32 bits, or of 64 for a type of so many, of
  /// which a smaller type takes the low bits; 0 for what is no number.
  @inline(__always)
  init(javaValueOf number: Double) {
    if number.isNaN {
      self = 0
    } else if Self.bitWidth == 64 {
      self = Self(truncatingIfNeeded: Int64(saturating: number))
    } else {
      self = Self(truncatingIfNeeded: Int32(clamping: Int64(saturating: number)))
    }
  }
}

extension Int64 {
  /// Takes the whole part of a number that is not NaN; the nearest number there is when it is too large.
  @inline(__always)
  init(saturating number: Double) {
    // 2⁶³ is the first double that 64 bits have no room for.
    self = number >= 0x1p63 ? .max : number < -0x1p63 ? .min : Int64(number)
  }

  /// Returns the quotient rounded down, also for a negative number; the divisor is positive.
  @inline(__always)
  func dividedDown(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient &- 1 : quotient
  }
}
