import InlayBytes
import InlayColumns

extension Column {
  /// The column as numbers: texts, and nulls of no type, become doubles.
  private func asNumbers() throws -> Column {
    let number = type == .string || type == .null ? DataType.double : type.computed
    return try cast(to: number).decoded()
  }

  /// Returns the numbers without their signs; the least of an integer type stays as it is.
  func magnitudes() throws -> Column {
    let numbers = try asNumbers()
    let type = numbers.type
    switch numbers.storage {
    case .int8(let values): return numbers.making(type) { Int8(truncatingIfNeeded: values[$0].magnitude) }
    case .int16(let values): return numbers.making(type) { Int16(truncatingIfNeeded: values[$0].magnitude) }
    case .int32(let values): return numbers.making(type) { Int32(truncatingIfNeeded: values[$0].magnitude) }
    case .int64(let values): return numbers.making(type) { Int64(truncatingIfNeeded: values[$0].magnitude) }
    case .float(let values): return numbers.making(type) { values[$0].magnitude }
    case .double(let values): return numbers.making(type) { values[$0].magnitude }
    case .int128(let values): return numbers.making(type) { Int128(truncatingIfNeeded: values[$0].magnitude) }
    default: return numbers
    }
  }

  /// Rounds to so many decimal places, halves away from zero; a negative number of them rounds to tens, hundreds, ….
  func rounded(to places: Int) throws -> Column {
    let numbers = try asNumbers()
    let type = numbers.type
    switch numbers.storage {
    case .int8(let values): return numbers.making(type) { Rounding.whole(values[$0], places) }
    case .int16(let values): return numbers.making(type) { Rounding.whole(values[$0], places) }
    case .int32(let values): return numbers.making(type) { Rounding.whole(values[$0], places) }
    case .int64(let values): return numbers.making(type) { Rounding.whole(values[$0], places) }
    case .float(let values):
      return numbers.making(type) { index -> Float in
        let value = values[index]
        return value.isFinite ? Float(Rounding.text(Double(value), places)) ?? value : value
      }
    case .double(let values):
      return numbers.making(type) { index -> Double in
        let value = values[index]
        return value.isFinite ? Double(Rounding.text(value, places)) ?? value : value
      }
    case .int128(let values):
      guard case .decimal(let precision, let scale) = type else { return numbers }
      let shape = DecimalDigits(precision: precision, scale: scale)
      let result = shape.rounded(to: places)
      return numbers.makingSome(result.type) { Rounding.decimal(values[$0], shape, places, result) }
    default: return numbers
    }
  }

  /// Returns the elements of arrays at positions counted from 0; null where there is none.
  func elements(at positions: Column) throws -> Column {
    let lists = decoded()
    let numbers = try positions.cast(to: .int32).decoded()
    guard case .list(let values) = lists.storage, case .list(let element) = type,
      let indices = Int32.values(of: numbers.storage)
    else { throw InlayError(.invalidInput, "get takes an array and a position; found \(type)") }
    let missing = Column.nulls(of: element.type, count: 1).decoded()
    let all = Column.concatenating([values.elements.decoded(), missing], type: element.type)
    var rows = ValueBuilder<UInt32>(capacity: count)
    for row in 0..<count {
      let range = values[row]
      let index = Int(indices[row])
      let isThere = !lists.isNull(at: row) && !numbers.isNull(at: row) && index >= 0 && index < range.count
      rows.append(UInt32(isThere ? range.lowerBound + index : all.count - 1))
    }
    return all.gathered(rows.freeze())
  }
}
