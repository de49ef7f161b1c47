import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

/// Changed files give an error; anything but an `InlayError` would end the process that runs the test.
@Suite("Encrypted files that were changed", .enabled(if: ModuleCipher.isBuiltIn))
struct TamperedFileTests {
  private typealias Fixtures = EncryptedFixtures

  /// The rows, or nil after an error.
  private static func rows(_ bytes: [UInt8], _ keys: DecryptionKeys) -> [[String?]]? {
    do {
      let file = try Fixtures.open(bytes, keys)
      for leaf in 0..<3 {
        _ = try? file.offsetIndex(rowGroup: 0, leaf: leaf)
        _ = try? file.columnIndex(rowGroup: 0, leaf: leaf)
      }
      return try Fixtures.read(bytes, keys)
    } catch {
      #expect(error is InlayError)
      return nil
    }
  }

  @Test(
    "A bit that changes in any byte is found out, or changes nothing", arguments: ["gcm", "signed", "gcm_v2"])
  func bits(name: String) throws {
    var bytes = try Fixtures.bytes(name)
    let keys = Fixtures.keys(name)
    for index in stride(from: bytes.count % 2, to: bytes.count, by: 2) {
      let bit: UInt8 = 1 << UInt8(index / 2 % 8)
      bytes[index] ^= bit
      let rows = Self.rows(bytes, keys)
      #expect(rows == nil || rows == Fixtures.rows, "byte \(index)")
      bytes[index] ^= bit
    }
  }

  @Test("Pages without authentication give rows or an error", arguments: ["ctr", "wrapped_ctr", "java_v1"])
  func unauthenticated(name: String) throws {
    var bytes = try Fixtures.bytes(name)
    let keys = Fixtures.keys(name)
    var errorCount = 0
    for index in stride(from: bytes.count % 2, to: bytes.count, by: 2) {
      bytes[index] ^= 1 << UInt8(index / 2 % 8)
      if Self.rows(bytes, keys) == nil { errorCount += 1 }
      bytes[index] ^= 1 << UInt8(index / 2 % 8)
    }
    #expect(errorCount > bytes.count / 8)
  }

  @Test("Every prefix", arguments: ["gcm", "java_v2"])
  func prefixes(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(Self.rows(Array(bytes[..<length]), Fixtures.keys(name)) == nil)
    }
  }

  /// The pages of the first column of `gcm_v2` in the first row group.
  private static func pages(_ bytes: [UInt8]) throws -> [DataPage] {
    let file = try Fixtures.open(bytes, Fixtures.keys("gcm_v2"))
    return try ColumnReader(file, rowGroup: 0, column: 0).chunks[0].pages().pages
  }

  @Test("Pages that changed places")
  func swapped() throws {
    var bytes = try Fixtures.bytes("gcm_v2")
    let pages = try Self.pages(bytes)
    let first = try #require(pages.first)
    let second = try #require(pages.dropFirst().first { $0.bytes.count == first.bytes.count })
    let content = Array(bytes[first.bytes])
    bytes.replaceSubrange(first.bytes, with: bytes[second.bytes])
    bytes.replaceSubrange(second.bytes, with: content)
    let error = #expect(throws: InlayError.self) { _ = try Fixtures.read(bytes, Fixtures.keys("gcm_v2")) }
    #expect(
      error?.description == """
        x, row group 0, column id, page 0: the page cannot be decrypted: the key or the AAD prefix is another \
        one, or the file was changed
        """)
  }

  @Test("Lengths beyond the bytes, and below what the cipher needs")
  func lengths() throws {
    let whole = try Fixtures.bytes("gcm_v2")
    let page = try #require(try Self.pages(whole).first)
    for length: [UInt8] in [
      [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [27, 0, 0, 0], [0, 0, 0, 0],
    ] {
      var bytes = whole
      bytes.replaceSubrange(page.bytes.prefix(4), with: length)
      let error = #expect(throws: InlayError.self) { _ = try Fixtures.read(bytes, Fixtures.keys("gcm_v2")) }
      #expect(
        error?.description
          == "x, row group 0, column id, page 0: the page is encrypted, and its bytes end too early")
    }
  }

  @Test("A signed footer is read unverified when that is asked for")
  func unverified() throws {
    var bytes = try Fixtures.bytes("signed")
    var keys = Fixtures.keys("signed")
    // The last byte of the signature.
    bytes[bytes.count - 9] ^= 1
    #expect(Self.rows(bytes, keys) == nil)
    keys.verifiesFooterSignature = false
    #expect(Self.rows(bytes, keys) == Fixtures.rows)
  }
}
