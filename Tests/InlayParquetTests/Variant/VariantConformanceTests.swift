import Foundation
import InlayBytes
import InlayColumns
import InlayParquet
import Testing

/// The files of apache/parquet-testing's `shredded_variant`, each with the variants that it stands for.
@Suite("Shredded variants of other writers")
struct VariantConformanceTests {
  /// A case of `cases.json`.
  struct Case: Decodable {
    var caseNumber: Int
    var parquetFile: String?
    var variantFile: String?
    var variantFiles: [String?]?
    var errorMessage: String?

    /// The file of each row's variant; nil for a null.
    var variants: [String?] { variantFiles ?? [variantFile] }
  }

  private static let folder = ConformanceTests.parquetTesting.map { $0 + "/shredded_variant/" }

  private static func cases() throws -> [Case] {
    let data = try Data(contentsOf: URL(fileURLWithPath: #require(folder) + "cases.json"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Case].self, from: data)
  }

  /// What is refused, and why: what the specification calls invalid.
  private static let refusals: [Int: String] = [
    40: "a variant has a value and a typed_value, and is no object: row 0",
    87: "a variant has shredded fields beside a value that is no object",
    128: "a variant has shredded fields beside a value that is no object",
    137: "a variant cannot have shredded values of this type: binary(4)",
  ]

  /// The metadata and the value of each row of the column `var`, one behind the other; nil for a null.
  private static func variants(_ path: String) throws -> [[UInt8]?] {
    let file = try ParquetFile(path: path)
    let position = try #require(file.schema.index(of: "var"))
    #expect(file.schema[position].annotation == .variant)
    let batches = try TestFiles.read(ParquetSource(file), columns: [position])
    return batches.flatMap { batch -> [[UInt8]?] in
      let column = batch.columns[0].decoded()
      guard case .structure(let parts) = column.storage,
        case .views(let metadata) = parts.columns[0].decoded().storage,
        case .views(let values) = parts.columns[1].decoded().storage
      else { return [] }
      return (0..<column.count).map { row in
        column.isNull(at: row) ? nil : bytes(metadata, row) + bytes(values, row)
      }
    }
  }

  private static func bytes(_ values: ViewValues, _ row: Int) -> [UInt8] {
    let bytes = values.bytes(at: row)
    return (0..<bytes.byteCount).map { bytes.byte(at: $0) }
  }

  @Test(
    "Every file gives the variants that lie beside it, byte for byte, or is refused for the reason that it was made for",
    .enabled(if: folder != nil, "set PARQUET_TEST_DATA to a checkout of apache/parquet-testing"))
  func files() throws {
    let folder = try #require(Self.folder)
    let cases = try Self.cases()
    #expect(cases.count > 50)
    for example in cases {
      guard let name = example.parquetFile else { continue }
      do {
        let variants = try Self.variants(folder + name)
        let expected = try example.variants.map { file in
          try file.map { Array(try Data(contentsOf: URL(fileURLWithPath: folder + $0))) }
        }
        #expect(variants == expected, "\(name)")
        #expect(Self.refusals[example.caseNumber] == nil && example.errorMessage == nil, "\(name)")
      } catch let error as InlayError {
        #expect(error.message == Self.refusals[example.caseNumber], "\(name)")
      }
    }
  }
}
