import InlayBytes
import InlayColumns
import InlayEngine

extension RowConditions {
  /// Returns the conditions over the columns of an input, and reports what does not fit.
  ///
  /// A condition on a null is neither true nor false, as in SQL, so the row is left out whether or not it is negated.
  func expression(over input: JobFrame, at place: String, _ report: inout NodeReport) -> Expression? {
    let parts = conditions.enumerated().compactMap { index, condition in
      condition.expression(over: input, at: "\(place)Filters[\(index)].Values", &report)
    }
    guard parts.count == conditions.count else { return nil }
    if parts.count == 1 { return parts[0] }
    return needsAll ? .all(parts) : .any(parts)
  }
}

extension RowConditions.Condition {
  fileprivate func expression(
    over input: JobFrame, at place: String, _ report: inout NodeReport
  ) -> Expression? {
    guard let positive = positive(over: input, at: place, &report) else { return nil }
    return isNegated ? .not(positive) : positive
  }

  private func positive(over input: JobFrame, at place: String, _ report: inout NodeReport) -> Expression? {
    switch operation {
    case .isNull:
      for (index, operand) in operands.enumerated() {
        guard case .column(let path) = operand else { continue }
        return input.value(of: path, at: "\(place)[\(index)].Value", &report).map { .isNull($0.value) }
      }
      return nil
    case .regex:
      guard case .column(let path) = operands[0], case .constant(let pattern) = operands[1],
        let (value, field) = input.value(of: path, at: "\(place)[0].Value", &report)
      else { return nil }
      let text = field.type == .string ? value : .cast(value, .string)
      return .call(.rlike, [text, .literal(.string("^(?:\(pattern))"))])
    case .comparison(let comparison): return compared(comparison, over: input, at: place, &report)
    }
  }

  private func compared(
    _ comparison: RowFilter.Comparison, over input: JobFrame, at place: String, _ report: inout NodeReport
  ) -> Expression? {
    guard case .column(let path) = operands[0],
      let first = input.value(of: path, at: "\(place)[0].Value", &report)
    else { return nil }
    if case .constant(let text) = operands[1], comparison == .equal, first.field.type == .boolean,
      let equality = Self.equality(of: first.value, withNumber: text)
    {
      return equality
    }
    return other(than: first.field, in: input, at: "\(place)[1].Value", &report)
      .map { .comparison(comparison, first.value, $0) }
  }

  /// Compares booleans with a number as Spark does, to which true is 1 and false 0; nothing when the text is no number.
  private static func equality(of value: Expression, withNumber text: String) -> Expression? {
    guard let number = Double(text) else { return nil }
    if number == 0 || number == 1 {
      return .comparison(.equal, value, .literal(.boolean(number == 1)))
    }
    // No boolean is equal to another number, and null is not known to differ from it.
    return .comparison(.notEqual, value, value)
  }

  /// Returns the value that a column is compared with.
  private func other(
    than field: Field, in input: JobFrame, at place: String, _ report: inout NodeReport
  ) -> Expression? {
    switch operands[1] {
    case .column(let path): return input.value(of: path, at: place, &report)?.value
    case .constant(let text):
      if let literal = Literal(text, comparedWith: field.type) { return .literal(literal) }
      if let type = field.type.castOfConstants { return .cast(.literal(.string(text)), type) }
      report.error(
        place,
        "The column \(quoted(field.name)) is \(field.type), which is not compared with this. "
          + "Found \(quoted(text)).")
      return nil
    }
  }
}

extension Literal {
  /// Reads a constant as what a column of a type is compared with; nothing when it is none.
  fileprivate init?(_ text: String, comparedWith type: DataType) {
    switch type {
    case .string: self = .string(text)
    case .boolean:
      switch text.lowercased() {
      case "true": self = .boolean(true)
      case "false": self = .boolean(false)
      default: return nil
      }
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float, .double, .float16,
      .decimal:
      if let number = Int64(text) {
        self = .int64(number)
      } else if let number = Double(text) {
        self = .double(number)
      } else {
        return nil
      }
    default: return nil
    }
  }
}

extension DataType {
  /// The type that a text is cast to so that it can be compared with values of this one.
  fileprivate var castOfConstants: DataType? {
    switch self {
    case .date, .timestamp: self
    default: nil
    }
  }
}
