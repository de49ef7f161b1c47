import InlayBytes
import InlayColumns

extension SortedLeaf {
  /// Returns for each row but the first whether it comes after the row before it (-1), before it (1), or neither (0)
  /// in the order of this column; O(rows).
  ///
  /// Values are compared as bounds are. NaN comes after all numbers, as engines sort it, and the two zeros are equal.
  func steps(_ column: Column) -> Values<Int8> {
    let steps = valueSteps(column)
    guard let present = column.validity else { return steps }
    let nullStep: Int8 = key.areNullsFirst ? -1 : 1
    var output = ValueBuilder<Int8>(capacity: steps.count)
    for row in 0..<steps.count {
      switch (present[row], present[row + 1]) {
      case (true, true): output.append(steps[row])
      case (false, false): output.append(0)
      case (false, true): output.append(nullStep)
      case (true, false): output.append(-nullStep)
      }
    }
    return output.freeze()
  }

  private func valueSteps(_ column: Column) -> Values<Int8> {
    switch column.storage {
    case .boolean(let bits): steps(column.count) { Self.step(bits[$0] ? 1 : 0, bits[$0 + 1] ? 1 : 0) }
    case .int8(let values): steps(values) { Self.step($0, $1) }
    case .int16(let values): steps(values) { Self.step($0, $1) }
    case .int32(let values): steps(values) { Self.step($0, $1) }
    case .int64(let values): steps(values) { Self.step($0, $1) }
    case .uint8(let values): steps(values) { Self.step($0, $1) }
    case .uint16(let values) where column.type == .float16:
      steps(values) { Self.step(number: Float(halfBits: $0), Float(halfBits: $1)) }
    case .uint16(let values): steps(values) { Self.step($0, $1) }
    case .uint32(let values): steps(values) { Self.step($0, $1) }
    case .uint64(let values): steps(values) { Self.step($0, $1) }
    case .float(let values): steps(values) { Self.step(number: $0, $1) }
    case .double(let values): steps(values) { Self.step(number: $0, $1) }
    case .int128(let values): steps(values) { Self.step($0, $1) }
    case .views(let values):
      steps(column.count) { row in
        let (first, second) = (values.bytes(at: row), values.bytes(at: row + 1))
        return first.precedes(second) ? -1 : second.precedes(first) ? 1 : 0
      }
    case .null, .list, .structure, .dictionary: steps(column.count) { _ in 0 }
    }
  }

  @inline(__always)
  private func steps<Element>(
    _ values: Values<Element>, _ step: (Element, Element) -> Int8
  ) -> Values<Int8> {
    let span = values.span
    return steps(span.count) { step(span[$0], span[$0 + 1]) }
  }

  @inline(__always)
  private func steps(_ count: Int, _ step: (Int) -> Int8) -> Values<Int8> {
    let sign: Int8 = key.isDescending ? -1 : 1
    var output = ValueBuilder<Int8>(capacity: count)
    for row in 0..<max(count - 1, 0) { output.append(sign * step(row)) }
    return output.freeze()
  }

  @inline(__always)
  private static func step<Number: Comparable>(_ first: Number, _ second: Number) -> Int8 {
    first < second ? -1 : second < first ? 1 : 0
  }

  @inline(__always)
  private static func step<Number: BinaryFloatingPoint>(number first: Number, _ second: Number) -> Int8 {
    if first.isNaN || second.isNaN { return step(first.isNaN ? 1 : 0, second.isNaN ? 1 : 0) }
    return step(first, second)
  }
}
