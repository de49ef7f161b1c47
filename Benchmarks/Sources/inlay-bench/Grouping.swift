import Inlay

/// Groups a Parquet file by a column, and sums up what the groups give, so that every group is looked at.
func group(_ path: String, by key: String, workers: Workers) throws -> [String] {
  let (seconds, totals) = try timed {
    let groups = Table.parquet(path, columns: [key, "a", "x"]).grouped(
      by: key,
      aggregating: .sum("a").named("sum"), .count.named("count"), .average("x").named("avg"),
      .min("a").named("min"), .max("a").named("max"))
    return try groups.aggregating(
      .count, .sum("sum"), .sum("count"), .sum("avg"), .sum("min"), .sum("max"), .max(key)
    ).collected(workers: workers)
  }
  return [seconds] + lines(of: totals)
}
