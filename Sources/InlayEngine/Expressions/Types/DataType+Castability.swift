import InlayColumns

extension DataType {
  /// Whether Spark has a cast from this type to another one.
  func isCastable(to target: DataType) -> Bool {
    if self == target || self == .null { return true }
    let (source, result) = (computed, target.computed)
    guard target == result || target.isTimestamp else { return false }
    if source == result { return true }
    switch (source, result) {
    case (.interval, _), (.time, _), (_, .interval), (_, .time), (_, .null): return result == .string
    case (_, .string): return true
    case (.string, .binary): return true
    case (_, .binary): return source.isIntegral
    case (.string, _): return !result.isNested
    case (.boolean, _): return result.isNumber || result == .timestamp(.micros, isUTC: true)
    case (.date, _): return result == .boolean || result.isNumber || result.isTimestamp
    case (.timestamp(_, let isUTC), _):
      return result.isDateOrTimestamp || isUTC && (result == .boolean || result.isNumber)
    case (.list(let from), .list(let to)): return from.isCastable(to: to)
    case (.map(let key, let value), .map(let toKey, let toValue)):
      return key.isCastable(to: toKey) && value.isCastable(to: toValue)
    case (.structure(let from), .structure(let to)):
      return from.count == to.count && zip(from, to).allSatisfy { $0.isCastable(to: $1) }
    default:
      return source.isNumber
        && (result == .boolean || result.isNumber || result == .timestamp(.micros, isUTC: true))
    }
  }

  /// Whether a cast may make null of a value that is not.
  func castMayGiveNull(to target: DataType) -> Bool {
    let (source, result) = (computed, target.computed)
    if source == result || source == .null { return false }
    switch (source, result) {
    case (.string, .binary), (_, .string): return false
    case (.string, _): return true
    case (.timestamp(_, isUTC: true), .int8), (.timestamp(_, isUTC: true), .int16),
      (.timestamp(_, isUTC: true), .int32):
      return true
    case (.timestamp, .date), (.date, .timestamp): return false
    case (.date, _): return true
    case (_, .decimal): return !source.fitsDecimal(result)
    case (_, .timestamp): return source.isFractional
    default: return (source.isFractional || source.isDecimal) && result.isIntegral
    }
  }

  /// Whether every value has a counterpart among the decimals of a type.
  private func fitsDecimal(_ target: DataType) -> Bool {
    guard let shape = DecimalDigits(of: target) else { return false }
    if self == .boolean { return shape.integerDigits >= 1 }
    guard isIntegral || isDecimal, let own = DecimalDigits(of: self) else { return false }
    return shape.integerDigits >= own.integerDigits && shape.scale >= own.scale
  }
}

extension Field {
  /// Whether values can be cast to a field, which may hold no nulls.
  fileprivate func isCastable(to target: Field) -> Bool {
    let givesNull = isNullable || type.castMayGiveNull(to: target.type)
    return type.isCastable(to: target.type) && (target.isNullable || !givesNull)
  }
}
