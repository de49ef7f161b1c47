@testable import InlayCSV

/// A slow parser that follows the rules one byte at a time, from left to right: what the fast one is compared with.
struct ReferenceParser {
  /// A record that is neither an empty line nor a comment.
  struct Record: Equatable {
    var fields: [[UInt8]] = []
    var isBroken = false
  }

  private let bytes: [UInt8]
  private let options: CSVOptions
  private var at = 0

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ bytes: [UInt8], _ options: CSVOptions) {
    self.bytes = bytes
    self.options = options
  }

  mutating func records() -> [Record] {
    var records: [Record] = []
    while at < bytes.count {
      if bytes[at] == options.comment {
        skipLine()
      } else if isAtLineEnd {
        skipLine()
      } else {
        records.append(record())
      }
    }
    return records
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }
  private var next: UInt8? { at + 1 < bytes.count ? bytes[at + 1] : nil }
  /// At LF, CRLF, a CR that ends the text, or the end.
  private var isAtLineEnd: Bool {
    byte == nil || byte == Self.lineFeed
      || (byte == Self.carriageReturn && (next == nil || next == Self.lineFeed))
  }
  private var isBlank: Bool {
    options.trimsBlanks && (byte == 0x20 || byte == 0x09) && byte != options.separator
  }

  private mutating func skipLine() {
    while let byte, byte != Self.lineFeed { at += 1 }
    at += 1
  }

  private mutating func record() -> Record {
    var record = Record()
    while true {
      record.fields.append(field(&record.isBroken))
      if byte == options.separator {
        at += 1
        continue
      }
      if byte == Self.carriageReturn { at += 1 }
      at += 1
      return record
    }
  }

  private mutating func field(_ isBroken: inout Bool) -> [UInt8] {
    let start = at
    while isBlank { at += 1 }
    if let quote = options.quote, byte == quote {
      at += 1
      return quoted(quote, &isBroken)
    }
    at = start
    return trimmed(unquoted())
  }

  /// Reads up to a separator or a line end.
  private mutating func unquoted() -> [UInt8] {
    var value: [UInt8] = []
    while let byte, byte != options.separator, !isAtLineEnd {
      value.append(contentsOf: piece(byte))
    }
    return value
  }

  /// Reads a byte, or an escape and what it protects.
  private mutating func piece(_ byte: UInt8) -> [UInt8] {
    at += 1
    guard byte == escape, let protected = self.byte else { return [byte] }
    at += 1
    let isSpecial =
      protected == options.separator || protected == options.quote || protected == escape
      || protected == Self.lineFeed || protected == Self.carriageReturn
    return isSpecial ? [protected] : [byte, protected]
  }

  private var escape: UInt8? { options.escape == options.quote ? nil : options.escape }

  private mutating func quoted(_ quote: UInt8, _ isBroken: inout Bool) -> [UInt8] {
    var value: [UInt8] = []
    while let byte {
      if byte == quote && next == quote {
        value.append(quote)
        at += 2
      } else if byte == quote {
        at += 1
        while isBlank { at += 1 }
        if self.byte != options.separator && !isAtLineEnd {
          isBroken = true
          value += unquoted()
        }
        return value
      } else {
        value += piece(byte)
      }
    }
    isBroken = true
    return value
  }

  private func trimmed(_ value: [UInt8]) -> [UInt8] {
    guard options.trimsBlanks else { return value }
    let start = value.drop { $0 == 0x20 || $0 == 0x09 }
    return start.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()
  }
}
