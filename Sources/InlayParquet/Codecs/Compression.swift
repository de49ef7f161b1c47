/// How pages are compressed: `CompressionCodec` in the format. A number that is not known is kept, so that it can be
/// named.
public struct Compression: RawRepresentable, Hashable, Sendable {
  /// The number in the format.
  public let rawValue: Int32

  /// Makes a codec from its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Not at all.
  public static let uncompressed = Compression(rawValue: 0)
  /// Snappy, without framing.
  public static let snappy = Compression(rawValue: 1)
  /// gzip, of one member or several.
  public static let gzip = Compression(rawValue: 2)
  /// LZO.
  public static let lzo = Compression(rawValue: 3)
  /// Brotli.
  public static let brotli = Compression(rawValue: 4)
  /// LZ4 in a framing that was never specified; deprecated.
  public static let lz4 = Compression(rawValue: 5)
  /// Zstandard.
  public static let zstd = Compression(rawValue: 6)
  /// LZ4 blocks.
  public static let lz4Raw = Compression(rawValue: 7)
}

extension Compression: CustomStringConvertible {
  private static let names = ["UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"]

  /// The name in the format, or the number when it is not known.
  public var description: String {
    Self.names.indices.contains(Int(rawValue)) ? Self.names[Int(rawValue)] : "codec \(rawValue)"
  }
}
