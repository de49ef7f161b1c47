import Inlay
import Synchronization

/// Makes an array of objects that come a line each: what a line end is in a value is an escape in it.
final class JSONArrayOutput: ByteSink {
  private let output: FileOutput
  private let isEmpty = Mutex(true)

  init(_ output: FileOutput) { self.output = output }

  func write(_ bytes: RawSpan) throws {
    var text = ValueBuilder<UInt8>(capacity: bytes.byteCount + bytes.byteCount / 16)
    isEmpty.withLock { isEmpty in
      var beginsLine = true
      for index in 0..<bytes.byteCount {
        if beginsLine { text.append(utf8: isEmpty ? "[\n" : ",\n") }
        let byte = bytes.byte(at: index)
        beginsLine = byte == UInt8(ascii: "\n")
        isEmpty = false
        if !beginsLine { text.append(byte) }
      }
    }
    try output.write(text.rawSpan)
  }

  /// Ends the array.
  func finish() throws { try output.write(utf8: isEmpty.withLock { $0 } ? "[]\n" : "\n]\n") }
}
