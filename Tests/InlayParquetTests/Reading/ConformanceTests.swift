import Foundation
import InlayBytes
import InlayColumns
import InlayParquet
import Testing

/// The files of apache/parquet-testing and of Arrow's fuzzing, where the environment says they are; see the README.
@Suite("Conformance files")
struct ConformanceTests {
  static let parquetTesting = ProcessInfo.processInfo.environment["PARQUET_TEST_DATA"]
  static let arrowFuzz = ProcessInfo.processInfo.environment["ARROW_FUZZ_DATA"]

  /// What is made of a file: its rows, and why some columns or the whole are refused.
  struct Outcome: Hashable, CustomStringConvertible {
    var rowCount: Int?
    var refusals: [String]

    init(rowCount: Int?, refusals: some Sequence<String>) {
      self.rowCount = rowCount
      self.refusals = Set(refusals).sorted()
    }

    init(path: String, keys: DecryptionKeys? = nil) {
      do {
        var options = ParquetReadOptions()
        options.decryption = keys
        let file = try ParquetFile(path: path, options: options)
        var refusals: [String] = []
        for column in file.schema.fields.indices {
          do {
            let batches = try TestFiles.read(ParquetSource(file), columns: [column], rowLimit: 1_000_000)
            let rowCount = batches.map(\.rowCount).reduce(0, +)
            if rowCount != file.rowCount { refusals.append("\(rowCount) rows") }
            _ = CellTexts.of(batches, columnCount: 1)
          } catch let error as InlayError {
            refusals.append(error.message)
          }
        }
        self.init(rowCount: file.rowCount, refusals: refusals)
      } catch {
        self.init(rowCount: nil, refusals: [(error as? InlayError)?.message ?? "\(type(of: error))"])
      }
    }

    var description: String {
      ([rowCount.map(String.init) ?? "-"] + refusals).joined(separator: "\t")
    }
  }

  /// The files below a folder, as paths from there.
  static func files(below folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      let exists = unsafe FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue
    }.sorted()
  }

  /// The lists of what is expected. A list for a package trait that is off takes the place of what the first one says.
  private static var lists: [String] {
    var lists = ["conformance"]
    #if !Zstd
    lists.append("conformance-without-Zstd")
    #endif
    return lists
  }

  /// The lines of all lists: a file, its rows or `-`, and the messages of what is refused.
  static func expectations() throws -> [String: Outcome] {
    var expected: [String: Outcome] = [:]
    for list in lists {
      let text = try String(contentsOfFile: "\(TestFiles.folder)/\(list).tsv", encoding: .utf8)
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        expected[parts[0]] = Outcome(rowCount: Int(parts[1]), refusals: parts[2...])
      }
    }
    return expected
  }

  @Test(
    "Every file is read or refused as decided; one that nobody decided on fails",
    .enabled(if: parquetTesting != nil, "set PARQUET_TEST_DATA to a checkout of apache/parquet-testing"))
  func outcomes() throws {
    let folder = try #require(Self.parquetTesting)
    let expected = try Self.expectations()
    let names = Self.files(below: folder).filter {
      $0.hasSuffix(".parquet") || EncryptedConformanceTests.isReadable && $0.hasSuffix(".encrypted")
    }
    #expect(names.count > 50)
    for name in names {
      let outcome = Outcome(path: "\(folder)/\(name)", keys: EncryptedConformanceTests.keys(of: name))
      #expect(outcome == expected[name], "\(name)\t\(outcome)")
    }
  }

  @Test(
    "What fuzzing found gives rows or an error",
    .enabled(if: arrowFuzz != nil, "set ARROW_FUZZ_DATA to a folder of arrow-testing's Parquet files"))
  func fuzzing() throws {
    let folder = try #require(Self.arrowFuzz)
    let names = Self.files(below: folder)
    #expect(names.count > 50)
    for name in names {
      let outcome = Outcome(path: "\(folder)/\(name)")
      #expect(outcome.rowCount != nil || outcome.refusals.count == 1, "\(name)")
    }
  }

  @Test(
    "Values are those that the writers meant",
    .enabled(if: parquetTesting != nil, "set PARQUET_TEST_DATA to a checkout of apache/parquet-testing"))
  func values() throws {
    let folder = try #require(Self.parquetTesting)
    func column(_ name: String, _ position: Int = 0) throws -> [String?] {
      let source = try ParquetSource(path: "\(folder)/data/\(name).parquet")
      return CellTexts.of(try TestFiles.read(source, columns: [position]), columnCount: 1)[0]
    }
    let decimals: [String?] = (1...24).map { "\($0).00" }
    for name in ["int32_decimal", "byte_array_decimal", "fixed_length_decimal"] {
      #expect(try column(name) == decimals)
    }
    #expect(try column("concatenated_gzip_members") == (1...513).map { "\($0)" })
    let identifiers = try column("hadoop_lz4_compressed_larger")
    #expect(identifiers.first == "c7ce6bef-d5b0-4863-b199-8ea8c7fb117b")
    #expect(identifiers.last == "85440778-460a-41ac-aa2e-ac3ee41696bf")
    #expect(try column("lz4_raw_compressed") == ["1593604800", "1593604800", "1593604801", "1593604801"])
    #expect(try column("binary") == (0..<12).map { String(format: "%02x", $0) })
    #expect(try column("rle_boolean_encoding").prefix(6) == ["true", "false", nil, "true", "true", "false"])
    #expect(
      try column("int96_from_spark") == [
        "2024-01-01T20:34:56.123456Z", "2024-01-01T01:00:00.000000Z", "9999-12-31T03:00:00.000000Z",
        "2024-12-30T23:00:00.000000Z", nil, "+290000-12-30T23:00:00.000000Z",
      ])
    #expect(try column("alltypes_plain", 10).first == "2009-03-01T00:00:00.000000Z")
    #expect(try column("alltypes_plain", 9) == (0..<8).map { $0 % 2 == 0 ? "30" : "31" })
  }
}
