import CInlayArrow
import InlayArrow
import InlayBytes
import InlayColumns
import Testing

/// Structures that break the rules as no change of a sound one does.
@Suite("Refused Arrow structures")
struct ArrowRefusalTests {
  private static let start = "the Arrow structure cannot be taken: "

  /// A type with nothing but a format, and a release that does nothing.
  private static func type(_ format: StaticString?) -> ArrowSchema {
    var schema = unsafe ArrowSchema()
    if let format {
      unsafe schema.format = UnsafeRawPointer(format.utf8Start).assumingMemoryBound(to: CChar.self)
    }
    unsafe schema.release = { _ in }
    return unsafe schema
  }

  /// What is said of a type.
  private static func message(_ schema: consuming ArrowSchema) -> String? {
    var schema = unsafe schema
    return unsafe #expect(throws: InlayError.self) { unsafe try Schema(importingArrow: &schema) }?.message
  }

  /// What is said of a type that has another one within, or as its dictionary.
  private static func message(
    _ format: StaticString, within inner: StaticString, isDictionary: Bool = false
  ) -> String? {
    var inner = unsafe type(inner)
    return unsafe withUnsafeMutablePointer(to: &inner) { inner in
      var outer = unsafe type(format)
      if isDictionary {
        unsafe outer.dictionary = inner
        return unsafe message(outer)
      }
      var children: UnsafeMutablePointer<ArrowSchema>? = unsafe inner
      return unsafe withUnsafeMutablePointer(to: &children) { children in
        unsafe outer.children = children
        unsafe outer.n_children = 1
        return unsafe message(outer)
      }
    }
  }

  @Test("Types that are not described")
  func types() {
    #expect(
      unsafe Self.message(ArrowSchema()) == Self.start
        + "a type was released before it was read, or is missing")
    #expect(unsafe Self.message(Self.type(nil)) == Self.start + "a type has no format")
    #expect(unsafe Self.message(Self.type("l")) == Self.start + "rows are structures")
    var counted = unsafe Self.type("+s")
    unsafe counted.n_children = -1
    #expect(unsafe Self.message(counted) == Self.start + "a type has -1 types within")
    unsafe counted.n_children = 1
    #expect(unsafe Self.message(counted) == Self.start + "a type lacks the types within")
  }

  @Test("Types within types that they do not go with")
  func nestedTypes() {
    #expect(Self.message("l", within: "l") == Self.start + "a flat type has types within: ")
    #expect(Self.message("+m", within: "l") == Self.start + "a map is made of pairs: ")
    #expect(
      Self.message("g", within: "u", isDictionary: true)
        == "positions of the format g has no column type here: cast the column before it is handed over")
  }

  @Test("Types within types, at the limit and beyond")
  func depth() {
    func message(_ depth: Int) -> String? {
      let type = (0..<depth).reduce(DataType.int32) { type, _ in .list(Field("element", type)) }
      var schema = unsafe ArrowSchema()
      unsafe Schema([Field("a", type)]).exportArrow(to: &schema)
      defer { unsafe schema.release(&schema) }
      do {
        _ = unsafe try Schema(importingArrow: &schema)
        return nil
      } catch { return (error as? InlayError)?.message }
    }
    #expect(message(62) == nil)
    #expect(message(63) == "types within types are read to 64 levels")
  }

  @Test("What was released, and streams that lack a call or fail")
  func streams() {
    var schema = unsafe ArrowSchema()
    unsafe Schema([Field("a", .int64)]).exportArrow(to: &schema)
    defer { unsafe schema.release(&schema) }
    var array = unsafe ArrowArray()
    let released = #expect(throws: InlayError.self) {
      unsafe try RecordBatch(importingArrow: &array, schema: &schema)
    }
    #expect(released?.message == Self.start + "the values were released before they were taken")
    var stream = unsafe ArrowArrayStream()
    let lacking = #expect(throws: InlayError.self) { unsafe try ArrowStreamSource(taking: &stream) }
    #expect(lacking?.message == Self.start + "the stream was released before it was taken, or lacks a call")
    unsafe stream.release = { _ in }
    unsafe stream.get_next = { _, _ in 5 }
    unsafe stream.get_schema = { _, _ in 5 }
    let failing = #expect(throws: InlayError.self) { unsafe try ArrowStreamSource(taking: &stream) }
    #expect(failing?.message == "the other library's stream failed with 5: no reason is given")
  }
}

extension HostileArrowTests {
  private static func format(_ text: StaticString) -> UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  @Test("Dictionaries, lists and values that cannot be")
  func furtherPlaces() throws {
    #expect(
      try error(Self.words) { unsafe $1.pointee.dictionary.pointee.length = 0 } == "its dictionary is empty")
    #expect(
      try error(Self.numbers) { type, _ in unsafe type.pointee.format = Self.format("tdm") }
        == "a value is outside its column type")
    #expect(
      try error(Self.lists) { type, _ in unsafe type.pointee.format = Self.format("+w:2147483647") }
        == "its lists are too long")
    #expect(
      try error(Self.numbers) { type, array in
        unsafe type.pointee.format = Self.format("w:1000")
        unsafe array.pointee.offset = 1 << 54
      } == "its values are too many")
    #expect(
      try error(Self.texts) { unsafe $1.pointee.n_buffers = 2 } == "it lacks the lengths of its buffers")
  }

  @Test("Lengths within buffers that cannot be")
  func lengths() throws {
    func fresh(_ column: Column) -> Column { column.gathered(Values((0..<UInt32(column.count)).map { $0 })) }
    func store(_ array: UnsafeMutablePointer<ArrowArray>, _ buffer: Int, _ values: [Int64]) {
      // The buffers are the test's own, and nobody else looks at them.
      let bytes = unsafe UnsafeMutableRawPointer(mutating: array.pointee.buffers[buffer])
      for (index, value) in values.enumerated() {
        unsafe bytes?.storeBytes(of: value, toByteOffset: index * 8, as: Int64.self)
      }
    }
    #expect(
      try error(fresh(Self.texts)) { _, array in
        unsafe store(array, Int(array.pointee.n_buffers) - 1, [-1])
      } == "a buffer's length is negative")
    #expect(
      try error(fresh(Self.texts)) { type, array in
        unsafe type.pointee.format = Self.format("U")
        unsafe store(array, 1, [0, 1 << 31, 1 << 31])
      } == "a value is longer than 2 GiB")
  }
}
