/// Something that bytes are appended to: an output file, or memory.
///
/// Calls come from one thread at a time, not always the same.
public protocol ByteSink: AnyObject, Sendable {
  /// Appends bytes.
  func write(_ bytes: RawSpan) throws
}

/// A byte sink in memory.
public final class MemorySink: ByteSink {
  private let collected = Gate([UInt8]())

  /// Makes an empty sink.
  public init() {}

  /// Appends bytes.
  public func write(_ bytes: RawSpan) throws {
    collected.withLock { all in unsafe bytes.withUnsafeBytes { unsafe all.append(contentsOf: $0) } }
  }

  /// What was written.
  public var bytes: [UInt8] { collected.withLock { $0 } }
}
