import CInlayArrow
import InlayArrow
import InlayBytes
import InlayColumns
import Testing

@Suite("Batches by the Arrow C data interface")
struct ArrowRoundTripTests {
  private static let texts = Column(["short", nil, "a text of more than twelve bytes", ""])
  private static let bits = Column([true, nil, false, true])

  private static func bytes(_ type: DataType, width: Int) -> Column {
    var views = ViewBuilder()
    for byte in 0..<4 { views.append(Values([UInt8](repeating: UInt8(byte), count: width)).rawSpan) }
    return Column(type: type, storage: .views(views.freeze()), validity: Bitmap([true, true, false, true]))
  }

  private static let columns: [Column] = {
    let numbers = Values<Int64>([1, -2, 3, .max])
    let decimal = DataType.decimal(precision: 38, scale: 2)
    let list = DataType.list(Field("element", .string))
    let (key, value) = (Field("key", .string, isNullable: false), Field("value", .boolean))
    let pairs = Column(
      type: .structure([key, value]),
      storage: .structure(StructureValues(columns: [Column(["a", "b", "c", "d"]), bits], count: 4)))
    let offsets = Values<Int32>([0, 2, 2, 3, 4])
    return [
      bits, texts, Column([Int8(-1), 2, nil, 3]), Column([UInt16(1), 2, 3, 4]), Column([0.5, nil, .nan, -1]),
      Column(type: .timestamp(.micros, isUTC: true), storage: .int64(numbers)),
      Column(type: .timestamp(.nanos, isUTC: false), storage: .int64(numbers)),
      Column(type: .date, storage: .int32(Values([0, 1, -1, 20_000]))),
      Column(type: .time(.millis), storage: .int32(Values([0, 1, 2, 3]))),
      Column(type: .float16, storage: .uint16(Values([0, 0x3C00, 1, 2]))),
      Column(type: decimal, storage: .int128(Values([1, -2, 3, 1 << 100]))),
      bytes(.binary, width: 20), bytes(.fixedBinary(byteWidth: 5), width: 5),
      Column(type: .null, storage: .null(count: 4)),
      Column(type: list, storage: .list(ListValues(offsets: offsets, elements: texts))),
      Column(
        type: .map(key: key, value: value), storage: .list(ListValues(offsets: offsets, elements: pairs))),
      Column(
        type: .structure([Field("t", .string), Field("b", .boolean)]),
        storage: .structure(StructureValues(columns: [texts, bits], count: 4)),
        validity: Bitmap([true, false, true, true])),
      Column(
        type: .string,
        storage: .dictionary(DictionaryValues(base: DictionaryBase(texts), indices: Values([3, 2, 1, 0])))),
    ]
  }()

  private static let batch: RecordBatch = {
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type, isNullable: $0 % 2 == 0) })
    return RecordBatch(schema: schema, columns: columns, rowCount: 4)
  }()

  /// Hands a batch over and takes it back.
  private func passed(_ batch: RecordBatch) throws -> RecordBatch {
    var (schema, array) = unsafe (ArrowSchema(), ArrowArray())
    unsafe batch.exportArrow(schema: &schema, array: &array)
    defer { unsafe schema.release?(&schema) }
    let taken = unsafe try RecordBatch(importingArrow: &array, schema: &schema)
    #expect(unsafe array.release == nil)
    return taken
  }

  private func rows(_ batch: RecordBatch) -> [[String?]] {
    batch.columns.map { column in
      guard let texts = try? column.asText().texts() else { return [] }
      return Array(texts)
    }
  }

  @Test("What is handed over comes back as it was")
  func roundTrip() throws {
    let taken = try passed(Self.batch)
    #expect(taken.schema == Self.batch.schema)
    #expect(rows(taken) == rows(Self.batch))
    #expect(taken.columns[17].nullCount == 1)
  }

  @Test("A slice that begins anywhere is handed over", arguments: 0..<4)
  func slices(start: Int) throws {
    let slice = Self.batch.slice(start..<4)
    #expect(try rows(passed(slice)) == rows(slice))
    #expect(try rows(passed(slice).slice(0..<1)) == rows(slice.slice(0..<1)))
  }

  @Test("Numbers and texts are not copied, in either direction")
  func sharing() throws {
    let batch = try RecordBatch(columns: [
      "n": Column(Array(0..<1_000)),
      "t": Column((0..<1_000).map { "a text of more than twelve bytes, \($0)" }),
    ])
    let taken = try passed(batch)
    guard case .int64(let mine) = batch.columns[0].storage,
      case .int64(let theirs) = taken.columns[0].storage,
      case .views(let myTexts) = batch.columns[1].storage,
      case .views(let theirTexts) = taken.columns[1].storage
    else { return #expect(Bool(false)) }
    #expect(unsafe mine.buffer.baseAddress == theirs.buffer.baseAddress)
    #expect(unsafe myTexts.views.buffer.baseAddress == theirTexts.views.buffer.baseAddress)
    #expect(
      unsafe myTexts.buffers.map { unsafe $0.baseAddress } == theirTexts.buffers.map { unsafe $0.baseAddress }
    )
  }

  @Test("A child that was moved away outlives its parent")
  func movedChild() throws {
    var (schema, array) = unsafe (ArrowSchema(), ArrowArray())
    let batch = try RecordBatch(columns: ["a": Column([1, 2]), "b": Column([3, 4])])
    unsafe batch.exportArrow(schema: &schema, array: &array)
    let child = unsafe try #require(array.children[1])
    var moved = unsafe child.pointee
    unsafe child.pointee.release = nil
    unsafe array.release(&array)
    unsafe schema.release(&schema)
    #expect(unsafe array.release == nil && schema.release == nil)
    let values = unsafe try #require(moved.buffers[1])
    #expect(unsafe values.load(fromByteOffset: 8, as: Int64.self) == 4)
    unsafe moved.release(&moved)
  }

  @Test("A stream gives its batches, its error, and its end")
  func streams() throws {
    let left = Gate(3)
    let batch = Self.batch
    var stream = unsafe ArrowArrayStream()
    unsafe ArrowStreamExport.export(schema: batch.schema, to: &stream) {
      try left.withLock { left in
        left -= 1
        if left == 0 { throw InlayError(.corrupt, "the row is broken") }
        return batch
      }
    }
    let source = unsafe try ArrowStreamSource(taking: &stream)
    #expect(unsafe stream.release == nil)
    #expect(source.schema == batch.schema)
    let scan = try source.scan(ScanRequest(columns: [1, 17]))
    for _ in 0..<2 {
      let morsel = try #require(try scan.nextMorsel())
      #expect(try rows(scan.read(morsel)) == rows(batch.selecting([1, 17])))
    }
    let error = #expect(throws: InlayError.self) { try scan.nextMorsel() }
    #expect(error?.message == "the other library's stream failed with 5: the row is broken")
    let again = #expect(throws: InlayError.self) { try source.scan(ScanRequest(columns: [])) }
    #expect(again?.message == "a stream gives its rows once: collect them to use them again")
  }
}
