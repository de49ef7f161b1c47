import InlayColumns
import InlayTesting
import Testing

@testable import InlayParquet

@Suite("Ranges of rows")
struct RowRangesTests {
  private static func random(_ random: inout SeededGenerator) -> (ranges: RowRanges, rows: Set<Int>) {
    var ranges = RowRanges()
    var rows: Set<Int> = []
    var row = Int.random(in: 0..<20, using: &random)
    while row < 300 {
      let end = row + Int.random(in: 0..<90, using: &random)
      ranges.append(row..<end)
      rows.formUnion(row..<end)
      row = end + Int.random(in: 0..<40, using: &random)
    }
    return (ranges, rows)
  }

  private static func rows(_ ranges: RowRanges) -> [Int] { ranges.ranges.flatMap { Array($0) } }

  @Test("They behave as sets of rows, and ranges that touch are one", arguments: 0..<50)
  func sets(seed: Int) {
    var random = SeededGenerator(UInt64(seed))
    let (first, firstRows) = Self.random(&random)
    let (second, secondRows) = Self.random(&random)
    #expect(first.count == firstRows.count && Self.rows(first) == firstRows.sorted())
    #expect(Self.rows(first.intersection(second)) == firstRows.intersection(secondRows).sorted())
    let union = first.union(second)
    #expect(Self.rows(union) == firstRows.union(secondRows).sorted())
    #expect(zip(union.ranges, union.ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    for row in 0..<400 { #expect(first.first(from: row) == firstRows.filter { $0 >= row }.min()) }
    let bits = firstRows.sorted().map { _ in Int.random(in: 0..<3, using: &random) > 0 }
    let kept = zip(firstRows.sorted(), bits).filter(\.1).map(\.0)
    #expect(Self.rows(first.keeping(Bitmap(bits))) == kept)
  }
}
