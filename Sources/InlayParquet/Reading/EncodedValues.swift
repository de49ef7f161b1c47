import InlayBytes
import InlayColumns

/// The values of a page as they are encoded, and which of them are wanted.
///
/// That is all that decoding values needs: levels, rows and nulls are the business of whoever opens the page. What the
/// bytes of an encoding mean for a type is chosen in one `switch` for each kind of value, in the extensions.
struct EncodedValues {
  /// The buffer that holds the values, and where in it.
  let buffer: Buffer
  let byteRange: Range<Int>
  let type: PhysicalType
  let encoding: Encoding
  /// The number of values before the first wanted one.
  let skippedCount: Int
  /// The number of wanted values.
  let count: Int
  /// How much memory the values may take that take more than their bytes.
  let limits: ParquetLimits

  /// The bytes of all values of the page.
  var bytes: RawSpan {
    @_lifetime(borrow self)
    get { buffer.bytes.extracting(byteRange) }
  }

  /// The error for an encoding that the type never has (Encodings.md, Supported Encodings), or that is not known.
  var refusal: InlayError {
    guard Self.known.contains(encoding) else {
      return InlayError(
        .unsupported, "values in this encoding cannot be read yet; write the file with PLAIN: \(encoding)")
    }
    return InlayError(.corrupt, "\(type) values are never in this encoding: \(encoding)")
  }

  private static let known: Set<Encoding> = [
    .plain, .plainDictionary, .rle, .bitPacked, .deltaBinaryPacked, .deltaLengthByteArray, .deltaByteArray,
    .rleDictionary, .byteStreamSplit,
  ]
}

extension Encoding {
  /// Whether values are indices into the dictionary page.
  var isDictionary: Bool { self == .rleDictionary || self == .plainDictionary }
}
