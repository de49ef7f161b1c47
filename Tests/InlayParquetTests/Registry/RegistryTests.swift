import InlayColumns
import Testing

@testable import InlayParquet

@Suite("The registry of what is written")
struct RegistryTests {
  /// The codecs of this build, with each page version.
  static let files = Registry.codecs.filter { (try? $0.checkIsBuiltIn()) != nil }.flatMap { codec in
    DataPageVersion.allCases.map { (codec, $0) }
  }

  @Test(
    "Every legal cell is in the file that was asked for it, no other is, and all come back equal",
    arguments: files)
  func cells(codec: Compression, version: DataPageVersion) throws {
    let legal = Registry.cells(codec, version)
    let registered = RegistryFile(legal, codec, version)
    try TestFiles.withFile(try registered.write()) { path in
      let file = try ParquetFile(path: path)
      #expect(file.schema.fields == registered.fields)
      let produced = try RegistryFile.cells(in: file)
      let (missing, unknown) = (legal.subtracting(produced), produced.subtracting(legal))
      #expect(missing.isEmpty, "nothing writes these")
      #expect(unknown.isEmpty, "the registry does not know these")
      let batches = try TestFiles.read(ParquetSource(file))
      let values = CellTexts.of(batches, columnCount: registered.columns.count)
      for (position, column) in registered.columns.enumerated() {
        #expect(values[position] == CellTexts.of(column), "\(registered.fields[position])")
      }
    }
  }

  @Test("Every kind of type has one in the registry")
  func kinds() {
    let missing = Set(RegisteredType.Kind.allCases).subtracting(RegisteredType.all.compactMap(\.kind))
    #expect(missing.isEmpty)
  }

  @Test("Somebody decided on each encoding, and the library writes those that are legal")
  func encodings() {
    for encoding in Registry.encodings {
      for physical in PhysicalType.allCases {
        let isLegal = Registry.allows(encoding, physical)
        #expect(isLegal == physical.writableEncodings.contains(encoding), "\(physical) \(encoding)")
      }
    }
  }

  @Test("No type is written in the deprecated form of timestamps")
  func julianTimestamps() {
    #expect(RegisteredType.all.allSatisfy { $0.physical != .int96 })
  }

  @Test("All codecs but LZO are written when their package traits are on")
  func codecs() {
    var missing: Set<Compression> = []
    #if !Zstd
    missing.insert(.zstd)
    #endif
    #if !Brotli
    missing.insert(.brotli)
    #endif
    let written = Set(Self.files.map(\.0))
    #expect(Set(Registry.codecs).subtracting(written) == missing)
  }
}
