import Inlay

/// Takes lines of text for a terminal, and writes their control characters as escapes: what a cell holds shall not move
/// the cursor, change colours, or make a line look like another.
final class PrintableSink: ByteSink {
  private let output: any ByteSink

  init(_ output: any ByteSink) { self.output = output }

  func write(_ bytes: RawSpan) throws {
    // Safe: the bytes are copied before the closure ends.
    let text = unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    let shown = text.printableLines.utf8
    var builder = ValueBuilder<UInt8>(capacity: shown.count)
    for byte in shown { builder.append(byte) }
    try output.write(builder.rawSpan)
  }
}
