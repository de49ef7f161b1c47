import Inlay
import Testing

@testable import InlayCLI

@Suite("Text for a terminal")
struct PrintableSinkTests {
  @Test("Lines stay lines, and what would act on the terminal is shown")
  func escapes() throws {
    let sink = MemorySink()
    let text = Values<UInt8>(Array("a,b\n\u{1B}[2J,\u{9B}1m\r\n夜\u{202E},\"\u{7}\"\n".utf8))
    try PrintableSink(sink).write(text.rawSpan)
    #expect(
      String(decoding: sink.bytes, as: UTF8.self)
        == "a,b\n\\u{1b}[2J,\\u{9b}1m\\r\\n夜\\u{202e},\"\\u{7}\"\n")
  }
}
