import InlayBytes

/// The name of a folder that tells the value of a column: `key=value`, as Hive began it and Spark writes it.
public struct PartitionName: Hashable, Sendable {
  /// The name of the column.
  public var key: String
  /// The value as text; nil for null.
  public var value: String?

  /// What stands for null.
  public static let null = "__HIVE_DEFAULT_PARTITION__"

  /// Names a value of a column.
  public init(key: String, value: String?) {
    self.key = key
    self.value = value
  }

  /// Reads the name of a folder; nil when it is not of this form.
  ///
  /// `%` and two hexadecimal digits stand for a byte, where all bytes together are UTF-8.
  public init?(folder name: String) {
    guard let separator = name.firstIndex(of: "="), separator > name.startIndex else { return nil }
    key = Self.decoded(name[..<separator])
    let text = name[name.index(after: separator)...]
    value = text == Self.null ? nil : Self.decoded(text)
  }

  /// The folder's name: one that is never hidden, and never leads anywhere but into its folder.
  ///
  /// The characters that Spark writes as `%` and two digits are written so here (`ExternalCatalogUtils`), and a NUL. As
  /// in Spark an empty text is null: a reader cannot tell them apart.
  public var folder: String {
    let key = Self.encoded(key)
    // A name that begins with a dot is passed over by readers.
    return (key.hasPrefix(".") ? "%2E" + key.dropFirst() : key) + "=" + encodedValue
  }

  private var encodedValue: String {
    guard let value, !value.isEmpty else { return Self.null }
    return value == Self.null ? "%5F" + value.dropFirst() : Self.encoded(value)
  }

  private static let escaped = Set("\"#%'*/:=?\\\u{7F}{[]^".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x20 || escaped.contains(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.count,
        let high = HexadecimalDigits.value(of: bytes[position + 1]),
        let low = HexadecimalDigits.value(of: bytes[position + 2])
      {
        result.append(high << 4 | low)
        position += 3
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? String(text)
  }
}
