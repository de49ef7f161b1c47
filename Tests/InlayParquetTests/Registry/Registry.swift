import InlayColumns

@testable import InlayParquet

/// Every cell that may be written: type by encoding by codec by repetition by page version.
///
/// The axes are what the library has, so that something new is in the product at once; what of it is legal is said
/// here once more, from the format's description, rather than asked of the library.
enum Registry {
  /// One way to write values.
  struct Cell: Hashable, CustomStringConvertible {
    var type: RegisteredType
    var encoding: Encoding
    var codec: Compression
    var repetition: Repetition
    var version: DataPageVersion

    var description: String { "\(type) \(encoding) \(codec) \(repetition) \(version)" }
  }

  /// All encodings that have a name.
  static let encodings = (0..<128).map(Encoding.init(rawValue:)).filter {
    !$0.description.hasPrefix("encoding ")
  }

  /// All codecs that have a name, without the one that no package trait gives.
  static let codecs = (0..<128).map(Compression.init(rawValue:)).filter {
    !$0.description.hasPrefix("codec ") && $0 != .lzo
  }

  /// Returns whether values of a physical type have an encoding (Encodings.md, "Supported Encodings"); nil for an
  /// encoding that nobody has decided on.
  static func allows(_ encoding: Encoding, _ physical: PhysicalType) -> Bool? {
    switch encoding {
    case .plain: true
    case .rle: physical == .boolean
    // A bit is never made smaller by an index: no writer does it.
    case .plainDictionary, .rleDictionary: physical != .boolean
    case .deltaBinaryPacked: [.int32, .int64].contains(physical)
    case .deltaLengthByteArray: physical == .byteArray
    case .deltaByteArray: [.byteArray, .fixedLengthByteArray].contains(physical)
    case .byteStreamSplit: [.int32, .int64, .float, .double, .fixedLengthByteArray].contains(physical)
    // For levels only.
    case .bitPacked: false
    // Not in a released version of the format.
    case .alp: false
    default: nil
    }
  }

  /// The cells of one file.
  static func cells(_ codec: Compression, _ version: DataPageVersion) -> Set<Cell> {
    var cells: Set<Cell> = []
    for type in RegisteredType.all {
      for encoding in encodings where allows(encoding, type.physical) == true {
        for repetition in Repetition.allCases where isPossible(type, encoding, repetition) {
          cells.insert(
            Cell(type: type, encoding: encoding, codec: codec, repetition: repetition, version: version))
        }
      }
    }
    return cells
  }

  /// Where there are only nulls, no value must be there, and none is in a dictionary.
  private static func isPossible(_ type: RegisteredType, _ encoding: Encoding, _ repetition: Repetition)
    -> Bool
  {
    type.type != .null
      || repetition != .required && ![.plainDictionary, .rleDictionary].contains(encoding)
  }
}
