import InlayBytes

/// A module's place in the file, all of which its authentication covers (Encryption.md, 4.4.2).
enum EncryptedModule: Hashable {
  case footer
  case columnMetadata
  /// The page with this place among the data pages of its column chunk.
  case dataPage(Int)
  case dictionaryPage
  case dataPageHeader(Int)
  case dictionaryPageHeader
  case columnIndex
  case offsetIndex
  case bloomFilterHeader
  case bloomFilterBitset

  /// The number in the format.
  var code: UInt8 {
    switch self {
    case .footer: 0
    case .columnMetadata: 1
    case .dataPage: 2
    case .dictionaryPage: 3
    case .dataPageHeader: 4
    case .dictionaryPageHeader: 5
    case .columnIndex: 6
    case .offsetIndex: 7
    case .bloomFilterHeader: 8
    case .bloomFilterBitset: 9
    }
  }

  /// The page that the module belongs to; nil for one of a whole column chunk or file.
  var page: Int? {
    switch self {
    case .dataPage(let page), .dataPageHeader(let page): page
    default: nil
    }
  }

  /// Whether AES_GCM_CTR_V1 encrypts the module without authentication.
  var isPage: Bool {
    switch self {
    case .dataPage, .dictionaryPage: true
    default: false
    }
  }

  /// What errors call the module.
  var name: String {
    switch self {
    case .footer: "the footer"
    case .columnMetadata: "the column chunk's metadata"
    case .dataPage: "the page"
    case .dictionaryPage: "the dictionary page"
    case .dataPageHeader: "the page's header"
    case .dictionaryPageHeader: "the dictionary page's header"
    case .columnIndex: "the column index"
    case .offsetIndex: "the offset index"
    case .bloomFilterHeader: "the bloom filter's header"
    case .bloomFilterBitset: "the bloom filter"
    }
  }

  /// Returns where in `bytes` the module that begins at `offset` has its nonce, ciphertext and tag, which stand behind
  /// their length in four bytes (Encryption.md, 5.1).
  ///
  /// - Throws: ``InlayError/Code/corrupt`` when that is beyond the bytes.
  func content(in bytes: RawSpan, at offset: Int) throws -> Range<Int> {
    guard bytes.byteCount - offset >= 4 else { throw isCutOff }
    let length = Int(bytes.littleEndian32(at: offset))
    guard length <= bytes.byteCount - offset - 4 else { throw isCutOff }
    return offset + 4..<offset + 4 + length
  }

  /// The error for a module whose bytes are fewer than its length or the cipher asks for.
  var isCutOff: InlayError { InlayError(.corrupt, "\(name) is encrypted, and its bytes end too early") }
}
