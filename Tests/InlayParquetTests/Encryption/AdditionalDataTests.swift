import InlayBytes
import Testing

@testable import InlayParquet

@Suite("What modules are authenticated with")
struct AdditionalDataTests {
  private static func decryptor() throws -> FileDecryptor {
    try FileDecryptor(
      .gcm(.init(prefix: [0x70, 0x71], unique: [0x80])), footerKeyMetadata: nil, keys: DecryptionKeys())
  }

  @Test("The order of its parts", .enabled(if: ModuleCipher.isBuiltIn))
  func parts() throws {
    let decryptor = try Self.decryptor()
    let chunk = ChunkOrdinals(rowGroup: 0x0102, column: 3)
    #expect(try decryptor.additionalData(.footer, of: nil) == [0x70, 0x71, 0x80, 0])
    #expect(try decryptor.additionalData(.columnMetadata, of: chunk) == [0x70, 0x71, 0x80, 1, 2, 1, 3, 0])
    #expect(
      try decryptor.additionalData(.dataPage(0x0405), of: chunk) == [0x70, 0x71, 0x80, 2, 2, 1, 3, 0, 5, 4])
    #expect(try decryptor.additionalData(.dictionaryPage, of: chunk) == [0x70, 0x71, 0x80, 3, 2, 1, 3, 0])
    let others: [EncryptedModule] = [
      .dataPageHeader(0), .dictionaryPageHeader, .columnIndex, .offsetIndex, .bloomFilterHeader,
      .bloomFilterBitset,
    ]
    #expect(others.map(\.code) == [4, 5, 6, 7, 8, 9])
  }

  @Test("Places beyond two bytes", .enabled(if: ModuleCipher.isBuiltIn), arguments: [-1, 32_768, .max])
  func places(ordinal: Int) throws {
    let decryptor = try Self.decryptor()
    let chunk = ChunkOrdinals(rowGroup: 0, column: 0)
    #expect(
      throws: InlayError(
        .corrupt, "an encrypted file has at most 32768 row groups, columns and pages: \(ordinal)")
    ) { _ = try decryptor.additionalData(.dataPage(ordinal), of: chunk) }
  }
}
