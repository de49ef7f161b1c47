/// Decisions that are taken from the bytes of an input, one after the other; zeros when they have run out.
struct Choices {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all bytes are taken.
  var isAtEnd: Bool { position >= bytes.count }

  mutating func byte() -> UInt8 {
    guard position < bytes.count else { return 0 }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func bool() -> Bool { byte() & 1 == 1 }

  /// A number from 0 up to a bound of at most 256.
  mutating func number(below bound: Int) -> Int { Int(byte()) % bound }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }

  /// An integer of any width, the least significant byte first.
  mutating func integer<Integer: FixedWidthInteger>(_: Integer.Type = Integer.self) -> Integer {
    var result: Integer = 0
    for index in 0..<Integer.bitWidth / 8 { result |= Integer(truncatingIfNeeded: byte()) << (8 * index) }
    return result
  }

  /// The next bytes, as many as there are of them.
  mutating func bytes(_ count: Int) -> [UInt8] {
    let taken = bytes[min(position, bytes.count)...].prefix(count)
    position += taken.count
    return Array(taken)
  }

  /// All bytes that are left.
  mutating func rest() -> [UInt8] { bytes(bytes.count) }
}
