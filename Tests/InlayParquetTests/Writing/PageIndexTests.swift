import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("The page index of a written file")
struct PageIndexTests {
  /// A file in memory, its footer, and what was written into its columns.
  private struct Written {
    let bytes: Values<UInt8>
    let metadata: FileMetadata
    let columns: [Column]

    init(_ columns: [Column], _ options: ParquetWriterOptions) throws {
      let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
      let batch = RecordBatch(schema: schema, columns: columns, rowCount: columns[0].count)
      let bytes = try WrittenFiles.write([batch], schema: schema, options)
      self.bytes = Values(bytes)
      metadata = try WrittenFiles.metadata(bytes)
      self.columns = columns
    }

    func read<Struct: ThriftStruct>(_: Struct.Type, at offset: Int64, count: Int32) throws -> Struct {
      let start = Int(offset)
      var reader = ThriftReader(bytes.rawSpan.extracting(start..<start + Int(count)))
      let value = try Struct(reading: &reader)
      #expect(reader.remaining == 0)
      return value
    }
  }

  private static func written(seed: Int, distinctCount: Int) throws -> Written {
    var maker = RandomColumns(seed: seed)
    let columns = RandomColumns.types.map {
      maker.column($0, count: 700, distinctCount: distinctCount, nulls: .runs)
    }
    var options = ParquetWriterOptions()
    options.rowsPerGroup = 300
    options.rowsPerPage = 20
    return try Written(columns, options)
  }

  @Test(
    "Pages lie one behind the other, with sizes that count their headers, and their checksums hold",
    arguments: [3, 1 << 20])
  func locations(distinctCount: Int) throws {
    let file = try Self.written(seed: 1, distinctCount: distinctCount)
    for group in file.metadata.rowGroups {
      for chunk in group.columns {
        let metadata = try #require(chunk.metadata)
        let index = try file.read(
          OffsetIndex.self, at: #require(chunk.offsetIndexOffset), count: #require(chunk.offsetIndexByteCount)
        )
        var offset = metadata.dataPageOffset
        var row: Int64 = 0
        for location in index.pageLocations {
          #expect(location.offset == offset && location.firstRow == row)
          let header = try Self.checkedHeader(file.bytes, location)
          #expect(
            header.type == .data
              && header.data?.encoding == metadata.encodings.first { $0 != .plain && $0 != .rle } ?? .plain)
          offset += Int64(location.compressedByteCount)
          row += Int64(header.data?.valueCount ?? 0)
        }
        #expect(row == group.rowCount)
        let start = metadata.dictionaryPageOffset ?? metadata.dataPageOffset
        #expect(offset == start + metadata.compressedByteCount)
      }
    }
  }

  /// Reads the header of a page, and holds the page's size and checksum against it.
  private static func checkedHeader(_ bytes: Values<UInt8>, _ location: PageLocation) throws -> PageHeader {
    let start = Int(location.offset)
    let page = bytes.rawSpan.extracting(start..<start + Int(location.compressedByteCount))
    var reader = ThriftReader(page)
    let header = try PageHeader(reading: &reader)
    #expect(reader.remaining == Int(header.compressedByteCount))
    let checksum = CRC32.checksum(page.extracting(droppingFirst: reader.offset))
    #expect(header.checksum == checksum)
    return header
  }

  @Test(
    "The bounds of each page hold its values and are values where they say so", arguments: [3, 60, 1 << 20])
  func bounds(distinctCount: Int) throws {
    let file = try Self.written(seed: 2, distinctCount: distinctCount)
    for (position, column) in file.columns.enumerated() {
      let order = ColumnLayout(Field("c", column.type)).order
      var firstRow = 0
      for group in file.metadata.rowGroups {
        let chunk = group.columns[position]
        let offsets = try file.read(
          OffsetIndex.self, at: #require(chunk.offsetIndexOffset), count: #require(chunk.offsetIndexByteCount)
        )
        guard let indexOffset = chunk.columnIndexOffset else {
          #expect(order.mayLackBounds)
          firstRow += Int(group.rowCount)
          continue
        }
        let index = try file.read(
          ColumnIndex.self, at: indexOffset, count: #require(chunk.columnIndexByteCount))
        #expect(index.minValues.count == offsets.pageLocations.count)
        for page in offsets.pageLocations.indices {
          let start = firstRow + Int(offsets.pageLocations[page].firstRow)
          let end =
            page + 1 < offsets.pageLocations.count
            ? firstRow + Int(offsets.pageLocations[page + 1].firstRow) : firstRow + Int(group.rowCount)
          Self.check(index, page, PlainReference.values(column, start..<end), order)
        }
        Self.checkOrder(index, order)
        firstRow += Int(group.rowCount)
      }
    }
  }

  /// Holds the bounds of one page against its values in the plain encoding, nil for null.
  private static func check(_ index: ColumnIndex, _ page: Int, _ values: [[UInt8]?], _ order: ValueOrder) {
    let present = values.compactMap { $0 }
    #expect(index.nullCounts?[page] == Int64(values.count - present.count))
    #expect(index.nullPages[page] == present.isEmpty)
    let (low, high) = (index.minValues[page], index.maxValues[page])
    guard !present.isEmpty else {
      #expect(low.isEmpty && high.isEmpty)
      return
    }
    let numbers = present.filter { !order.isNaN($0) }
    for value in numbers {
      #expect(!order.isLess(value, low) && !order.isLess(high, value))
    }
    if order != .bytes {
      #expect(numbers.contains { !order.isLess(low, $0) } && numbers.contains { !order.isLess($0, high) })
    }
  }

  private static func checkOrder(_ index: ColumnIndex, _ order: ValueOrder) {
    let pages = index.nullPages.indices.filter { !index.nullPages[$0] }
    let pairs = zip(pages, pages.dropFirst())
    let ascends = pairs.allSatisfy { first, second in
      !order.isLess(index.minValues[second], index.minValues[first])
        && !order.isLess(index.maxValues[second], index.maxValues[first])
    }
    let descends = pairs.allSatisfy { first, second in
      !order.isLess(index.minValues[first], index.minValues[second])
        && !order.isLess(index.maxValues[first], index.maxValues[second])
    }
    #expect(index.boundaryOrder == (ascends ? .ascending : descends ? .descending : .unordered))
  }

  @Test(
    "Rising, falling and mixed pages are told apart; null pages do not count",
    arguments: [
      ([1, 2, nil, 2, 5], BoundaryOrder.ascending), ([9, nil, 4, 4, 1], .descending), ([3, 3], .ascending),
      ([1, 3, 2], .unordered), ([nil, nil], .ascending),
    ] as [([Int64?], BoundaryOrder)])
  func boundaryOrders(values: [Int64?], expected: BoundaryOrder) throws {
    var options = ParquetWriterOptions()
    options.rowsPerPage = 1
    let column = Column(
      type: .int64, storage: .int64(Values(values.map { $0 ?? 0 })),
      validity: Bitmap(values.map { $0 != nil }))
    let file = try Written([column], options)
    let chunk = file.metadata.rowGroups[0].columns[0]
    let index = try file.read(
      ColumnIndex.self, at: #require(chunk.columnIndexOffset), count: #require(chunk.columnIndexByteCount))
    #expect(index.boundaryOrder == expected)
    #expect(index.nullPages == values.map { $0 == nil })
  }
}

extension ValueOrder {
  /// Whether there are values that have no bounds: NaNs, or all of them.
  fileprivate var mayLackBounds: Bool {
    switch self {
    case .float16, .float, .double, .undefined: true
    default: false
    }
  }

  fileprivate func isNaN(_ bytes: [UInt8]) -> Bool {
    let word = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return switch self {
    case .float16: Float(halfBits: UInt16(word)).isNaN
    case .float: Float(bitPattern: UInt32(word)).isNaN
    case .double: Double(bitPattern: word).isNaN
    default: false
    }
  }
}

/// The plain encoding, one value at a time.
enum PlainReference {
  /// The bytes of the values at some rows without lengths, nil for null.
  static func values(_ column: Column, _ rows: Range<Int>) -> [[UInt8]?] {
    rows.map { column.isNull(at: $0) ? nil : value(column, $0) }
  }

  private static func value(_ column: Column, _ row: Int) -> [UInt8] {
    switch column.storage {
    case .boolean(let bits): [bits[row] ? 1 : 0]
    case .int8(let values): bytes(Int32(values[row]))
    case .int16(let values): bytes(Int32(values[row]))
    case .int32(let values): bytes(values[row])
    case .int64(let values): bytes(values[row])
    case .uint8(let values): bytes(UInt32(values[row]))
    case .uint16(let values) where column.type == .float16: bytes(values[row])
    case .uint16(let values): bytes(UInt32(values[row]))
    case .uint32(let values): bytes(values[row])
    case .uint64(let values): bytes(values[row])
    case .float(let values): bytes(values[row].bitPattern)
    case .double(let values): bytes(values[row].bitPattern)
    case .int128(let values): decimal(values[row], column.type)
    case .views(let values): values.bytes(at: row).copied()
    case .dictionary, .null, .list, .structure: []
    }
  }

  private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
  }

  private static func decimal(_ value: Int128, _ type: DataType) -> [UInt8] {
    guard case .decimal(let precision, _) = type else { return [] }
    switch precision {
    case ...9: return bytes(Int32(value))
    case ...18: return bytes(Int64(value))
    default:
      let width = ColumnLayout.byteWidth(ofDigits: precision)
      return (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> Int128($0 * 8)) }
    }
  }
}
