import InlayBytes

/// Who writes to a target: what a run tells of itself to those that come too late.
enum LockOwner {
  /// The most bytes that are read of what another run says.
  private static let maximumByteCount = 400

  /// What this run says.
  static var text: String {
    "process \(System.processID) on \(System.hostName) since \(System.timeText)"
  }

  /// Writes it into an open file, as its only content.
  static func write(to descriptor: Int32, path: String) throws {
    let bytes = Values<UInt8>(Array((text + "\n").utf8))
    try System.write(descriptor, bytes.rawSpan, path: path)
  }

  /// Reads it from a file; nil when nobody has said anything there.
  static func read(_ path: String) -> String? {
    guard let descriptor = try? System.open(path, .read) else { return nil }
    defer { System.closeDescriptor(descriptor) }
    var bytes = [UInt8](repeating: 0, count: maximumByteCount)
    let count = unsafe bytes.withUnsafeMutableBytes { room in
      unsafe (try? System.read(descriptor, into: room, at: 0, path: path)) ?? 0
    }
    let line = bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }
    return line.isEmpty ? nil : printable(String(decoding: line, as: UTF8.self))
  }

  /// The error of a run that came too late.
  static func error(_ owner: String?, at path: String) -> InlayError {
    InlayError(
      .io,
      "another run writes to this target; wait until it ends, or give another target. It is \(owner ?? "one that has just begun")",
      at: .init(file: path))
  }
}
