import InlayBytes
import InlayColumns
import InlayParquet
import InlayTesting
import Testing

@Suite("Written files")
struct RoundTripTests {
  /// Pages and row groups so small that a few rows cross every border.
  static var small: ParquetWriterOptions {
    var options = ParquetWriterOptions()
    options.rowsPerPage = 16
    options.bytesPerPage = 300
    options.rowsPerGroup = 50
    return options
  }

  @Test("Every type comes back equal, with nulls and without", arguments: [true, false])
  func types(isNullable: Bool) throws {
    let columns = FixtureRows.names.map { FixtureRows.column($0, isNullable: isNullable) }
    let fields = zip(FixtureRows.names, columns).map { Field($0, $1.type, isNullable: isNullable) }
    let batch = RecordBatch(schema: Schema(fields), columns: columns, rowCount: FixtureRows.count)
    let bytes = try WrittenFiles.write([batch], schema: Schema(fields))
    #expect(try WrittenFiles.read(bytes) == columns.map { CellTexts.of($0) })
    let schema = try TestFiles.withFile(bytes) { try ParquetFile(path: $0).schema }
    #expect(schema == Schema(fields))
  }

  @Test(
    "Every type comes back equal around the borders of pages and row groups",
    arguments: RandomColumns.Nulls.allCases, [0, 1, 2, 15, 16, 17, 49, 50, 51, 100, 133])
  func borders(nulls: RandomColumns.Nulls, rowCount: Int) throws {
    var maker = RandomColumns(seed: rowCount)
    let policies: [EncodingPolicy] = [.compatible, .fixed(.plain), .fixed(.rleDictionary)]
    for (policy, version) in zip(policies, [DataPageVersion.v1, .v2, .v1]) {
      var options = Self.small
      options.encoding = policy
      // Booleans have no dictionary.
      options.columnEncodings["c0"] = .compatible
      options.dataPageVersion = version
      let columns = RandomColumns.types.map {
        maker.column($0, count: rowCount, distinctCount: 9, nulls: nulls)
      }
      let schema = Schema(
        columns.enumerated().map { Field("c\($0)", $1.type, isNullable: nulls != .none) })
      let bytes = try WrittenFiles.write(
        [RecordBatch(schema: schema, columns: columns, rowCount: rowCount)], schema: schema, options)
      #expect(try WrittenFiles.read(bytes) == columns.map { CellTexts.of($0) })
    }
  }

  @Test("Random tables come back equal under random options", arguments: 0..<16)
  func random(seed: Int) throws {
    var maker = RandomColumns(seed: seed)
    let rowCount = Int.random(in: 0...12_000, using: &maker.random)
    let columns = (0..<4).map { _ in
      let type = RandomColumns.types.randomElement(using: &maker.random)!
      let distinctCount = [1, 2, 40, 3_000, 1 << 30].randomElement(using: &maker.random)!
      let nulls = RandomColumns.Nulls.allCases.randomElement(using: &maker.random)!
      return maker.column(type, count: rowCount, distinctCount: min(distinctCount, rowCount), nulls: nulls)
    }
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
    let options = Self.randomOptions(&maker.random)
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: rowCount)
    let bytes = try WrittenFiles.write([batch], schema: schema, options)
    #expect(try WrittenFiles.read(bytes) == columns.map { CellTexts.of($0) })
  }

  private static func randomOptions(_ random: inout SeededGenerator) -> ParquetWriterOptions {
    var options = ParquetWriterOptions()
    options.compression = CodecPages.builtIn.randomElement(using: &random)!
    options.rowsPerGroup = [1_000, 8_192, 262_144].randomElement(using: &random)!
    options.rowsPerPage = [100, 4_096, 20_000].randomElement(using: &random)!
    options.bytesPerPage = [2_000, 1 << 20].randomElement(using: &random)!
    options.encoding = [.compatible, .automatic, .fixed(.plain)].randomElement(using: &random)!
    options.dictionaryByteLimit = [5_000, 1 << 24].randomElement(using: &random)!
    options.writesStatistics = Bool.random(using: &random)
    options.dataPageVersion = DataPageVersion.allCases.randomElement(using: &random)!
    options.writesChecksums = Bool.random(using: &random)
    return options
  }

  @Test(
    "The bytes do not depend on how rows are cut into batches, nor on the form of the columns",
    arguments: 0..<48)
  func independence(seed: Int) throws {
    var maker = RandomColumns(seed: seed + 1_000)
    let type = RandomColumns.types[seed / 2 % RandomColumns.types.count]
    let rowCount = 20_000
    for (distinctCount, nulls) in [(9_000, RandomColumns.Nulls.some), (1 << 30, .none)] {
      let column = maker.column(
        type, count: rowCount, distinctCount: min(distinctCount, rowCount), nulls: nulls)
      let schema = Schema([Field("c", type)])
      let whole = RecordBatch(schema: schema, columns: [column], rowCount: rowCount)
      var options = Self.small
      options.rowsPerPage = 700
      options.bytesPerPage = 9_000
      options.rowsPerGroup = 17_000
      options.encoding = seed % 2 == 0 ? .compatible : .automatic
      let expected = try WrittenFiles.write([whole], schema: schema, options)
      for _ in 0..<2 {
        let batches = Self.cut(whole, &maker.random)
        #expect(try WrittenFiles.write(batches, schema: schema, options) == expected)
      }
    }
  }

  /// The rows in batches of random lengths, some of them in dictionary form over a base of their own, some over one
  /// that they share.
  private static func cut(_ batch: RecordBatch, _ random: inout SeededGenerator) -> [RecordBatch] {
    let shared = batch.columns[0].inDictionaryForm(&random)
    var batches: [RecordBatch] = []
    var row = 0
    while row < batch.rowCount {
      let end = min(batch.rowCount, row + Int.random(in: 1...6_000, using: &random))
      let column =
        switch Int.random(in: 0..<3, using: &random) {
        case 0: batch.columns[0][row..<end]
        case 1: batch.columns[0][row..<end].inDictionaryForm(&random)
        default: shared[row..<end]
        }
      batches.append(RecordBatch(schema: batch.schema, columns: [column], rowCount: end - row))
      row = end
    }
    return batches
  }

  @Test("Lanes that run on several threads in any interleaving give the same bytes")
  func lanes() throws {
    var maker = RandomColumns(seed: 5)
    let rowCount = 4_000
    let columns = RandomColumns.types.map {
      maker.column($0, count: rowCount, distinctCount: 200, nulls: .some)
    }
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
    let batch = RecordBatch(schema: schema, columns: columns, rowCount: rowCount)
    var options = Self.small
    options.rowsPerGroup = 600
    options.encoding = .automatic
    let expected = try WrittenFiles.write([batch], schema: schema, options)
    for round in 0..<10 {
      let sink = MemorySink()
      let writer = try ParquetWriter(schema: schema, to: sink, options: options)
      let order = Array(0..<writer.laneCount).shuffled(using: &maker.random)
      _ = try Workers(count: 1 + round % 4).map(writer.laneCount) { task in
        for start in stride(from: 0, to: rowCount, by: 501) {
          let piece = batch.slice(start..<min(rowCount, start + 501))
          try writer.write(PreparedBatch(piece), lane: order[task])
        }
        try writer.finish(lane: order[task])
      }
      try writer.close()
      #expect(sink.bytes == expected)
    }
  }
}
