import Foundation
import InlayBytes
import InlayColumns
import InlayParquet
import Testing

@Suite("What opening a file reads")
struct FooterOnlyTests {
  /// A file whose pages between the magic number and the footer may not be touched: who does ends the process.
  private static func guarded(_ bytes: [UInt8], footer: Int) -> Buffer {
    let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
    let size = (bytes.count + pageSize - 1) / pageSize * pageSize
    // Safe: the region holds all bytes, and lives until the buffer lets go of it.
    let base = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)!
    unsafe bytes.withUnsafeBytes { unsafe base.copyMemory(from: $0.baseAddress!, byteCount: bytes.count) }
    let end = footer / pageSize * pageSize
    unsafe mprotect(base + pageSize, end - pageSize, PROT_NONE)
    let address = UInt(bitPattern: base)
    return unsafe Buffer(foreign: base, count: bytes.count) {
      _ = unsafe munmap(UnsafeMutableRawPointer(bitPattern: address)!, size)
    }
  }

  @Test("Only the footer's bytes are read for metadata, schema, statistics and their texts")
  func footer() throws {
    let field = Field("n", .int64, isNullable: false)
    let values = Values((0..<100_000).map { Int64($0) &* 0x1E37_79B9_7F4A_7C15 })
    let batch = RecordBatch(
      schema: Schema([field]), columns: [Column(type: .int64, storage: .int64(values))],
      rowCount: values.count)
    let bytes = try WrittenFiles.write([batch], schema: batch.schema)
    let offset = bytes.suffix(8).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    let file = try ParquetFile(
      bytes: Self.guarded(bytes, footer: bytes.count - 8 - offset), name: "guarded")
    #expect(bytes.count > 500_000)
    #expect(file.rowCount == 100_000)
    #expect(file.schema.names == ["n"])
    let chunk = try #require(file.metadata.rowGroups[0].columns[0].metadata)
    let min = try #require(chunk.statistics?.min)
    #expect(file.root.leafNodes()[0].node.element.text(ofBound: min)?.hasPrefix("-9") == true)
  }
}
