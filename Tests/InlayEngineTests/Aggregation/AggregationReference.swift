import InlayEngine

/// What groups should give, computed in the plainest way.
enum AggregationReference {
  /// Returns one row a group, in the order of their first rows: the keys and what is computed.
  static func rows(
    _ rows: [[TypedCell]], by keys: [Int], _ aggregates: [Aggregate]
  ) -> [[TypedCell]] {
    var groups: [(key: [TypedCell], rows: [[TypedCell]])] = keys.isEmpty ? [([], [])] : []
    var numbers: [[TypedCell]: Int] = keys.isEmpty ? [[]: 0] : [:]
    for row in rows {
      let key = keys.map { joiningZeros(row[$0]) }
      let number = numbers[key] ?? groups.count
      if number == groups.count { groups.append((key, [])) }
      numbers[key] = number
      groups[number].rows.append(row)
    }
    return groups.map { key, rows in key + aggregates.map { value(of: $0, rows) } }
  }

  static func joiningZeros(_ cell: TypedCell) -> TypedCell {
    switch cell {
    case .number(let value): .number(value == 0 ? 0 : value.isNaN ? .nan : value)
    case .list(let cells): .list(cells.map(joiningZeros))
    default: cell
    }
  }

  private static func value(of aggregate: Aggregate, _ rows: [[TypedCell]]) -> TypedCell {
    guard let column = aggregate.column else { return .integer(Int128(rows.count)) }
    let all = rows.map { $0[column] }
    let present = all.filter { $0 != .null }
    switch aggregate.function {
    case .count: return .integer(Int128(present.count))
    case .countDistinct: return .integer(Int128(Set(present.map(joiningZeros)).count))
    case .first: return all.first ?? .null
    case .last: return all.last ?? .null
    case .min: return present.min(by: precedes) ?? .null
    case .max: return present.max(by: precedes) ?? .null
    case .sum: return sum(present)
    case .sumDistinct: return sum(unique(present))
    case .avg: return present.isEmpty ? .null : .number(mean(present.compactMap(\.number)))
    default: return moment(aggregate.function, present.compactMap(\.number))
    }
  }

  private static func unique(_ cells: [TypedCell]) -> [TypedCell] {
    var seen: Set<TypedCell> = []
    return cells.filter { seen.insert(joiningZeros($0)).inserted }
  }

  private static func sum(_ cells: [TypedCell]) -> TypedCell {
    guard let first = cells.first else { return .null }
    if case .integer = first {
      return .integer(Int128(Int64(truncatingIfNeeded: cells.reduce(0) { $0 &+ $1.integer })))
    }
    return .number(cells.compactMap(\.number).reduce(0, +))
  }

  private static func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }

  private static func moment(_ function: AggregateFunction, _ numbers: [Double]) -> TypedCell {
    guard !numbers.isEmpty else { return .null }
    let count = Double(numbers.count)
    let center = mean(numbers)
    func power(_ exponent: Int) -> Double {
      numbers.reduce(0) { sum, number in
        sum + (0..<exponent).reduce(1) { product, _ in product * (number - center) }
      }
    }
    switch function {
    case .variancePopulation: return .number(power(2) / count)
    case .stddevPopulation: return .number((power(2) / count).squareRoot())
    case .varianceSample: return count > 1 ? .number(power(2) / (count - 1)) : .null
    case .stddevSample: return count > 1 ? .number((power(2) / (count - 1)).squareRoot()) : .null
    case .skewness:
      guard Set(numbers).count > 1 else { return numbers[0].isNaN ? .number(.nan) : .null }
      return .number(count.squareRoot() * power(3) / (power(2) * power(2) * power(2)).squareRoot())
    default:
      guard Set(numbers).count > 1 else { return numbers[0].isNaN ? .number(.nan) : .null }
      return .number(count * power(4) / (power(2) * power(2)) - 3)
    }
  }

  /// The order of values: nulls first, NaN last, -0 before 0, texts by bytes, lists by their elements.
  static func precedes(_ one: TypedCell, _ other: TypedCell) -> Bool {
    switch (one, other) {
    case (.null, _): return other != .null
    case (_, .null): return false
    case (.boolean(let one), .boolean(let other)): return !one && other
    case (.integer(let one), .integer(let other)): return one < other
    case (.number(let one), .number(let other)):
      if one.isNaN || other.isNaN { return !one.isNaN }
      return one == other ? one.sign == .minus && other.sign == .plus : one < other
    case (.text(let one), .text(let other)): return one.utf8.lexicographicallyPrecedes(other.utf8)
    case (.list(let one), .list(let other)): return one.lexicographicallyPrecedes(other, by: precedes)
    default: return false
    }
  }

  /// Whether two cells are the same, or numbers that differ by rounding.
  static func isClose(_ one: TypedCell, _ other: TypedCell) -> Bool {
    guard case .number(let one) = one, case .number(let other) = other else { return one == other }
    if one.isNaN || other.isNaN || one.isInfinite {
      return one.isNaN == other.isNaN && (one.isNaN || one == other)
    }
    return abs(one - other) <= 1e-9 * max(1, abs(one), abs(other))
  }
}
