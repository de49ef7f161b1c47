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
}
