import Inlay

/// Texts that a codec compresses.
struct CodecSample: Sendable {
  private let batch: RecordBatch
  private let options: ParquetWriterOptions

  init(_ codec: Compression) {
    let texts = (0..<20_000).map { "https://example.com/artists/\($0 &* 7_919 % 4_001)/albums/\($0 % 97)" }
    batch = RecordBatch(
      schema: Schema([Field("values", .string, isNullable: false)]),
      columns: [Column(type: .string, storage: .views(ViewValues(texts)))], rowCount: texts.count)
    var options = ParquetWriterOptions()
    options.compression = codec
    // Nothing but the codec has much to do.
    options.encoding = .fixed(.plain)
    options.writesStatistics = false
    self.options = options
  }

  func write() throws -> MemorySink { try batch.parquet(options) }
}
