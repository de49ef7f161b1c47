import InlayColumns
import Testing

@testable import InlayParquet

@Suite("What statistics prove")
struct PruningTests {
  private struct Chunk {
    let element: SchemaElement
    let type: DataType
    var order: ColumnOrder? = .typeDefined
  }

  private static let int32 = Chunk(element: element(.int32), type: .int32)
  private static let text = Chunk(element: element(.byteArray, .string), type: .string)
  private static let double = Chunk(element: element(.double), type: .double)

  private static func element(
    _ type: PhysicalType, _ logicalType: LogicalType? = nil, length: Int32? = nil
  ) -> SchemaElement {
    SchemaElement(type: type, typeLength: length, repetition: .optional, name: "c", logicalType: logicalType)
  }

  /// What the statistics of a chunk of 10 values prove of a filter over it.
  private static func proof(
    _ chunk: Chunk, _ statistics: Statistics?, _ filter: RowFilter
  ) throws -> Proof {
    let metadata = ColumnChunkMetadata(
      type: chunk.element.type!, encodings: [], path: ["c"], compression: .snappy, valueCount: 10,
      uncompressedByteCount: 0, compressedByteCount: 0, dataPageOffset: 4, statistics: statistics)
    let known = KnownValues(metadata, of: chunk.element, order: chunk.order)
    return try BoundFilter(filter, schema: Schema([Field("c", chunk.type)])).proof { _, test in
      known.proof(of: test)
    }
  }

  private static func compare(_ comparison: RowFilter.Comparison, _ value: ColumnValue) -> RowFilter {
    .comparison(column: 0, comparison, value)
  }

  /// From -1 to 5.
  private static let five = Statistics(nullCount: 0, max: [5, 0, 0, 0], min: [0xFF, 0xFF, 0xFF, 0xFF])

  @Test(
    "A value at a bound is within it",
    arguments: [
      (RowFilter.Comparison.greater, 5, Proof.none), (.greater, 4, .unknown), (.greater, -2, .all),
      (.greater, -1, .unknown), (.greaterOrEqual, 6, .none), (.greaterOrEqual, 5, .unknown),
      (.greaterOrEqual, -1, .all), (.less, -1, .none), (.less, 0, .unknown), (.less, 6, .all),
      (.lessOrEqual, -2, .none), (.lessOrEqual, -1, .unknown), (.lessOrEqual, 5, .all), (.equal, 6, .none),
      (.equal, 5, .unknown), (.notEqual, 6, .all), (.notEqual, 5, .unknown),
    ])
  func edges(comparison: RowFilter.Comparison, value: Int, expected: Proof) throws {
    let filter = Self.compare(comparison, .integer(Int128(value)))
    #expect(try Self.proof(Self.int32, Self.five, filter) == expected)
    let opposite: Proof = expected == .none ? .all : expected == .all ? .none : .unknown
    #expect(try Self.proof(Self.int32, Self.five, .not(filter)) == opposite)
  }

  @Test("One value only is proved to be that value, unless a null may be there")
  func constant() throws {
    let one = Statistics(nullCount: 0, max: [7, 0, 0, 0], min: [7, 0, 0, 0])
    #expect(try Self.proof(Self.int32, one, Self.compare(.equal, .integer(7))) == .all)
    #expect(try Self.proof(Self.int32, one, Self.compare(.notEqual, .integer(7))) == .none)
    var unknownNulls = one
    unknownNulls.nullCount = nil
    #expect(try Self.proof(Self.int32, unknownNulls, Self.compare(.equal, .integer(7))) == .unknown)
    #expect(try Self.proof(Self.int32, unknownNulls, Self.compare(.notEqual, .integer(7))) == .none)
  }

  @Test("Bounds that were cut short bound, and say of no value that it is there")
  func truncated() throws {
    let words = Statistics(
      nullCount: 0, max: Array("b".utf8), min: Array("a".utf8), isMaxExact: false, isMinExact: false)
    #expect(try Self.proof(Self.text, words, Self.compare(.greater, .text("b"))) == .none)
    #expect(try Self.proof(Self.text, words, Self.compare(.equal, .text("a"))) == .unknown)
    #expect(try Self.proof(Self.text, words, .startsWith(column: 0, Array("c".utf8))) == .none)
    #expect(try Self.proof(Self.text, words, .startsWith(column: 0, Array("a".utf8))) == .unknown)
    #expect(try Self.proof(Self.text, words, .isOneOf(column: 0, [.text("c"), .text("0")])) == .none)
  }

  @Test("Nulls are counted, and a number of them that cannot be is none")
  func nulls() throws {
    func proofs(_ nullCount: Int64?) throws -> [Proof] {
      let filters: [RowFilter] = [
        .isNull(column: 0), .isNotNull(column: 0), Self.compare(.greater, .integer(0)), .any([]), .all([]),
      ]
      return try filters.map { try Self.proof(Self.int32, Statistics(nullCount: nullCount), $0) }
    }
    #expect(try proofs(10) == [.all, .none, .none, .none, .all])
    #expect(try proofs(9) == [.unknown, .unknown, .unknown, .none, .all])
    #expect(try proofs(0) == [.none, .all, .unknown, .none, .all])
    for unbelievable in [nil, -1, 11] as [Int64?] {
      #expect(try proofs(unbelievable) == [.unknown, .unknown, .unknown, .none, .all])
    }
  }

  @Test("A NaN that bounds leave out is greater than all numbers")
  func notANumber() throws {
    var half = Statistics(
      nullCount: 0, max: [0, 0, 0, 0, 0, 0, 0xE0, 0x3F], min: [0, 0, 0, 0, 0, 0, 0, 0x80])
    #expect(try Self.proof(Self.double, half, Self.compare(.greater, .double(0.75))) == .unknown)
    #expect(try Self.proof(Self.double, half, Self.compare(.equal, .double(.nan))) == .unknown)
    #expect(try Self.proof(Self.double, half, Self.compare(.less, .double(0))) == .none)
    #expect(try Self.proof(Self.double, half, Self.compare(.greaterOrEqual, .double(0))) == .all)
    #expect(try Self.proof(Self.double, half, Self.compare(.less, .double(1))) == .unknown)
    half.nanCount = 0
    #expect(try Self.proof(Self.double, half, Self.compare(.greater, .double(0.75))) == .none)
    #expect(try Self.proof(Self.double, half, Self.compare(.less, .double(1))) == .all)
  }

  @Test("Bounds are read in the order of the type")
  func types() throws {
    let unsigned = Chunk(
      element: Self.element(.int32, .integer(bitWidth: 32, isSigned: false)), type: .uint32)
    let large = Statistics(max: [0xFF, 0xFF, 0xFF, 0xFF], min: [0, 0, 0, 0x80])
    #expect(try Self.proof(unsigned, large, Self.compare(.less, .integer(1000))) == .none)
    #expect(try Self.proof(unsigned, large, Self.compare(.greater, .integer(4_000_000_000))) == .unknown)
    let decimal = Chunk(
      element: Self.element(.fixedLengthByteArray, .decimal(scale: 2, precision: 20), length: 9),
      type: .decimal(precision: 20, scale: 2))
    let number = Statistics(max: [0, 0, 0, 0, 0, 0, 0, 1, 0], min: [UInt8](repeating: 0xFF, count: 9))
    #expect(try Self.proof(decimal, number, Self.compare(.greater, .integer(256))) == .none)
    #expect(try Self.proof(decimal, number, Self.compare(.lessOrEqual, .integer(-1))) == .unknown)
    let half = Chunk(element: Self.element(.fixedLengthByteArray, .float16, length: 2), type: .float16)
    let one = Statistics(max: [0, 0x3C], nanCount: 0)
    #expect(try Self.proof(half, one, Self.compare(.greater, .double(1))) == .none)
    #expect(try Self.proof(half, one, Self.compare(.greaterOrEqual, .double(1))) == .unknown)
  }

  @Test("Statistics that must not be believed are not")
  func unbelievable() throws {
    let filter = Self.compare(.greater, .integer(100))
    var unordered = Self.int32
    unordered.order = nil
    var unrecognized = Self.int32
    unrecognized.order = .unrecognized
    let unsigned = Chunk(
      element: Self.element(.int32, .integer(bitWidth: 32, isSigned: false)), type: .uint32, order: nil)
    var oldText = Self.text
    oldText.order = nil
    let moments = Chunk(element: Self.element(.int96), type: .timestamp(.micros, isUTC: true))
    let odd = Chunk(element: Self.element(.byteArray, .unrecognized(99)), type: .binary)
    let shapes = Chunk(element: Self.element(.byteArray, .geometry(crs: nil)), type: .binary)
    let proofs = try [
      Self.proof(Self.int32, nil, filter),
      // No column order, or one that is not known.
      Self.proof(unordered, Self.five, filter),
      Self.proof(unrecognized, Self.five, filter),
      // Values of another size, and bounds that contradict each other.
      Self.proof(Self.int32, Statistics(max: [5]), filter),
      Self.proof(Self.int32, Statistics(max: [5, 0, 0, 0], min: [6, 0, 0, 0]), filter),
      // The deprecated bounds of types that were compared in the wrong order.
      Self.proof(unsigned, Statistics(deprecatedMax: [5, 0, 0, 0]), filter),
      Self.proof(oldText, Statistics(deprecatedMax: [0x61]), Self.compare(.greater, .text("b"))),
      // NaN, moments in 96 bits, and an annotation whose order is not that of the bytes.
      Self.proof(
        Self.double, Statistics(max: [0, 0, 0, 0, 0, 0, 0xF8, 0x7F], min: [0, 0, 0, 0, 0, 0, 0xF8, 0x7F]),
        Self.compare(.less, .double(100))),
      Self.proof(moments, Statistics(max: [UInt8](repeating: 0, count: 12)), filter),
      Self.proof(odd, Statistics(max: [1]), Self.compare(.greater, .bytes([2]))),
      // A type that has no order.
      Self.proof(shapes, Statistics(max: [1]), Self.compare(.greater, .bytes([2]))),
    ]
    #expect(proofs == Array(repeating: .unknown, count: proofs.count))
    let old = Statistics(deprecatedMax: [5, 0, 0, 0], deprecatedMin: [0, 0, 0, 0])
    #expect(try Self.proof(unordered, old, filter) == .none)
  }

  @Test("Row groups are left out, counted, and the rows of the others come exactly")
  func scanning() throws {
    let source = try ParquetSource(path: TestFiles.fixture("pyarrow_v1"))
    let id = source.schema.index(of: "id")!
    let filter = RowFilter.comparison(column: id, .greaterOrEqual, .integer(95 * 1_000_003))
    let scan = try source.scan(ScanRequest(columns: [id], filter: filter))
    var rowCount = 0
    while let morsel = try scan.nextMorsel() { rowCount += try scan.read(morsel).rowCount }
    #expect(rowCount == 24)
    #expect(scan.progress.rowCount == 24)
    #expect(scan.progress.skipped.rowGroupsByStatistics == 1)
    #expect(scan.progress.skipped.rowsByFilter == 6)
  }
}
