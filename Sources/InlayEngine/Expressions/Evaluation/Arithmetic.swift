import InlayBytes
import InlayColumns

extension Expression {
  /// Computes with two columns of numbers, row by row.
  static func arithmetic(
    _ sign: ArithmeticOperator, _ left: (expression: Expression, column: Column),
    _ right: (expression: Expression, column: Column)
  ) throws -> Column {
    guard
      let types = ArithmeticTypes(
        sign, (left.expression, left.column.type), (right.expression, right.column.type))
    else {
      throw InlayError(
        .invalidInput,
        "numbers are made of numbers; the values are \(left.column.type) and \(right.column.type)")
    }
    let (first, second) = (try left.column.cast(to: types.left), try right.column.cast(to: types.right))
    return first.decoded().combined(sign, with: second.decoded(), types)
  }
}

extension Column {
  /// Computes with the numbers of two plain columns of the types that belong to the operator.
  fileprivate func combined(
    _ sign: ArithmeticOperator, with other: Column, _ types: ArithmeticTypes
  ) -> Column {
    let known = Column(type: type, storage: storage, validity: .both(validity, other.validity))
    switch (storage, other.storage) {
    case (.int8(let left), .int8(let right)): return known.integers(sign, left, right)
    case (.int16(let left), .int16(let right)): return known.integers(sign, left, right)
    case (.int32(let left), .int32(let right)): return known.integers(sign, left, right)
    case (.int64(let left), .int64(let right)): return known.integers(sign, left, right)
    case (.float(let left), .float(let right)): return known.numbers(sign, left, right)
    case (.double(let left), .double(let right)): return known.numbers(sign, left, right)
    case (.int128(let left), .int128(let right)):
      guard let shape = DecimalDigits(of: types.left), let otherShape = DecimalDigits(of: types.right),
        let result = DecimalDigits(of: types.result)
      else { return allNull(of: types.result) }
      return known.decimals(
        sign, left, right, DecimalArithmetic(left: shape, right: otherShape, result: result))
    default: return allNull(of: types.result)
    }
  }

  private func integers<Integer: FixedWidthInteger & StoredNumber>(
    _ sign: ArithmeticOperator, _ left: Values<Integer>, _ right: Values<Integer>
  ) -> Column {
    switch sign {
    case .add: making(type) { left[$0] &+ right[$0] }
    case .subtract: making(type) { left[$0] &- right[$0] }
    case .multiply: making(type) { left[$0] &* right[$0] }
    case .divide: allNull(of: type)
    case .remainder:
      makingSome(type) { index -> Integer? in
        right[index] == 0
          ? nil : left[index].remainderReportingOverflow(dividingBy: right[index]).partialValue
      }
    }
  }

  private func numbers<Number: BinaryFloatingPoint & StoredNumber>(
    _ sign: ArithmeticOperator, _ left: Values<Number>, _ right: Values<Number>
  ) -> Column {
    switch sign {
    case .add: making(type) { left[$0] + right[$0] }
    case .subtract: making(type) { left[$0] - right[$0] }
    case .multiply: making(type) { left[$0] * right[$0] }
    case .divide: makingSome(type) { right[$0] == 0 ? nil : left[$0] / right[$0] }
    case .remainder:
      makingSome(type) { right[$0] == 0 ? nil : left[$0].truncatingRemainder(dividingBy: right[$0]) }
    }
  }

  private func decimals(
    _ sign: ArithmeticOperator, _ left: Values<Int128>, _ right: Values<Int128>,
    _ arithmetic: DecimalArithmetic
  ) -> Column {
    let type = arithmetic.result.type
    return switch sign {
    case .add: makingSome(type) { arithmetic.sum(left[$0], right[$0]) }
    case .subtract: makingSome(type) { arithmetic.sum(left[$0], 0 &- right[$0]) }
    case .multiply: makingSome(type) { arithmetic.product(left[$0], right[$0]) }
    case .divide: makingSome(type) { arithmetic.quotient(left[$0], right[$0]) }
    case .remainder: makingSome(type) { arithmetic.remainder(left[$0], right[$0]) }
    }
  }
}
