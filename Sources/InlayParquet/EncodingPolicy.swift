/// How the encoding of a column's values is chosen.
public enum EncodingPolicy: Hashable, Sendable {
  /// A dictionary for the column chunks that become smaller by it, before compression, else plain: what every reader
  /// takes.
  case compatible
  /// What makes a column chunk smallest, compressed: a dictionary, plain, differences, or split bytes. Some readers
  /// lack some of these for some types.
  ///
  /// The first page with values tells the sizes for a chunk that has no dictionary; the first, the middle and the last
  /// one tell them for a chunk that has. A file's bytes depend on the values and the options only, all the same.
  case automatic
  /// This one. A dictionary that outgrows its limit, and one without entries, gives way to plain pages.
  case fixed(Encoding)
}

extension EncodingPolicy {
  /// Makes a policy from a text: `compatible`, `automatic`, or an encoding's name in the format; nil for any other.
  public init?(_ text: String) {
    switch text {
    case "compatible": self = .compatible
    case "automatic": self = .automatic
    default:
      guard let encoding = Encoding(name: text) else { return nil }
      self = .fixed(encoding)
    }
  }
}

extension EncodingPolicy {
  /// Whether a column chunk begins as dictionary codes.
  var triesDictionary: Bool {
    switch self {
    case .compatible, .automatic: true
    case .fixed(let encoding): encoding.isDictionary
    }
  }

  /// How indices into a dictionary are named.
  var dictionaryEncoding: Encoding {
    self == .fixed(.plainDictionary) ? .plainDictionary : .rleDictionary
  }

  /// The encoding of pages without a dictionary; nil where their values decide.
  var pageEncoding: Encoding? {
    switch self {
    case .compatible: .plain
    case .automatic: nil
    case .fixed(let encoding): encoding.isDictionary ? .plain : encoding
    }
  }
}
