import Foundation
import InlayBytes
import Testing

@Suite("Mapped file")
struct MappedFileTests {
  @Test("The bytes of a file come back, released ones too")
  func reading() throws {
    let path = NSTemporaryDirectory() + "inlay-mapped-\(UUID())"
    try Data((0..<20_000).map { UInt8($0 % 251) }).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try MappedFile(path: path)
    #expect(file.count == 20_000)
    let buffer = file.buffer
    let before = buffer.bytes.byte(at: 9_000)
    #expect(before == UInt8(9_000 % 251))
    file.release(0..<20_000)
    let after = buffer.bytes.byte(at: 9_000)
    #expect(after == before)
  }

  @Test("A file that is not there, a folder and a NUL byte are errors that name the path")
  func refusing() {
    let missing = #expect(throws: InlayError.self) { try MappedFile(path: "no/such/file") }
    #expect(missing?.description == "no/such/file: cannot be opened: No such file or directory")
    let folder = #expect(throws: InlayError.self) { try MappedFile(path: "/") }
    #expect(folder?.description == "/: is a folder; name a file in it")
    let nul = #expect(throws: InlayError.self) { try MappedFile(path: "a\0b") }
    #expect(nul?.message == "a path cannot hold a NUL byte")
  }

  /// Spans cannot stand in expectations.
  private func byte(_ file: MappedFile, _ offset: Int) -> UInt8 {
    let buffer = file.buffer
    return buffer.bytes.byte(at: offset)
  }

  private func temporary(_ byteCount: Int) throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "inlay-mapped-\(UUID())")
    try Data(repeating: 7, count: byteCount).write(to: url)
    return url
  }

  @Test("A file that is cut off while it is read gives zeros and an error, and the process lives")
  func shrinking() throws {
    let url = try temporary(1 << 20)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try MappedFile(path: url.path)
    let other = try MappedFile(path: url.path)
    try file.verify()
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: 5_000)
    try handle.close()
    #expect(byte(file, 4_000) == 7)
    #expect(byte(file, 1 << 19) == 0)
    #expect(byte(file, (1 << 20) - 1) == 0)
    let error = #expect(throws: InlayError.self) { try file.verify() }
    let remedy = "read it again when nobody writes to it"
    #expect(
      error?.description
        == "\(url.path): became shorter while it was read, or its disk failed; \(remedy)")
    // Nobody has touched the pages that this one lost.
    let unread = #expect(throws: InlayError.self) { try other.verify() }
    #expect(unread?.description == "\(url.path): was changed while it was read; \(remedy)")
    let now = try MappedFile(path: url.path)
    try now.verify()
    #expect(now.count == 5_000)
  }

  @Test("What was cut off is remembered when the memory is given back")
  func forgetting() throws {
    let url = try temporary(1 << 20)
    defer { try? FileManager.default.removeItem(at: url) }
    var file: MappedFile? = try MappedFile(path: url.path)
    let witness = try #require(file?.witness)
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: 0)
    #expect(file.map { byte($0, 10) } == 0)
    file = nil
    #expect(throws: InlayError.self) { try witness.verify() }
    try handle.close()
  }

  @Test("Threads that meet the hole at once all live")
  func manyThreads() throws {
    let url = try temporary(8 << 20)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try MappedFile(path: url.path)
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: 0)
    try handle.close()
    let sums = try Workers(count: 8).map(64) { part in
      (0..<32).reduce(0) { $0 + Int(byte(file, part << 17 | $1 << 12)) }
    }
    #expect(sums.allSatisfy { $0 == 0 })
    #expect(throws: InlayError.self) { try file.verify() }
  }

  @Test("A file that is replaced or removed is still read as it was")
  func replacing() throws {
    let (url, new) = (try temporary(10_000), try temporary(5))
    let file = try MappedFile(path: url.path)
    try System.move(new.path, to: url.path)
    try file.verify()
    try FileManager.default.removeItem(at: url)
    try file.verify()
    #expect(byte(file, 9_999) == 7)
  }

  @Test("A file that grows while it is read is told")
  func growing() throws {
    let url = try temporary(100)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try MappedFile(path: url.path)
    let handle = try FileHandle(forWritingTo: url)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([1]))
    try handle.close()
    #expect(throws: InlayError.self) { try file.verify() }
  }
}
