import Inlay

/// Joins two Parquet files by their columns `key` and sums up columns of both sides, so that every pair is looked at.
func join(_ left: String, _ right: String, kind: String, workers: Workers) throws -> [String] {
  let kinds: [String: JoinKind] = ["inner": .inner, "left": .left, "semi": .leftSemi]
  guard let kind = kinds[kind] else { throw InlayError(.invalidInput, "there is no such join here: \(kind)") }
  let (seconds, totals) = try timed {
    let pairs = Table.parquet(left).joined(to: .parquet(right), on: ("key", "key"), kind: kind)
    let both = pairs.aggregating(.count, .sum("a"), .sum("b"), .sum("c"), .sum("d"))
    let left = pairs.aggregating(.count, .sum("a"), .sum("b"))
    return try (kind.givesRightColumns ? both : left).collected(workers: workers)
  }
  return [seconds] + lines(of: totals)
}
