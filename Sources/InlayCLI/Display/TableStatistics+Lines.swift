import Inlay

extension TableStatistics {
  /// The statistics as lines of text: a line for each column, in as many tables as the width asks for.
  func lines(width: Int?, isStyled: Bool) -> [String] {
    let display = InspectionDisplay(width: width, isStyled: isStyled)
    let hasSizes = columns.contains { $0.compressedByteCount != nil }
    let headings = [
      "column", "type", "#nulls", "#distinct", "min", "max", "#mean", "most frequent", "#times",
    ]
    let rows = columns.map { $0.cells + ($0.sizes(if: hasSizes)) }
    return ["\(Quantity.count(rowCount)) row\(rowCount == 1 ? "" : "s")", ""]
      + display.table(headings + (hasSizes ? ["#size", "#uncompressed"] : []), rows)
  }
}

extension ColumnStatistics {
  fileprivate var cells: [String?] {
    // A value that occurs once is frequent only where all of them do.
    let frequent = mostFrequent.first.flatMap { $0.count > 1 ? $0 : nil }
    return [
      name.printable, type.description.printable, Quantity.count(nullCount),
      distinctCount.map { (isDistinctCountExact ? "" : "~") + Quantity.count($0) },
      min.map(Self.shown), max.map(Self.shown), mean.map(Quantity.number),
      frequent.map { Self.shown($0.value) },
      frequent.map { (isFrequencyExact ? "" : "~") + Quantity.count($0.count) },
    ]
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "\"\"" : text.printable.cut(to: 40) }

  fileprivate func sizes(if areShown: Bool) -> [String?] {
    areShown
      ? [compressedByteCount.map(Quantity.bytes), uncompressedByteCount.map(Quantity.bytes)] : []
  }
}

extension Quantity {
  /// A number with about six digits that matter, as short as they allow: `0.333333`, `1234.57`, `1.5e+20`.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    guard value.isFinite else { return value < 0 ? "-inf" : "inf" }
    if value.magnitude >= 1e15 {
      var (mantissa, exponent) = (value, 0)
      while mantissa.magnitude >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
      return "\(number(mantissa))e+\(exponent)"
    }
    var scale = 1.0
    while scale < 1e12, (value * scale).magnitude < 1e5, value != 0 { scale *= 10 }
    let text = "\((value * scale).rounded() / scale)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
