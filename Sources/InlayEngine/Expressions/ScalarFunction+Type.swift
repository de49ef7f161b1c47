import InlayBytes
import InlayColumns

extension ExpressionTyping {
  /// Returns the field of what a function makes of arguments.
  func call(_ function: ScalarFunction, _ arguments: [Expression], _ fields: [Field]) throws -> Field {
    let counts = function.argumentCounts
    guard counts.contains(fields.count) else {
      throw error("\(function.rawValue) takes \(counts.words) arguments; there are \(fields.count)")
    }
    if function == .coalesce {
      let type = try commonType(of: fields)
      let isNullable = fields.allSatisfy { $0.isNullable || $0.type.castMayGiveNull(to: type) }
      return Field("", type, isNullable: isNullable)
    }
    for (position, field) in fields.enumerated() {
      try require(field, as: function.argument(position), of: function)
    }
    if function == .rlike || function == .split, case .literal(.string(let pattern)) = arguments[1] {
      // What is no expression is refused before anything runs.
      do { _ = try Pattern.of(pattern) } catch let error as InlayError {
        throw error.located(in: .init(column: column))
      }
    }
    let type = try resultType(function, arguments, fields.map(\.type.computed))
    return Field("", type, isNullable: isNullable(function, fields))
  }

  private func require(_ field: Field, as argument: ScalarFunction.Argument, of function: ScalarFunction)
    throws
  {
    guard argument.accepts(field.type) else {
      throw error("\(function.rawValue) takes \(argument.rawValue) there; found \(field.type)")
    }
  }

  private func resultType(
    _ function: ScalarFunction, _ arguments: [Expression], _ types: [DataType]
  ) throws -> DataType {
    switch function {
    case .lower, .upper, .trim: return .string
    case .concat, .substring:
      return types.allSatisfy { $0 == .binary } || function == .substring && types[0] == .binary
        ? .binary : .string
    case .length: return .int32
    case .rlike, .startswith, .endswith, .contains: return .boolean
    case .coalesce: return types[0]
    case .abs: return types[0] == .string || types[0] == .null ? .double : types[0]
    case .round: return try rounded(types[0], arguments.dropFirst().first)
    case .split: return .list(Field("element", .string, isNullable: false))
    case .get:
      guard case .list(let element) = types[0] else { throw error("get takes an array; found \(types[0])") }
      return element.type
    }
  }

  private func isNullable(_ function: ScalarFunction, _ fields: [Field]) -> Bool {
    switch function {
    case .get: true
    case .abs, .round: fields.contains { $0.isNullable || $0.type == .string } || fields[0].type.isDecimal
    default: fields.contains { $0.isNullable }
    }
  }

  /// Rounding a decimal leaves it the digits that it needs.
  private func rounded(_ type: DataType, _ places: Expression?) throws -> DataType {
    guard let count = (places ?? .literal(.int32(0))).wholeConstant else {
      throw error("round takes a constant number of decimal places")
    }
    guard type.isDecimal, let shape = DecimalDigits(of: type) else {
      return type == .string || type == .null ? .double : type
    }
    return shape.rounded(to: count).type
  }
}

extension Expression {
  /// The value of a constant that is a whole number of 32 bits.
  var wholeConstant: Int? {
    switch self {
    case .literal(.int32(let value)): Int(value)
    case .literal(.int64(let value)): Int(exactly: value).flatMap { Int32(exactly: $0) }.map { Int($0) }
    default: nil
    }
  }
}

extension ScalarFunction {
  /// What an argument must be.
  enum Argument: String {
    case text = "a text"
    case textOrBytes = "a text or bytes"
    case number = "a number"
    case wholeNumber = "a whole number"
    case array = "an array"

    /// Whether values of a type can be it, perhaps after a cast that Spark does unasked.
    func accepts(_ type: DataType) -> Bool {
      switch self {
      case .text, .textOrBytes: !type.isNested && type != .interval
      case .number, .wholeNumber: type.computed.isNumber || type == .string || type == .null
      case .array: if case .list = type { true } else { false }
      }
    }
  }

  /// How many arguments there may be.
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .lower, .upper, .trim, .length, .abs: 1...1
    case .concat, .coalesce: 1...1_000
    case .substring: 2...3
    case .rlike, .startswith, .endswith, .contains, .get: 2...2
    case .round: 1...2
    case .split: 2...3
    }
  }

  /// What the argument at a position must be.
  func argument(_ position: Int) -> Argument {
    switch self {
    case .lower, .upper, .trim, .rlike: .text
    case .startswith, .endswith, .contains, .concat, .length: .textOrBytes
    case .substring: position == 0 ? .textOrBytes : .wholeNumber
    case .split: position < 2 ? .text : .wholeNumber
    case .abs: .number
    case .round: position == 0 ? .number : .wholeNumber
    case .get: position == 0 ? .array : .wholeNumber
    case .coalesce: .text
    }
  }
}

extension ClosedRange<Int> {
  /// The range in words.
  fileprivate var words: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}
