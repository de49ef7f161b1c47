import InlayBytes
import InlayColumns
import InlayEngine
import Testing

@Suite("Statistics of tables")
struct StatisticsSinkTests {
  private func statistics(_ columns: [Column], limit: Int = 1_000) throws -> ColumnStatistics {
    let schema = Schema([Field("x", columns[0].type)])
    let sink = StatisticsSink(schema, countedValueLimit: limit)
    for column in columns {
      try sink.write(RecordBatch(schema: schema, columns: [column], rowCount: column.count))
    }
    try sink.finishAndClose()
    #expect(sink.statistics.rowCount == columns.reduce(0) { $0 + $1.count })
    return sink.statistics.columns[0]
  }

  private func integers(_ values: [Int64?]) -> Column {
    Column(
      type: .int64, storage: .int64(Values(values.map { $0 ?? 0 })),
      validity: Bitmap(values.map { $0 != nil }))
  }

  @Test("Numbers are counted, compared and averaged over batches")
  func numbers() throws {
    let found = try statistics([integers([3, nil, 7]), integers([]), integers([-5, 3, nil, 3])])
    #expect(found.nullCount == 2)
    #expect(found.distinctCount == 3 && found.isDistinctCountExact)
    #expect((found.min, found.max) == ("-5", "7"))
    #expect(found.mean == 2.2)
    #expect(found.nanCount == nil)
    #expect(found.mostFrequent.first == FrequentValue(value: "3", count: 3))
  }

  @Test("NaN is left out of bounds and mean, and all of them are one value")
  func floats() throws {
    let values = [Double.nan, 1.5, -.nan, -0.0, 0.0, .infinity]
    let found = try statistics([Column(type: .double, storage: .double(Values(values)))])
    #expect(found.nanCount == 2)
    #expect(found.distinctCount == 5)
    #expect((found.min, found.max) == ("-0.0", "inf"))
    #expect(found.mean == .infinity)
    #expect(found.mostFrequent.first == FrequentValue(value: "NaN", count: 2))
  }

  @Test("Texts are compared byte by byte, and dictionaries are no different")
  func texts() throws {
    let words = ["b", "a", "ab", "ü", "a longer text than a view holds", "a"]
    let plain = Column(type: .string, storage: .views(ViewValues(words)))
    let base = DictionaryBase(plain)
    let indices = Values<UInt32>([0, 1, 2, 3, 4, 5])
    let coded = Column(type: .string, storage: .dictionary(DictionaryValues(base: base, indices: indices)))
    for column in [plain, coded] {
      let found = try statistics([column])
      #expect(found.distinctCount == 5)
      #expect((found.min, found.max) == ("a", "ü"))
      #expect(found.mean == nil)
      #expect(found.mostFrequent.first == FrequentValue(value: "a", count: 2))
      #expect(found.mostFrequent.count == 3)
    }
  }

  @Test("Decimals and days are themselves")
  func scaled() throws {
    let decimal = Column(
      type: .decimal(precision: 6, scale: 2), storage: .int128(Values([Int128(150), -25, 250])))
    let found = try statistics([decimal])
    #expect((found.min, found.max) == ("-0.25", "2.50"))
    #expect(found.mean == 1.25)
    let days = try statistics([Column(type: .date, storage: .int32(Values([1, -1, 0])))])
    #expect((days.min, days.max) == ("1969-12-31", "1970-01-02"))
    #expect(days.mean == nil)
  }

  @Test("Nested values are only counted, and nulls have nothing else")
  func nested() throws {
    let elements = integers([1, 2, 3])
    let lists = Column(
      type: .list(Field("element", .int64)),
      storage: .list(ListValues(offsets: Values([0, 1, 3]), elements: elements)),
      validity: Bitmap([true, false]))
    let found = try statistics([lists])
    #expect(found.nullCount == 1)
    #expect(found.distinctCount == nil && found.min == nil && found.mostFrequent.isEmpty)
    let nulls = try statistics([Column(type: .null, storage: .null(count: 4))])
    #expect(nulls.nullCount == 4 && nulls.distinctCount == 0 && nulls.max == nil)
  }

  @Test("Beyond the limit distinct values are estimated, and frequent ones certain", arguments: [100, 1_000])
  func estimates(limit: Int) throws {
    let batches = (0..<50).map { batch in
      let values: [Int64?] = (0..<1_000).map { row in row % 4 == 0 ? -1 : Int64(batch * 1_000 + row) }
      return integers(values)
    }
    let found = try statistics(batches, limit: limit)
    let distinct = try #require(found.distinctCount)
    #expect(!found.isDistinctCountExact && !found.isFrequencyExact)
    #expect(abs(distinct - 37_501) < 1_200)
    #expect(found.mostFrequent.first?.value == "-1")
    #expect((6_000...12_500).contains(found.mostFrequent.first?.count ?? 0))
    #expect((found.mean ?? 0) > 0)
    let exact = try statistics(batches, limit: 40_000)
    #expect(exact.distinctCount == 37_501 && exact.isDistinctCountExact)
    #expect(exact.mostFrequent.first == FrequentValue(value: "-1", count: 12_500))
  }

  @Test("A value that becomes frequent late is found")
  func late() throws {
    let early = (0..<10).map { batch in
      let values: [Int64?] = (0..<500).map { row in Int64(batch * 500 + row) }
      return integers(values)
    }
    let often = integers([Int64?](repeating: -1, count: 300))
    let found = try statistics(early + [often, often, often, often], limit: 600)
    #expect(found.mostFrequent.first?.value == "-1")
    #expect(try statistics(early, limit: 600).mostFrequent.isEmpty)
  }

  @Test("A table without columns or rows has a count")
  func empty() throws {
    let sink = StatisticsSink(Schema([]))
    try sink.write(RecordBatch(schema: Schema([]), columns: [], rowCount: 5))
    try sink.finishAndClose()
    #expect(sink.statistics == TableStatistics(rowCount: 5, columns: []))
    let found = try statistics([integers([])])
    #expect(found.distinctCount == 0 && found.min == nil && found.mean == nil)
  }
}
