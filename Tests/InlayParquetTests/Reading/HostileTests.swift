import InlayBytes
import InlayColumns
import InlayParquet
import Testing

/// Broken files give rows or an `InlayError`: anything else would end the process that runs the test.
@Suite("Broken files")
struct HostileTests {
  static let names = ["tiny", "tiny_v2", "tiny_delta", "tiny_nested"]

  /// Reads everything; returns the number of rows, or nil after an error.
  static func read(_ bytes: [UInt8]) -> Int? {
    do {
      let file = try ParquetFile(bytes: Values(bytes).buffer, name: "broken")
      for (rowGroup, group) in file.metadata.rowGroups.enumerated() {
        for leaf in group.columns.indices {
          _ = try? file.offsetIndex(rowGroup: rowGroup, leaf: leaf)
          _ = try? file.columnIndex(rowGroup: rowGroup, leaf: leaf)
        }
      }
      let flat = file.schema.fields.enumerated().filter { !$0.element.type.isNested }
      let filters = flat.map { Self.filter($0.offset, $0.element.type) }
      _ = try TestFiles.read(ParquetSource(file), filter: .any(filters), rowLimit: 1000)
      let batches = try TestFiles.read(ParquetSource(file), rowLimit: 1000)
      _ = CellTexts.of(batches, columnCount: file.schema.count)
      return batches.map(\.rowCount).reduce(0, +)
    } catch {
      #expect(error is InlayError)
      return nil
    }
  }

  /// A filter that half of the values meet.
  private static func filter(_ column: Int, _ type: DataType) -> RowFilter {
    switch type {
    case .string, .binary: .comparison(column: column, .greater, .text("m"))
    case .float, .double: .comparison(column: column, .greater, .double(3))
    case .boolean: .comparison(column: column, .equal, .boolean(true))
    default: .isOneOf(column: column, (0..<6).map { .integer($0) })
    }
  }

  @Test("The files are read when they are whole", arguments: names)
  func whole(name: String) throws {
    #expect(Self.read(try TestFiles.bytes(TestFiles.fixture(name))) == 12)
  }

  @Test("Every prefix", arguments: names)
  func prefixes(name: String) throws {
    let bytes = try TestFiles.bytes(TestFiles.fixture(name))
    for length in bytes.indices { #expect(Self.read(Array(bytes[..<length])) == nil) }
  }

  @Test("A change of any byte in one bit, and in others from byte to byte", arguments: names)
  func bits(name: String) throws {
    var bytes = try TestFiles.bytes(TestFiles.fixture(name))
    for index in bytes.indices {
      for bit in [index % 8, (index + 3) % 8] {
        bytes[index] ^= 1 << bit
        _ = Self.read(bytes)
        bytes[index] ^= 1 << bit
      }
    }
  }

  @Test("Runs of bytes that say the most, the least, or another part of the file", arguments: names)
  func runs(name: String) throws {
    let bytes = try TestFiles.bytes(TestFiles.fixture(name))
    var random = SystemRandomNumberGenerator()
    for start in bytes.indices {
      for filler: UInt8? in [0xFF, 0x00, 0x7F, nil] {
        var broken = bytes
        let length = Int.random(in: 2...10, using: &random)
        let source = Int.random(in: bytes.indices, using: &random)
        for index in start..<min(start + length, bytes.count) {
          broken[index] = filler ?? bytes[(source + index - start) % bytes.count]
        }
        _ = Self.read(broken)
      }
    }
  }
}
