import InlayBytes
import InlayColumns
import Synchronization
import Testing

@testable import InlayParquet

@Suite("Encrypted files", .enabled(if: ModuleCipher.isBuiltIn, "needs the package trait Encryption"))
struct EncryptedFileTests {
  private typealias Fixtures = EncryptedFixtures

  /// The error of reading some columns, or all.
  private static func error(_ name: String, _ keys: DecryptionKeys?, columns: [Int]? = nil) -> InlayError? {
    #expect(throws: InlayError.self) {
      _ = try Fixtures.read(Fixtures.bytes(name), keys, columns: columns)
    }
  }

  @Test("The rows that pyarrow and parquet-java wrote", arguments: Fixtures.names)
  func rows(name: String) throws {
    #expect(try Fixtures.read(Fixtures.bytes(name), Fixtures.keys(name)) == Fixtures.rows)
  }

  @Test("The page index and the statistics of encrypted columns", arguments: Fixtures.names)
  func indexes(name: String) throws {
    let file = try Fixtures.open(Fixtures.bytes(name), Fixtures.keys(name))
    let chunk = try #require(file.metadata.rowGroups.first?.columns[2].metadata)
    #expect(chunk.statistics?.nullCount == chunk.valueCount / 5)
    let offsets = try #require(try file.offsetIndex(rowGroup: 0, leaf: 2))
    let bounds = try #require(try file.columnIndex(rowGroup: 0, leaf: 2))
    #expect(bounds.nullPages.count == offsets.pageLocations.count)
    #expect(bounds.nullCounts?.reduce(0, +) == chunk.valueCount / 5)
  }

  @Test("Without keys, a footer that is encrypted is an error")
  func noKeys() {
    let none = Self.error("gcm", nil)
    #expect(
      none?.description
        == "x: the footer is encrypted, and no keys were given in ParquetReadOptions.decryption")
    #expect(none?.code == .invalidInput)
    let other = Self.error("gcm", DecryptionKeys(columnKeys: ["id": Fixtures.wordKey]))
    #expect(other?.description == "x: the footer is encrypted, and its key is not among those given")
    #expect(other?.code == .invalidInput)
  }

  @Test("A column whose key is missing is an error when it is asked for, and the others are read")
  func missingColumnKey() throws {
    let keys = DecryptionKeys(footerKey: Fixtures.footerKey, columnKeys: ["value": Fixtures.valueKey])
    for name in ["java_v1", "java_v2"] {
      let rest = try Fixtures.read(Fixtures.bytes(name), keys, columns: [0, 2])
      #expect(rest == [Fixtures.rows[0], Fixtures.rows[2]])
      let error = Self.error(name, keys, columns: [1])
      #expect(
        error?.description
          == "x, row group 0, column word: the column is encrypted, and its key is not among those given")
      #expect(error?.code == .invalidInput)
    }
  }

  @Test(
    "Without keys, a file whose footer is only signed has its schema and the columns that are not encrypted")
  func plainColumns() throws {
    let bytes = try Fixtures.bytes("java_v1")
    #expect(try Fixtures.open(bytes, nil).schema.fields.map(\.name) == ["id", "word", "value"])
    #expect(try Fixtures.read(bytes, nil, columns: [0]) == [Fixtures.rows[0]])
    #expect(
      Self.error("java_v1", nil)?.description == """
        x, row group 0, column word: the column is encrypted, and no keys were given in \
        ParquetReadOptions.decryption
        """)
  }

  @Test("Another key is found out")
  func wrongKeys() {
    let footer = Self.error("gcm", DecryptionKeys(footerKey: Fixtures.wordKey))
    #expect(
      footer?.description == """
        x: the footer cannot be decrypted: the key or the AAD prefix is another one, or the file was changed
        """)
    #expect(footer?.code == .corrupt)
    let column = Self.error(
      "java_v2",
      DecryptionKeys(footerKey: Fixtures.footerKey, columnKeys: ["word": Fixtures.footerKey]), columns: [1])
    #expect(
      column?.description == """
        x, row group 0, column word: the column chunk's metadata cannot be decrypted: the key or the AAD \
        prefix is another one, or the file was changed
        """)
    let signature = Self.error("signed", DecryptionKeys(footerKey: Fixtures.wordKey))
    #expect(
      signature?.description == """
        x: the footer does not belong to its signature: the key is another one, or the file was changed
        """)
  }

  @Test("A retriever's own error is passed on, and it is asked once for each key")
  func retriever() throws {
    struct Refusal: Error {}
    let refusing = DecryptionKeys(retriever: KeyRetriever { _ in throw Refusal() })
    #expect(throws: Refusal.self) { _ = try Fixtures.open(Fixtures.bytes("java_v2"), refusing) }
    let asked = Mutex<[String]>([])
    let counting = KeyRetriever { metadata in
      asked.withLock { $0.append(String(decoding: metadata, as: UTF8.self)) }
      return try Fixtures.named.key(for: metadata)
    }
    let rows = try Fixtures.read(Fixtures.bytes("java_v1"), DecryptionKeys(retriever: counting))
    #expect(rows == Fixtures.rows)
    #expect(asked.withLock(\.self) == ["kf", "kc1", "kc2"])
  }

  @Test("The AAD prefix is the one that was given")
  func prefixes() throws {
    let other = DecryptionKeys(footerKey: Fixtures.footerKey, aadPrefix: Array("other".utf8))
    let isAnother = "x: the file's AAD prefix is not the one that was given with the keys: it is another file"
    #expect(Self.error("prefix", other)?.description == isAnother)
    #expect(Self.error("gcm", other)?.description == isAnother)
    #expect(
      Self.error("prefix_left_out", other)?.message == """
        the footer cannot be decrypted: the key or the AAD prefix is another one, or the file was changed
        """)
    let none = DecryptionKeys(footerKey: Fixtures.footerKey)
    #expect(try Fixtures.read(Fixtures.bytes("prefix"), none) == Fixtures.rows)
    let missing = Self.error("prefix_left_out", none)
    #expect(
      missing?.description
        == "x: the file is encrypted with an AAD prefix that it does not hold; give it with the keys")
    #expect(missing?.code == .invalidInput)
  }

  @Test("A file without encryption is refused when keys are given, unless that is allowed")
  func plainFile() throws {
    let bytes = try TestFiles.bytes(TestFiles.fixture("tiny"))
    var keys = DecryptionKeys(footerKey: Fixtures.footerKey)
    let error = #expect(throws: InlayError.self) { _ = try Fixtures.open(bytes, keys) }
    #expect(
      error?.description == """
        x: the file is not encrypted, and keys were given; set DecryptionKeys.allowsPlainFiles to read it
        """)
    keys.allowsPlainFiles = true
    #expect(try Fixtures.open(bytes, keys).rowCount == 12)
  }

  @Test("Statistics of encrypted columns prune row groups")
  func pruning() throws {
    let source = ParquetSource(try Fixtures.open(Fixtures.bytes("wrapped_ctr"), Fixtures.keys("wrapped_ctr")))
    let filter = RowFilter.comparison(column: 2, .less, .double(5))
    let scan = try source.scan(ScanRequest(columns: [0], filter: filter))
    while let morsel = try scan.nextMorsel() { _ = try scan.read(morsel) }
    #expect(scan.progress.skipped.rowGroupsByStatistics == 1)
    #expect(scan.progress.rowCount == 32)
  }
}

@Suite(
  "Encrypted files without the package trait Encryption",
  .disabled(if: ModuleCipher.isBuiltIn, "the package trait Encryption is on"))
struct EncryptedFileWithoutTraitTests {
  @Test("The error names the trait, keys or not")
  func refusal() throws {
    for keys in [nil, EncryptedFixtures.keys("gcm")] {
      let error = #expect(throws: InlayError.self) {
        _ = try EncryptedFixtures.open(EncryptedFixtures.bytes("gcm"), keys)
      }
      let what = keys == nil ? "footer" : "file"
      #expect(
        error?.description
          == "x: the \(what) is encrypted: reading it needs its key, and the package trait Encryption")
      #expect(error?.code == .unsupported)
    }
  }

  @Test("Columns that are not encrypted are read")
  func plainColumns() throws {
    let bytes = try EncryptedFixtures.bytes("java_v1")
    #expect(try EncryptedFixtures.read(bytes, nil, columns: [0]) == [EncryptedFixtures.rows[0]])
    let error = #expect(throws: InlayError.self) { _ = try EncryptedFixtures.read(bytes, nil) }
    #expect(
      error?.description == """
        x, row group 0, column word: the column is encrypted: reading it needs its key, and the package trait \
        Encryption
        """)
  }
}
