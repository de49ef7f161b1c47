import ArgumentParser

/// A byte as one gives it on a command line.
struct ByteArgument: ExpressibleByArgument {
  let byte: UInt8

  private static let names: [String: UInt8] = [
    "comma": UInt8(ascii: ","), "tab": UInt8(ascii: "\t"), "pipe": UInt8(ascii: "|"),
    "semicolon": UInt8(ascii: ";"),
    "ctrla": 1, "\\t": UInt8(ascii: "\t"),
  ]

  init?(argument: String) {
    if let named = Self.names[argument] {
      byte = named
    } else if argument.hasPrefix("0x"), let value = UInt8(argument.dropFirst(2), radix: 16) {
      byte = value
    } else if argument.utf8.count == 1, let own = argument.utf8.first {
      byte = own
    } else {
      return nil
    }
  }
}

/// A byte, or `none`.
struct ByteOrNone: ExpressibleByArgument {
  let byte: UInt8?

  init(byte: UInt8?) { self.byte = byte }

  init?(argument: String) {
    if argument == "none" {
      byte = nil
    } else {
      guard let own = ByteArgument(argument: argument) else { return nil }
      byte = own.byte
    }
  }

  var defaultValueDescription: String { byte.map { String(UnicodeScalar($0)) } ?? "none" }
}
