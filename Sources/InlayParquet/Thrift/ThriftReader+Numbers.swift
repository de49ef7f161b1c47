import InlayBytes

extension ThriftReader {
  mutating func byte() throws -> UInt8 {
    guard remaining > 0 else { throw corrupt("the metadata end in the middle of a value") }
    defer { offset += 1 }
    return bytes.byte(at: offset)
  }

  /// Reads an unsigned integer of 7 bits a byte, at most 10 bytes.
  mutating func varint() throws -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 70, by: 7) {
      let byte = try byte()
      if shift == 63 && byte > 1 { break }
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return value }
    }
    throw corrupt("a number in the metadata is longer than 64 bits")
  }

  /// Reads a signed integer: the sign is the lowest bit.
  mutating func zigzag<Integer: FixedWidthInteger>(_: Integer.Type) throws -> Integer {
    let raw = try varint()
    let value = Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
    guard let value = Integer(exactly: value) else {
      throw corrupt("a number in the metadata does not fit its type: \(value)")
    }
    return value
  }

  /// Reads a length and compares it with what is left, at `byteCount` bytes an element.
  mutating func length(of what: String, elementByteCount: Int = 1) throws -> Int {
    let count = try varint()
    guard count <= UInt64(remaining / elementByteCount) else {
      throw corrupt("\(what) in the metadata is longer than the bytes that are left: \(count)")
    }
    return Int(count)
  }

  mutating func binary() throws -> Range<Int> {
    let count = try length(of: "a text")
    defer { offset += count }
    return offset..<offset + count
  }

  /// Returns the text at a range, with U+FFFD in the place of bytes that are not UTF-8.
  mutating func text(_ range: Range<Int>) -> String {
    let slice = bytes.extracting(range)
    let text = unsafe slice.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    if !slice.isUTF8 { noteInvalidText(text, at: range) }
    return text
  }

  func array(_ range: Range<Int>) -> [UInt8] {
    let slice = bytes.extracting(range)
    return unsafe slice.withUnsafeBytes { unsafe [UInt8]($0) }
  }
}
