import InlayBytes
import InlayColumns

extension Column {
  /// Returns the values as those of another type, as Spark's cast makes them: null where there is no counterpart.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for types that no cast leads between.
  func cast(to target: DataType) throws -> Column {
    if type == target { return self }
    guard type.isCastable(to: target) else {
      throw InlayError(
        .invalidInput, "values of one type cannot be cast to the other; they are \(type) and \(target)")
    }
    if type == .null { return .nulls(of: target, count: count) }
    guard case .dictionary(let values) = storage else { return try computed().castPlain(to: target) }
    guard values.base.column.count <= count else { return try decoded().cast(to: target) }
    let entries = DictionaryBase(try values.base.column.cast(to: target))
    let shared = DictionaryValues(base: entries, indices: values.indices)
    return Column(type: target, storage: .dictionary(shared), validity: validity)
  }

  /// Casts a column of a type that Spark has, and not in dictionary form.
  private func castPlain(to target: DataType) throws -> Column {
    if type == target { return self }
    switch target {
    case .boolean: return castToBoolean()
    case .int8: return castToInteger(Int8.self, target)
    case .int16: return castToInteger(Int16.self, target)
    case .int32: return castToInteger(Int32.self, target)
    case .int64: return castToInteger(Int64.self, target)
    case .float: return castToFloat()
    case .double: return castToDouble()
    case .decimal(let precision, let scale):
      return castToDecimal(DecimalDigits(precision: precision, scale: scale))
    case .string: return castToString()
    case .binary: return castToBinary()
    case .date: return castToDate()
    case .timestamp(let unit, let isUTC): return castToTimestamp(isUTC: isUTC).counting(in: unit)
    case .list, .map, .structure: return try castNested(to: target)
    default: return self
    }
  }

  /// Returns the column as one of the type as which its values take part in expressions.
  private func computed() -> Column {
    switch (storage, type) {
    case (.uint16(let bits), .float16):
      making(.float) { Float(halfBits: bits[$0]) }
    case (.uint8(let values), _): making(.int16) { Int16(values[$0]) }
    case (.uint16(let values), _): making(.int32) { Int32(values[$0]) }
    case (.uint32(let values), _): making(.int64) { Int64(values[$0]) }
    case (.uint64(let values), _): making(type.computed) { Int128(values[$0]) }
    case (.int64(let values), .timestamp(.nanos, _)):
      making(type.computed) { values[$0].dividedDown(by: 1_000) }
    case (.int64(let values), .timestamp(.millis, _)):
      makingSome(type.computed) { index -> Int64? in
        let (micros, overflow) = values[index].multipliedReportingOverflow(by: 1_000)
        return overflow ? nil : micros
      }
    case (.views, .fixedBinary), (.views, .uuid):
      Column(type: .binary, storage: storage, validity: validity)
    default: self
    }
  }

  /// Counts the microseconds of a timestamp column in another unit; null where 64 bits do not hold that.
  private func counting(in unit: TimeUnit) -> Column {
    guard unit != .micros, case .timestamp(_, let isUTC) = type, let micros = Int64.values(of: storage) else {
      return self
    }
    let target = DataType.timestamp(unit, isUTC: isUTC)
    if unit == .millis { return making(target) { micros[$0].dividedDown(by: 1_000) } }
    return makingSome(target) { index -> Int64? in
      let (nanos, overflow) = micros[index].multipliedReportingOverflow(by: 1_000)
      return overflow ? nil : nanos
    }
  }
}

extension Column {
  /// A column of nulls in plain form.
  func allNull(of type: DataType) -> Column { Column.nulls(of: type, count: count).decoded() }
}
