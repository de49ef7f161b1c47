import InlayBytes
import InlayStorage

extension FileOutput {
  func write(_ bytes: some Sequence<UInt8>) throws {
    let values = Values<UInt8>(Array(bytes))
    try write(values.rawSpan)
  }
}
