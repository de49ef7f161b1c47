import CInlayKernels
import InlayBytes

/// The bytes of a field that are its value, but for doubled quotes and escapes.
struct FieldValue {
  var start: Int
  var end: Int
  let isQuoted: Bool

  @inline(__always) var count: Int { end &- start }
}

extension FieldTable {
  /// Returns the value of a field: what its quotes enclose, or what is left when its blanks are trimmed.
  @inline(__always)
  func value(row: Int, column: Int) -> FieldValue {
    var (start, end) = bounds(row: row, column: column)
    if !isSimple { (start, end) = trimmed(row: row, column: column, start, end) }
    // Safe here and below: the offsets lie between the field's bounds, which lie in the chunk.
    if dialect.has_quote && end &- start >= 2, unsafe bytes[start] == dialect.quote {
      return FieldValue(start: start &+ 1, end: end &- 1, isQuoted: true)
    }
    return FieldValue(start: start, end: end, isQuoted: false)
  }

  /// Whether a field's bytes between its delimiters are its value or a quoted value.
  var isSimple: Bool { !dialect.has_escape && !dialect.trims_blanks }

  private func trimmed(row: Int, column: Int, _ first: Int, _ last: Int) -> (start: Int, end: Int) {
    var start = first
    var end = last
    if dialect.has_escape && column == columnCount - 1 {
      let whole = unsafe Int(positions[row * stride + column + 1])
      // A carriage return that is escaped is no part of the line end.
      if end < whole && escapeCount(before: end, from: start) % 2 == 1 { end = whole }
    }
    guard dialect.trims_blanks else { return (start, end) }
    while start < end, isBlank(start) { start += 1 }
    while end > start, isBlank(end - 1) { end -= 1 }
    return (start, end)
  }

  private func isBlank(_ offset: Int) -> Bool { unsafe bytes[offset] == 0x20 || bytes[offset] == 0x09 }

  private func escapeCount(before end: Int, from start: Int) -> Int {
    var place = end
    while place > start, unsafe bytes[place - 1] == dialect.escape { place -= 1 }
    return end - place
  }

  /// Whether a value has doubled quotes or escapes to be taken out.
  func needsUnquoting(_ value: FieldValue) -> Bool {
    if value.isQuoted && contains(dialect.quote, value) { return true }
    return dialect.has_escape && contains(dialect.escape, value)
  }

  /// Whether a value holds a byte; eight bytes at a time.
  private func contains(_ byte: UInt8, _ value: FieldValue) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    var offset = value.start
    while value.end &- offset >= 8 {
      // A byte of `difference` is zero where the byte stands; subtracting one from it borrows from its highest bit.
      let difference = unsafe UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self) ^ wanted
      if (difference &- ones) & ~difference & (ones << 7) != 0 { return true }
      offset &+= 8
    }
    while offset < value.end {
      if unsafe bytes[offset] == byte { return true }
      offset &+= 1
    }
    return false
  }

  /// Appends a value without the quotes and escapes that only protect the byte after them.
  func appendUnquoted(_ value: FieldValue, to text: inout ValueBuilder<UInt8>) {
    var offset = value.start
    while offset < value.end {
      var byte = unsafe bytes[offset]
      if offset + 1 < value.end {
        let next = unsafe bytes[offset + 1]
        let isDoubled = value.isQuoted && byte == dialect.quote && next == byte
        if isDoubled || (dialect.has_escape && byte == dialect.escape && isProtectable(next)) {
          byte = next
          offset += 1
        }
      }
      text.append(byte)
      offset += 1
    }
  }

  /// Whether an escape takes the meaning from a byte.
  private func isProtectable(_ byte: UInt8) -> Bool {
    byte == dialect.separator || (dialect.has_quote && byte == dialect.quote) || byte == dialect.escape
      || byte == 0x0D || byte == 0x0A
  }

  /// Calls `body` with the bytes of a value, unquoted.
  @inline(__always)
  func withBytes<Result>(
    of value: FieldValue, scratch: inout ValueBuilder<UInt8>, _ body: (RawSpan) throws -> Result
  ) rethrows -> Result {
    if (value.isQuoted || dialect.has_escape) && needsUnquoting(value) {
      scratch.truncate(to: 0)
      appendUnquoted(value, to: &scratch)
      return try body(scratch.rawSpan)
    }
    // Safe: the value lies in the chunk.
    return try body(
      unsafe RawSpan(_unsafeStart: UnsafeRawPointer(bytes + value.start), byteCount: value.count))
  }

  /// Whether a value's bytes, as they are, are one of some texts.
  func isAny(of texts: [Buffer], _ value: FieldValue) -> Bool {
    // Safe: the value lies in the chunk.
    let field = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(bytes + value.start), byteCount: value.count)
    for text in texts where field.hasSameBytes(as: text.bytes) { return true }
    return false
  }

  /// Returns the text of a value; bytes that are not UTF-8 become U+FFFD.
  func text(of value: FieldValue) -> String {
    var scratch = ValueBuilder<UInt8>()
    return withBytes(of: value, scratch: &scratch) { bytes in
      unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }
}
