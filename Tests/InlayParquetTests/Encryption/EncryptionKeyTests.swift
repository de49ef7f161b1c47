import InlayBytes
import InlayParquet
import Testing

@Suite("Keys")
struct EncryptionKeyTests {
  @Test("The sizes of AES", arguments: [0, 15, 17, 31, 33])
  func sizes(count: Int) {
    #expect(throws: InlayError(.invalidInput, "an encryption key has 16, 24 or 32 bytes: \(count)")) {
      _ = try EncryptionKey(bytes: [UInt8](repeating: 7, count: count))
    }
  }

  @Test("No text that is made of options shows a key's bytes")
  func secrecy() throws {
    let key = try EncryptionKey(bytes: [UInt8](repeating: 211, count: 24))
    var options = ParquetReadOptions()
    options.decryption = DecryptionKeys(footerKey: key, columnKeys: ["a.b": key])
    var dumped = ""
    dump(options, to: &dumped)
    for text in ["\(key)", String(reflecting: key), "\(options)", String(reflecting: options), dumped] {
      #expect(!text.contains("211"))
      #expect(text.contains("a key of 192 bits"))
    }
  }

  @Test("Options with equal keys are equal, and retrievers are what they are")
  func equality() throws {
    let key = try EncryptionKey(bytes: [UInt8](repeating: 1, count: 16))
    let retriever = KeyRetriever { _ in nil }
    #expect(DecryptionKeys(footerKey: key) == DecryptionKeys(footerKey: key))
    #expect(DecryptionKeys(retriever: retriever) == DecryptionKeys(retriever: retriever))
    #expect(DecryptionKeys(retriever: retriever) != DecryptionKeys(retriever: KeyRetriever { _ in nil }))
  }
}
