import Inlay

/// Values to Parquet's bytes and back.
extension Work {
  /// Each encoding, both ways.
  static let encodings: [Work] = EncodingSample.all.flatMap { sample in
    [
      Work("decode \(sample.name)") {
        let file = try sample.write().file(named: sample.name)
        return { try sample.read(file) }
      },
      Work("encode \(sample.name)") { { try sample.write().bytes.count } },
    ]
  }

  /// Each codec, both ways, on texts that it finds something in.
  static let codecs: [Work] = codecNames.flatMap { name, codec in
    [
      Work("compress \(name)") {
        let sample = CodecSample(codec)
        return { try sample.write().bytes.count }
      },
      Work("decompress \(name)") {
        let file = try CodecSample(codec).write().file(named: name)
        return { try file.readAll() }
      },
    ]
  }

  private static let codecNames: [(String, Compression)] = [
    ("snappy", .snappy), ("gzip", .gzip), ("zstd", .zstd), ("brotli", .brotli), ("lz4", .lz4Raw),
  ]

  /// Pages as they are by default, in both versions, with nulls and statistics: assembled, and taken apart.
  static let pages: [Work] = [DataPageVersion.v1, .v2].flatMap { version in
    [
      Work("pages write, version \(version.rawValue)") {
        let sample = PageSample(version)
        return { try sample.write().bytes.count }
      },
      Work("pages read, version \(version.rawValue)") {
        let file = try PageSample(version).write().file(named: "pages")
        return { try file.readAll() }
      },
    ]
  }
}

extension MemorySink {
  /// Opens what was written as a file.
  func file(named name: String) throws -> ParquetFile {
    try ParquetFile(bytes: Values(bytes).buffer, name: name)
  }
}

extension ParquetFile {
  /// Decodes all values; returns the number of rows.
  func readAll() throws -> Int {
    let source = ParquetSource(self)
    let scan = try source.scan(ScanRequest(allOf: source.schema))
    var count = 0
    while let morsel = try scan.nextMorsel() { count += try scan.read(morsel).rowCount }
    precondition(count == rowCount, "what was written is read")
    return count
  }
}

extension RecordBatch {
  /// Writes the batch into a file in memory.
  func parquet(_ options: ParquetWriterOptions) throws -> MemorySink {
    let sink = MemorySink()
    let writer = try ParquetWriter(schema: schema, to: sink, options: options)
    try writer.write(self)
    try writer.finishAndClose()
    return sink
  }
}
