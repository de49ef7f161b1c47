import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Pruning by statistics")
struct PruningTests {
  /// Whether a column chunk of 10 values is pruned.
  private static func prunes(
    _ element: SchemaElement, _ statistics: Statistics?, order: ColumnOrder? = .typeDefined,
    _ bound: ColumnBound
  ) throws -> Bool {
    var element = element
    element.repetition = .optional
    let root = try SchemaNode(
      parsing: [SchemaElement(name: "root", childCount: 1), element], limits: ParquetLimits())
    let metadata = ColumnChunkMetadata(
      type: element.type!, encodings: [], path: [element.name], compression: .snappy, valueCount: 10,
      uncompressedByteCount: 0, compressedByteCount: 0, dataPageOffset: 4, statistics: statistics)
    return ColumnChunkBounds(metadata, of: root.children[0], order: order).excludes(bound)
  }

  private static func element(
    _ type: PhysicalType, _ logicalType: LogicalType? = nil, length: Int32? = nil
  ) -> SchemaElement {
    SchemaElement(type: type, typeLength: length, name: "c", logicalType: logicalType)
  }

  private static func above(_ value: ColumnBound.Value, inclusive: Bool = true) -> ColumnBound {
    ColumnBound(column: 0, lower: .init(value, isInclusive: inclusive))
  }

  private static func below(_ value: ColumnBound.Value, inclusive: Bool = true) -> ColumnBound {
    ColumnBound(column: 0, upper: .init(value, isInclusive: inclusive))
  }

  private static let five = Statistics(nullCount: 0, max: [5, 0, 0, 0], min: [0xFF, 0xFF, 0xFF, 0xFF])

  @Test("A bound at the chunk's own is kept when it is inclusive")
  func edges() throws {
    let element = Self.element(.int32)
    #expect(try Self.prunes(element, Self.five, Self.above(.integer(6))))
    #expect(try !Self.prunes(element, Self.five, Self.above(.integer(5))))
    #expect(try Self.prunes(element, Self.five, Self.above(.integer(5), inclusive: false)))
    #expect(try Self.prunes(element, Self.five, Self.below(.integer(-2))))
    #expect(try !Self.prunes(element, Self.five, Self.below(.integer(-1))))
    #expect(try Self.prunes(element, Self.five, Self.below(.integer(-1), inclusive: false)))
    #expect(try !Self.prunes(element, Self.five, ColumnBound(column: 0)))
  }

  @Test("Bounds are read in the order of the type")
  func types() throws {
    let unsigned = Self.element(.int32, .integer(bitWidth: 32, isSigned: false))
    let large = Statistics(max: [0xFF, 0xFF, 0xFF, 0xFF], min: [0, 0, 0, 0x80])
    #expect(try Self.prunes(unsigned, large, Self.below(.integer(1000))))
    #expect(try !Self.prunes(unsigned, large, Self.above(.integer(4_000_000_000))))
    let text = Self.element(.byteArray, .string)
    let words = Statistics(max: Array("m".utf8), min: Array("b".utf8))
    #expect(try Self.prunes(text, words, Self.above(.bytes(Array("ma".utf8)))))
    #expect(try !Self.prunes(text, words, Self.above(.bytes(Array("lzz".utf8)))))
    let decimal = Self.element(.fixedLengthByteArray, .decimal(scale: 2, precision: 20), length: 9)
    let number = Statistics(max: [0, 0, 0, 0, 0, 0, 0, 1, 0], min: [UInt8](repeating: 0xFF, count: 9))
    #expect(try Self.prunes(decimal, number, Self.above(.integer(257))))
    #expect(try !Self.prunes(decimal, number, Self.below(.integer(-1))))
    let double = Self.element(.double)
    let half = Statistics(max: [0, 0, 0, 0, 0, 0, 0xE0, 0x3F], min: [0, 0, 0, 0, 0, 0, 0, 0x80])
    #expect(try Self.prunes(double, half, Self.above(.double(0.75))))
    #expect(try !Self.prunes(double, half, Self.below(.double(0))))
  }

  @Test("A chunk of nulls only is of no use to any bound")
  func nulls() throws {
    let allNull = Statistics(nullCount: 10)
    #expect(try Self.prunes(Self.element(.int32), allNull, Self.above(.integer(0))))
    #expect(try !Self.prunes(Self.element(.int32), Statistics(nullCount: 9), Self.above(.integer(0))))
  }

  @Test("Statistics that must not be believed are not")
  func unbelievable() throws {
    let bound = Self.above(.integer(100))
    let int32 = Self.element(.int32)
    let keeps = try [
      Self.prunes(int32, nil, bound),
      // No column order, or one that is not known.
      Self.prunes(int32, Self.five, order: nil, bound),
      Self.prunes(int32, Self.five, order: .unrecognized, bound),
      // Values of another size, and bounds that contradict each other.
      Self.prunes(int32, Statistics(max: [5]), bound),
      Self.prunes(int32, Statistics(max: [5, 0, 0, 0], min: [6, 0, 0, 0]), bound),
      // The deprecated bounds of types that were compared in the wrong order.
      Self.prunes(
        Self.element(.int32, .integer(bitWidth: 32, isSigned: false)),
        Statistics(deprecatedMax: [5, 0, 0, 0]), order: nil, bound),
      Self.prunes(
        Self.element(.byteArray, .string), Statistics(deprecatedMax: [0x61]), order: nil,
        Self.above(.bytes([0x62]))),
      // NaN, and a bound of another kind.
      Self.prunes(
        Self.element(.float), Statistics(max: [0, 0, 0xC0, 0x7F]), Self.above(.double(100))),
      Self.prunes(int32, Self.five, Self.above(.double(100))),
      // Annotations whose order is not that of the bytes, or that have none.
      Self.prunes(
        Self.element(.fixedLengthByteArray, .float16, length: 2), Statistics(max: [0, 0x3C]),
        Self.above(.bytes([0xFF, 0xFF]))),
      Self.prunes(
        Self.element(.byteArray, .geometry(crs: nil)), Statistics(max: [1]), Self.above(.bytes([2]))),
      Self.prunes(
        Self.element(.byteArray, .unrecognized(99)), Statistics(max: [1]), Self.above(.bytes([2]))),
    ]
    #expect(!keeps.contains(true))
    let old = Statistics(deprecatedMax: [5, 0, 0, 0], deprecatedMin: [0, 0, 0, 0])
    #expect(try Self.prunes(int32, old, order: nil, bound))
    let half = Self.element(.fixedLengthByteArray, .float16, length: 2)
    #expect(try Self.prunes(half, Statistics(max: [0, 0x3C]), Self.above(.double(1), inclusive: false)))
  }

  @Test("Row groups are left out, counted, and the others come whole")
  func scanning() throws {
    let source = try ParquetSource(path: TestFiles.fixture("pyarrow_v1"))
    let id = source.schema.index(of: "id")!
    let bound = ColumnBound(column: id, lower: .init(.integer(95 * 1_000_003), isInclusive: true))
    let scan = try source.scan(ScanRequest(columns: [id], bounds: [bound]))
    var rowCount = 0
    while let morsel = try scan.nextMorsel() { rowCount += try scan.read(morsel).rowCount }
    #expect(rowCount == 30)
    #expect(scan.progress.prunedRowGroupCount == 1)
    #expect(scan.progress.rowCount == 30)
  }
}
