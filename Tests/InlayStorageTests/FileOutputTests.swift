import FoundationEssentials
import InlayBytes
import InlayStorage
import InlayTesting
import Testing

@Suite("File output")
struct FileOutputTests {
  @Test(
    "Pieces of all sizes arrive in order",
    arguments: [[1, 2, 3], [300_000], [10, 300_000, 10], [262_144, 1]])
  func pieces(sizes: [Int]) throws {
    let folder = TestFolder()
    let output = try FileOutput(creating: folder.path("out"))
    var expected: [UInt8] = []
    for (index, size) in sizes.enumerated() {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ index) }
      try output.write(bytes)
      expected += bytes
    }
    #expect(output.byteCount == expected.count)
    try output.finish()
    let written = try Data(contentsOf: URL(filePath: folder.path("out")))
    #expect(Array(written) == expected)
  }

  @Test("A file that exists is not opened")
  func existing() throws {
    let folder = try TestFolder(["out"])
    let path = folder.path("out")
    let error = #expect(throws: InlayError.self) { try FileOutput(creating: path) }
    #expect(error?.description == "\(path): cannot be opened: File exists")
    #expect(try folder.text(of: "out") == "out")
  }

  @Test("A file is finished once, however often that is asked")
  func finishedTwice() throws {
    let folder = TestFolder()
    let output = try FileOutput(creating: folder.path("out"))
    let bytes: [UInt8] = [0x61]
    try output.write(bytes)
    try output.finish()
    try output.finish()
    #expect(try folder.text(of: "out") == "a")
  }

  @Test("Nothing is written to a file that is closed")
  func closed() throws {
    let folder = TestFolder()
    let path = folder.path("out")
    let output = try FileOutput(creating: path)
    try output.finish()
    let bytes: [UInt8] = [1]
    try output.write(bytes)
    let error = #expect(throws: InlayError.self) { try output.flush() }
    #expect(error?.description == "\(path): cannot be written: the file is closed")
  }
}
