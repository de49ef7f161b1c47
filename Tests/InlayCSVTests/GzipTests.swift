import CZlib
import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayCSV

@Suite("CSV in gzip")
struct GzipTests {
  private let folder = TestFolder()

  /// Compresses bytes as one gzip member.
  private func member(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    unsafe inlay_deflate_init(&stream, 6, 31)
    var output = [UInt8](repeating: 0, count: bytes.count + 1_000)
    var input = bytes
    let count = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        unsafe deflate(&stream, Z_FINISH)
        return unsafe output.count - Int(stream.avail_out)
      }
    }
    unsafe deflateEnd(&stream)
    return Array(output[..<count])
  }

  private func member(_ text: String) -> [UInt8] { member(Array(text.utf8)) }

  private func error(_ bytes: [UInt8], _ change: (inout CSVOptions) -> Void = { _ in }) throws -> String {
    var options = CSVOptions()
    change(&options)
    let path = try folder.write(bytes, to: "a.csv.gz")
    let error = #expect(throws: InlayError.self) { try rows(of: CSVSource(path: path, options: options)) }
    return error?.description.replacing(folder.path + "/", with: "") ?? ""
  }

  private static let text = "a,b\n" + (0..<2_000).map { "\($0),\"text\n\($0)\"\n" }.joined()
  private static let expected: [[String?]] = (0..<2_000).map { ["\($0)", "text\n\($0)"] }

  @Test(
    "Members are decompressed one after the other, in chunks of any size",
    arguments: [1, 7, 100, 5_000, 1 << 20])
  func members(size: Int) throws {
    let bytes = Array(Self.text.utf8)
    let parts = member(Array(bytes[..<1_000])) + member([]) + member(Array(bytes[1_000...]))
    var options = CSVOptions()
    options.chunkByteCount = size
    for padding in [0, 512] {
      let path = try folder.write(parts + [UInt8](repeating: 0, count: padding), to: "a.csv.gz")
      let source = try CSVSource(path: path, options: options)
      #expect(try rows(of: source) == Self.expected)
      let progress = try batches(of: source).progress
      #expect(progress.byteCount == parts.count + padding)
    }
  }

  @Test("Compression is told by the first bytes, or by the option")
  func detection() throws {
    var options = CSVOptions()
    options.compression = .gzip
    let plainName = try folder.write(member("a\n1\n"), to: "a.csv")
    #expect(try rows(of: CSVSource(path: plainName)) == [["1"]])
    #expect(try rows(of: CSVSource(path: plainName, options: options)) == [["1"]])
    options.compression = .none
    let error = #expect(throws: InlayError.self) { try CSVSource(path: plainName, options: options) }
    #expect(error?.message == "the bytes of this field are not UTF-8; convert the file to UTF-8")
    let misnamed = try folder.write("a\n1\n", to: "plain.csv.gz")
    #expect(try rows(of: CSVSource(path: misnamed)) == [["1"]])
  }

  @Test("Damaged data is an error that says so")
  func damage() throws {
    let whole = member(Self.text)
    for count in [2, 5, 100, whole.count - 1] {
      #expect(
        try error(Array(whole[..<count]))
          == "a.csv.gz: the gzip data ends in its middle; copy the file again from where it came from")
    }
    var flipped = whole
    flipped[whole.count - 6] ^= 1
    #expect(
      try error(flipped)
        == "a.csv.gz: the gzip data is damaged near byte \(whole.count - 4) of the file; copy it again from where it came "
        + "from: incorrect data check")
    #expect(
      try error(whole + [1, 2, 3])
        == "a.csv.gz: bytes that are no gzip member follow the last one; compress the file again, or cut it after its "
        + "byte \(whole.count)")
    #expect(
      try error(Array("a\n1\n".utf8)) { $0.compression = .gzip }
        == "a.csv.gz: the gzip data is damaged near byte 2 of the file; copy it again from where it came from: "
        + "incorrect header check")
  }

  @Test("More text than the limit allows is refused, and as much is not")
  func limit() throws {
    let count = Self.text.utf8.count
    #expect(
      try error(member(Self.text)) { $0.maxDecompressedBytes = count - 1 }
        == "a.csv.gz: the file holds more text than maxDecompressedBytes allows; raise that option if the file is to "
        + "be trusted: \(count - 1)")
    var options = CSVOptions()
    options.maxDecompressedBytes = count
    let path = try folder.write(member(Self.text), to: "a.csv.gz")
    #expect(try rows(of: CSVSource(path: path, options: options)) == Self.expected)
  }

  @Test("Text that is denser than the limit allows is refused when it is large, and at the limit is not")
  func ratio() throws {
    let row = "a\(String(repeating: "b", count: 99_998))\n"
    let large = member("h\n" + String(repeating: row, count: 700))
    let ratio = (700 * 100_000 + 2) / large.count
    #expect(
      try error(large) { $0.maxDecompressionRatio = ratio - 1 }
        == "a.csv.gz: the file holds more text for each of its bytes than maxDecompressionRatio allows; raise that "
        + "option if the file is to be trusted: \(ratio - 1)")
    var options = CSVOptions()
    options.maxDecompressionRatio = ratio + 1
    let path = try folder.write(large, to: "a.csv.gz")
    #expect(try rows(of: CSVSource(path: path, options: options)).count == 700)
    options.maxDecompressionRatio = 1
    let small = try folder.write(member(Self.text), to: "small.csv.gz")
    #expect(try rows(of: CSVSource(path: small, options: options)) == Self.expected)
  }

  @Test("Places are those of the decompressed text")
  func places() throws {
    #expect(
      try error(member("a,b\n1,2\n3\n")).hasPrefix("a.csv.gz, line 3, column b, byte 8: the row has 1 field"))
  }
}
