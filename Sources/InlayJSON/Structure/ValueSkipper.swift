import InlayBytes

/// Finds where a JSON value ends by its brackets and quotes alone; what stands between them is not checked.
///
/// The text may come in parts: the state goes on where the last part ended.
struct ValueSkipper {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Moves a position to the end of the value in `bytes`, and returns it; nil when the value does not end there.
  mutating func end(in bytes: RawSpan, from start: inout Int) -> Int? {
    var position = start
    let count = bytes.byteCount
    defer { start = position }
    while position < count {
      if isInString {
        guard skipString(bytes, &position) else { return nil }
        if depth == 0 { return position }
        continue
      }
      // Safe: the position is less than the number of bytes.
      let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: position, as: UInt8.self)
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The bracket of what the value is in ends a number or word.
        guard depth > 0 else { return position }
        depth &-= 1
        if depth == 0 {
          position &+= 1
          return position
        }
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09:
        if depth == 0 { return position }
      default: break
      }
      position &+= 1
    }
    return nil
  }

  /// Whether the value can end where the text does: a number or a word can.
  var canEnd: Bool { depth == 0 && !isInString }

  /// Moves behind the closing quote of a string; returns whether it was there.
  private mutating func skipString(_ bytes: RawSpan, _ position: inout Int) -> Bool {
    let count = bytes.byteCount
    while position < count {
      // Safe: the position is less than the number of bytes.
      let byte = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: position, as: UInt8.self)
      position &+= 1
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        return true
      }
    }
    return false
  }
}
