import Inlay
import Testing

@testable import InlayCLI

@Suite("Statistics as text")
struct StatisticsLinesTests {
  @Test(
    "Means are as short as six digits allow",
    arguments: [
      (1.0 / 3, "0.333333"), (1_234.5678, "1234.57"), (2.5, "2.5"), (-3, "-3"), (0, "0"), (1.5e20, "1.5e+20"),
      (-9.143521e18, "-9.14352e+18"), (.nan, "NaN"), (-.infinity, "-inf"),
    ])
  func means(value: Double, text: String) {
    #expect(Quantity.number(value) == text)
  }

  @Test("Estimates are marked, and what is not there is left empty")
  func lines() {
    var column = ColumnStatistics(name: "id", type: .string)
    column.distinctCount = 300_000
    column.isDistinctCountExact = false
    column.min = ""
    column.max = "z"
    column.mostFrequent = [FrequentValue(value: "x", count: 12)]
    column.isFrequencyExact = false
    let lines = TableStatistics(rowCount: 1_000, columns: [column]).lines(width: nil, isStyled: false)
    #expect(lines.first == "1,000 rows")
    #expect(
      lines.last?.split(separator: " ") == ["id", "string", "0", "~300,000", "\"\"", "z", "x", "~12"])
  }
}
