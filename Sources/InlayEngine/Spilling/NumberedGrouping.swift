import InlayColumns

/// How rows are grouped that have a column with their numbers before the others: as without it, and what is given has the
/// number of each group's first row.
struct NumberedGrouping {
  /// The columns of the rows, the number first.
  let inputSchema: Schema
  let grouping: Grouping
  /// The positions of the key columns.
  let keys: [Int]
  /// What is given without the number.
  let schema: Schema
  /// What is given.
  let resultSchema: Schema
  /// Where the number is in that.
  let numberPosition: Int

  /// Where the other columns are.
  var resultPositions: [Int] { resultSchema.fields.indices.filter { $0 != numberPosition } }

  private static let number = Field("row", .int64)

  /// Groups by keys, as ``Grouping/init(aggregating:keys:_:)``.
  init(aggregating input: Schema, keys: [Int], _ aggregates: [Aggregate], giving schema: Schema) {
    inputSchema = NumberedRows.schema(input)
    self.keys = keys.map { $0 + 1 }
    let moved = aggregates.map { aggregate in
      Aggregate(aggregate.function, of: aggregate.column.map { $0 + 1 }, name: aggregate.name)
    }
    grouping = Grouping(
      aggregating: inputSchema, keys: self.keys, moved + [Aggregate(.min, of: 0, name: Self.number.name)])
    self.schema = schema
    resultSchema = Schema(schema.fields + [Self.number])
    numberPosition = schema.count
  }

  /// Keeps first rows, as ``Grouping/init(distinct:on:)``.
  init(distinct schema: Schema, on keys: [Int]) {
    inputSchema = NumberedRows.schema(schema)
    self.keys = keys.map { $0 + 1 }
    grouping = Grouping(distinct: inputSchema, on: self.keys)
    self.schema = schema
    resultSchema = inputSchema
    numberPosition = 0
  }
}
