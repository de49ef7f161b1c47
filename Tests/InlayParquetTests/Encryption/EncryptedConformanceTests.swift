import InlayColumns
import Testing

@testable import InlayParquet

/// The encrypted files of apache/parquet-testing; its `data/README.md` names their keys.
@Suite(
  "Encrypted conformance files",
  .enabled(
    if: ConformanceTests.parquetTesting != nil,
    "set PARQUET_TEST_DATA to a checkout of apache/parquet-testing"))
struct EncryptedConformanceTests {
  static let isReadable = ModuleCipher.isBuiltIn

  /// The keys of a file, nil for one that is not encrypted.
  static func keys(of name: String) -> DecryptionKeys? {
    guard name.hasSuffix(".encrypted") else { return nil }
    let length = name.contains("aes256") ? 32 : 16
    let columns = [
      "double_field", "float_field", "boolean_field", "int32_field", "ba_field", "flba_field",
      "int64_field.list.element", "int96_field",
    ]
    var keys = DecryptionKeys(footerKey: key(length, last: nil))
    for (number, column) in columns.enumerated() {
      keys.columnKeys[column] = key(length, last: length == 16 ? number : number + 2)
    }
    if name.contains("_aad") { keys.aadPrefix = Array("tester".utf8) }
    return keys
  }

  /// The digits from 0 on; a column's key begins with 1 and has a last digit of its own.
  private static func key(_ length: Int, last: Int?) -> EncryptionKey {
    guard let last else { return EncryptedFixtures.key((0..<length).map { "\($0 % 10)" }.joined()) }
    return EncryptedFixtures.key((1..<length).map { "\($0 % 10)" }.joined() + "\(last)")
  }

  private static func names() throws -> [String] {
    try ConformanceTests.files(below: #require(ConformanceTests.parquetTesting)).filter {
      $0.hasSuffix(".encrypted")
    }
  }

  @Test("Values are those that Arrow's and parquet-java's tests wrote", .enabled(if: isReadable))
  func values() throws {
    let folder = try #require(ConformanceTests.parquetTesting)
    for name in try Self.names() {
      var options = ParquetReadOptions()
      options.decryption = Self.keys(of: name)
      let source = try ParquetSource(path: "\(folder)/\(name)", options: options)
      func column(_ field: String) throws -> [String?] {
        let position = try #require(source.schema.fields.firstIndex { $0.name == field })
        return CellTexts.of(try TestFiles.read(source, columns: [position]), columnCount: 1)[0]
      }
      #expect(try column("boolean_field") == (0..<50).map { $0 % 2 == 0 ? "true" : "false" }, "\(name)")
      #expect(try column("float_field") == (0..<50).map { "\(Float($0) * 1.1)" }, "\(name)")
      #expect(try column("double_field") == (0..<50).map { "\(Double($0) * 1.1111111)" }, "\(name)")
    }
  }

  @Test("Without keys, an error says so")
  func refusals() throws {
    let folder = try #require(ConformanceTests.parquetTesting)
    for name in try Self.names() {
      let outcome = ConformanceTests.Outcome(path: "\(folder)/\(name)")
      let what = outcome.rowCount == nil ? "footer" : "column"
      let message =
        Self.isReadable
        ? "the \(what) is encrypted, and no keys were given in ParquetReadOptions.decryption"
        : "the \(what) is encrypted: reading it needs its key, and the package trait Encryption"
      #expect(outcome.refusals.contains(message), "\(name)\t\(outcome)")
      #expect((outcome.rowCount == nil) != name.contains("plaintext_footer"))
    }
  }
}
