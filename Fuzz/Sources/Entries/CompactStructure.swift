/// A structure in Thrift's compact protocol, written field by field.
struct CompactStructure {
  private(set) var bytes: [UInt8] = []
  private var lastField = 0

  /// The bytes with the mark of the end.
  var ended: [UInt8] { bytes + [0] }

  private static func varint(_ number: UInt64) -> [UInt8] {
    var (result, rest): ([UInt8], UInt64) = ([], number)
    while rest >= 0x80 {
      result.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return result + [UInt8(rest)]
  }

  private static func zigzag(_ number: Int) -> [UInt8] {
    varint(UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
  }

  /// Begins a field; identifiers ascend by less than 16.
  private mutating func begin(_ field: Int, type: UInt8) {
    bytes.append(UInt8(field - lastField) << 4 | type)
    lastField = field
  }

  mutating func put(_ field: Int, int32 number: Int) {
    begin(field, type: 5)
    bytes += Self.zigzag(number)
  }

  mutating func put(_ field: Int, int64 number: Int) {
    begin(field, type: 6)
    bytes += Self.zigzag(number)
  }

  mutating func put(_ field: Int, bool: Bool) { begin(field, type: bool ? 1 : 2) }

  mutating func put(_ field: Int, text: String) {
    begin(field, type: 8)
    bytes += Self.text(text)
  }

  mutating func put(_ field: Int, structure: CompactStructure) {
    begin(field, type: 12)
    bytes += structure.ended
  }

  mutating func put(_ field: Int, structures: [CompactStructure]) {
    put(field, type: 12, structures.map(\.ended))
  }

  mutating func put(_ field: Int, int32s: [Int]) { put(field, type: 5, int32s.map(Self.zigzag)) }

  mutating func put(_ field: Int, texts: [String]) { put(field, type: 8, texts.map(Self.text)) }

  /// Lists have fewer than 15 elements here.
  private mutating func put(_ field: Int, type: UInt8, _ elements: [[UInt8]]) {
    begin(field, type: 9)
    bytes.append(UInt8(elements.count) << 4 | type)
    for element in elements { bytes += element }
  }

  private static func text(_ text: String) -> [UInt8] { varint(UInt64(text.utf8.count)) + Array(text.utf8) }
}
