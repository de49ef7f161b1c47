import InlayBytes
import Testing

@testable import InlayParquet

@Suite("Thrift's compact protocol")
struct ThriftTests {
  /// Reads a struct from bytes.
  static func read<Value: ThriftStruct>(_ bytes: [UInt8], as _: Value.Type = Value.self) throws -> Value {
    let buffer = Values(bytes).buffer
    var reader = ThriftReader(buffer.bytes, fileOffset: 100)
    return try Value(reading: &reader)
  }

  static func write(_ value: some ThriftStruct) -> [UInt8] {
    let bytes = ThriftWriter.bytes(of: value)
    return (0..<bytes.count).map { bytes[$0] }
  }

  @Test("A struct has the bytes that the protocol defines")
  func bytes() throws {
    let value = KeyValue(key: "k", value: "vé")
    let bytes: [UInt8] = [0x18, 1, 0x6B, 0x18, 3, 0x76, 0xC3, 0xA9, 0]
    #expect(Self.write(value) == bytes)
    #expect(try Self.read(bytes) == value)
  }

  @Test("Fields that are not known are skipped, whatever they hold")
  func unknownFields() throws {
    let bytes: [UInt8] = [
      0x18, 1, 0x6B,  // 1: "k"
      0x39, 0x2C, 0x15, 2, 0, 0,  // 4: list of two structs
      0x1B, 1, 0x85, 1, 0x6B, 4,  // 5: map of one binary to i32
      0x17, 0, 0, 0, 0, 0, 0, 0, 0,  // 6: double
      0x11,  // 7: true
      0x1D, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,  // 8: uuid
      0x1A, 0x23, 1, 2,  // 9: set of two i8
      0x08, 4, 1, 0x76,  // 2: "v", with its number in full
      0,
    ]
    #expect(try Self.read(bytes) == KeyValue(key: "k", value: "v"))
  }

  @Test("A known field of another wire type counts as absent")
  func wrongTypes() throws {
    #expect(try Self.read([0x18, 1, 0x6B, 0x15, 2, 0]) == KeyValue(key: "k"))
    let error = #expect(throws: InlayError.self) { try Self.read([0x15, 2, 0], as: KeyValue.self) }
    #expect(error?.description == "byte 103: the metadata lack a required field: KeyValue.key")
  }

  @Test(
    "Every way to break the bytes is an error that says where and what",
    arguments: [
      ([0x18, 1], "byte 102: a text in the metadata is longer than the bytes that are left: 1"),
      ([0x18], "byte 101: the metadata end in the middle of a value"),
      (
        [0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        "byte 106: a text in the metadata is longer than the bytes that are left: 4294967295"
      ),
      (
        [0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02],
        "byte 111: a number in the metadata is longer than 64 bits"
      ),
      ([0x1E, 0], "byte 101: the metadata hold a value of a wire type that Thrift does not have: 14"),
      (
        [0x39, 0xFC, 0x80, 0x80, 0x04],
        "byte 105: a list in the metadata is longer than the bytes that are left: 65536"
      ),
      ([0x3B, 5, 0x88, 0], "byte 102: a map in the metadata is longer than the bytes that are left: 5"),
      ([0x05, 0xFE, 0xFF, 0x03, 2, 0x15], "byte 106: a field's number in the metadata is out of range"),
    ] as [([UInt8], String)])
  func broken(bytes: [UInt8], message: String) {
    let error = #expect(throws: InlayError.self) { try Self.read(bytes, as: KeyValue.self) }
    #expect(error?.description == message)
  }

  @Test("Elements of one byte that take hundreds in memory are not believed without end")
  func allowance() {
    let count = 200_000
    let length: [UInt8] = [UInt8(count & 0x7F) | 0x80, UInt8(count >> 7 & 0x7F) | 0x80, UInt8(count >> 14)]
    // A row group with column chunks that have no fields.
    let bytes = [0x19, 0xFC] + length + [UInt8](repeating: 0, count: count) + [0x16, 2, 0x16, 2, 0]
    let error = #expect(throws: InlayError.self) { try Self.read(bytes, as: RowGroup.self) }
    #expect(error?.message == "the metadata hold far more elements than a writer leaves so empty")
  }

  @Test("Nesting has a limit, in structs and in lists")
  func nesting() {
    for level: [UInt8] in [[0x3C], [0x39, 0x19]] {
      let bytes = level + [UInt8](repeating: level.last!, count: 100_000)
      let error = #expect(throws: InlayError.self) { try Self.read(bytes, as: KeyValue.self) }
      #expect(error?.message == "the metadata nest deeper than 64 levels")
    }
  }
}
