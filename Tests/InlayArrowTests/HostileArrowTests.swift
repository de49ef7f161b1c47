import CInlayArrow
import InlayArrow
import InlayBytes
import InlayColumns
import Testing

/// Structures that break the rules, each by one member of one that does not.
@Suite("Hostile Arrow structures")
struct HostileArrowTests {
  /// Hands a column over with something changed; returns the error, and checks that all memory is let go once.
  func error(
    _ column: Column,
    _ change: (UnsafeMutablePointer<ArrowSchema>, UnsafeMutablePointer<ArrowArray>) -> Void
  ) throws -> String? {
    let released = Gate(0)
    var (schema, array) = unsafe (ArrowSchema(), ArrowArray())
    unsafe try watched(column, released).exportArrow(schema: &schema, array: &array)
    let type = unsafe try #require(schema.children[0])
    let values = unsafe try #require(array.children[0])
    unsafe change(type, values)
    var message: String?
    do {
      let batch = unsafe try RecordBatch(importingArrow: &array, schema: &schema)
      _ = batch.columns.map { $0.asText() }
    } catch { message = (error as? InlayError)?.description }
    #expect(unsafe array.release == nil)
    unsafe schema.release(&schema)
    #expect(released.withLock { $0 } == 1)
    let start = "the Arrow structure cannot be taken: "
    return message.map { $0.replacing("column x: ", with: "").replacing(start, with: "") }
  }

  /// A batch of the column, and of one that tells when it is let go.
  private func watched(_ column: Column, _ released: Gate<Int>) throws -> RecordBatch {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 8 * column.count, alignment: 8)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: 8 * column.count)
    let address = UInt(bitPattern: memory)
    let buffer = unsafe Buffer(foreign: memory, count: 8 * column.count) {
      released.withLock { $0 += 1 }
      unsafe UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
    }
    let watch = Column(type: .int64, storage: .int64(Values(buffer: buffer, count: column.count)))
    return try RecordBatch(columns: ["x": column, "watch": watch])
  }

  static let numbers = Column([1, nil, 3])
  static let texts = Column(["a text of more than twelve bytes", "b"])
  static let lists = Column(
    type: .list(Field("element", .int64)),
    storage: .list(ListValues(offsets: Values([0, 1, 3]), elements: Column([1, 2, 3]))))
  static let words = Column(
    type: .string,
    storage: .dictionary(DictionaryValues(base: DictionaryBase(texts), indices: Values([0, 1, 0]))))

  @Test("Nothing changed is no error, and all memory is let go")
  func sound() throws {
    for column in [Self.numbers, Self.texts, Self.lists, Self.words] {
      #expect(try unsafe error(column) { _, _ in } == nil)
    }
  }

  @Test("Lengths, counts and missing buffers are found")
  func counts() throws {
    #expect(
      try unsafe error(Self.numbers) { unsafe $1.pointee.length = -1 }
        == "its length or offset is not possible")
    #expect(
      try unsafe error(Self.numbers) { unsafe $1.pointee.offset = .max }
        == "its length or offset is not possible")
    #expect(
      try unsafe error(Self.numbers) { unsafe $1.pointee.length = 2 }
        == "a field has fewer values than its structure")
    #expect(try unsafe error(Self.numbers) { unsafe $1.pointee.n_buffers = 1 } == "it lacks its buffer 1")
    #expect(
      try unsafe error(Self.numbers) { unsafe $1.pointee.buffers[1] = nil } == "its buffer 1 has no address")
    #expect(
      try unsafe error(Self.numbers) { unsafe $1.pointee.buffers[0] = nil }
        == "it has nulls, and no bitmap that says which")
    #expect(try unsafe error(Self.lists) { unsafe $1.pointee.n_children = 0 } == "it lacks the values within")
  }

  @Test("Offsets, views and positions that lead outside are found")
  func places() throws {
    func with<Value: BitwiseCopyable>(
      _ array: UnsafeMutablePointer<ArrowArray>, _ index: Int, _ buffer: Int, _ value: Value
    ) {
      // The buffers are the test's own, and nobody else looks at them.
      let bytes = unsafe UnsafeMutableRawPointer(mutating: array.pointee.buffers[buffer])
      unsafe bytes?.storeBytes(of: value, toByteOffset: index * MemoryLayout<Value>.stride, as: Value.self)
    }
    func fresh(_ column: Column) -> Column { column.gathered(Values((0..<UInt32(column.count)).map { $0 })) }
    #expect(
      try unsafe error(fresh(Self.lists)) { unsafe with($1, 2, 1, Int32(4)) }
        == "its offsets do not ascend, or are beyond its elements")
    #expect(
      try unsafe error(fresh(Self.lists)) { unsafe with($1, 0, 1, Int32(-1)) }
        == "its offsets do not ascend, or are beyond its elements")
    #expect(
      try unsafe error(fresh(Self.texts)) { unsafe with($1, 3, 1, Int32(1 << 20)) }
        == "its view 0 is outside its buffers")
    #expect(
      try unsafe error(fresh(Self.texts)) { unsafe with($1, 2, 1, Int32(7)) }
        == "its view 0 is outside its buffers")
    #expect(
      try unsafe error(fresh(Self.words)) { unsafe with($1, 0, 1, UInt32(2)) }
        == "a position is beyond its dictionary")
  }

  @Test("Types that are none, or not known here, are refused")
  func types() throws {
    func named(_ format: StaticString) throws -> String? {
      try unsafe error(Self.numbers) { type, _ in
        let start = unsafe UnsafeRawPointer(format.utf8Start).assumingMemoryBound(to: CChar.self)
        let old = unsafe type.pointee.format
        unsafe type.pointee.format = start
        _ = unsafe old
      }
    }
    for format: StaticString in ["+ud:1", "d:40,2", "d:5,9", "w:0", "w:x", "tDs", "+w:-1", ""] {
      #expect(try named(format)?.contains("has no column type here") == true)
    }
    #expect(try named("+s") == "it lacks the values within" || named("+s") == nil)
  }

  @Test("What was released is not taken")
  func released() throws {
    var (schema, array) = unsafe (ArrowSchema(), ArrowArray())
    let taken = #expect(throws: InlayError.self) {
      unsafe try RecordBatch(importingArrow: &array, schema: &schema)
    }
    #expect(taken?.code == .corrupt)
    var stream = unsafe ArrowArrayStream()
    #expect(throws: InlayError.self) { unsafe try ArrowStreamSource(taking: &stream) }
    unsafe Schema([Field("a", .int64)]).exportArrow(to: &schema)
    #expect(throws: InlayError.self) { unsafe try RecordBatch(importingArrow: &array, schema: &schema) }
    unsafe schema.release(&schema)
  }
}
