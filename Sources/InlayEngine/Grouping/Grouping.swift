import InlayColumns

/// How rows are grouped, and what is made of the groups.
struct Grouping: Sendable {
  /// The columns of the rows.
  let schema: Schema
  /// The positions of the columns that rows of one group have in common; none for one group of all rows.
  let keys: [Int]
  /// The positions of the columns that are taken from each group's first row.
  let representatives: [Int]
  /// What is computed of each group.
  let aggregates: [Aggregate]
  /// The number of lanes, a power of two. More than there are threads keep their tables small and the threads busy.
  let laneCount: Int
  /// What hashes begin with: nobody can make rows whose keys all have one.
  let seed = UInt64.random(in: .min ... .max)

  /// Groups by keys, and gives these and then what is computed.
  init(aggregating schema: Schema, keys: [Int], _ aggregates: [Aggregate]) {
    self.init(schema, keys: keys, representatives: keys, aggregates)
  }

  /// Groups by some columns, and gives all columns of the groups' first rows.
  init(distinct schema: Schema, on keys: [Int]) {
    self.init(schema, keys: keys, representatives: Array(0..<schema.count), [])
  }

  private init(_ schema: Schema, keys: [Int], representatives: [Int], _ aggregates: [Aggregate]) {
    self.schema = schema
    self.keys = keys
    self.representatives = representatives
    self.aggregates = aggregates
    laneCount = keys.isEmpty ? 1 : 16
  }
}
