/// How values or levels are laid out in a page. A number that is not known is kept, so that it can be named.
public struct Encoding: RawRepresentable, Hashable, Sendable {
  /// The number in the format.
  public let rawValue: Int32

  /// Makes an encoding from its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// One value after the other.
  public static let plain = Encoding(rawValue: 0)
  /// The older number for a dictionary page and for indices into it.
  public static let plainDictionary = Encoding(rawValue: 2)
  /// Runs of equal values and bit-packed groups.
  public static let rle = Encoding(rawValue: 3)
  /// Bit-packed levels, deprecated.
  public static let bitPacked = Encoding(rawValue: 4)
  /// Differences of integers, bit-packed in blocks.
  public static let deltaBinaryPacked = Encoding(rawValue: 5)
  /// The lengths as differences, then the bytes.
  public static let deltaLengthByteArray = Encoding(rawValue: 6)
  /// The lengths shared with the value before, then the rest.
  public static let deltaByteArray = Encoding(rawValue: 7)
  /// Indices into the dictionary page.
  public static let rleDictionary = Encoding(rawValue: 8)
  /// The first bytes of all values, then the second ones, and so on.
  public static let byteStreamSplit = Encoding(rawValue: 9)
  /// Decimal-like floating-point numbers as packed integers.
  public static let alp = Encoding(rawValue: 10)
}

extension Encoding: CustomStringConvertible {
  private static let names: [Encoding: String] = [
    .plain: "PLAIN", .plainDictionary: "PLAIN_DICTIONARY", .rle: "RLE", .bitPacked: "BIT_PACKED",
    .deltaBinaryPacked: "DELTA_BINARY_PACKED", .deltaLengthByteArray: "DELTA_LENGTH_BYTE_ARRAY",
    .deltaByteArray: "DELTA_BYTE_ARRAY", .rleDictionary: "RLE_DICTIONARY",
    .byteStreamSplit: "BYTE_STREAM_SPLIT", .alp: "ALP",
  ]

  /// Finds an encoding by its name in the format; nil when there is none of that name.
  public init?(name: String) {
    guard let encoding = Self.names.first(where: { $0.value == name })?.key else { return nil }
    self = encoding
  }

  /// The name in the format, or the number when it is not known.
  public var description: String { Self.names[self] ?? "encoding \(rawValue)" }
}
