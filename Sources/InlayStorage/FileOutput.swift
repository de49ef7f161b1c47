public import InlayBytes
import Synchronization

/// A file that bytes are written to, in pieces large enough that the system's calls cost nothing.
public final class FileOutput: ByteSink {
  /// The path of the file.
  public let path: String
  private let state: Mutex<State>

  /// The size of a piece in bytes.
  private static let pieceSize = 1 << 18

  /// What is at least as large is written without a copy.
  private static let leastDirectSize = 1 << 17

  /// The number of bytes that the disk is given at a time while the rest is still being made, so that the wait at the
  /// end is short.
  private static let writebackSize = 4 << 20

  private struct State: ~Copyable {
    var descriptor: Int32?
    var isOwned = true
    var isFinished = false
    var pending = ValueBuilder<UInt8>(capacity: FileOutput.pieceSize)
    var written = 0
    // How many bytes the disk was told to begin with.
    var begun = 0
  }

  /// Creates a file that must not exist yet.
  public init(creating path: String) throws {
    self.path = path
    state = Mutex(State(descriptor: try System.open(path, .createNew)))
  }

  /// Writes to what is open already, such as the standard output, and stays so; `name` stands for it in errors.
  package init(descriptor: Int32, name: String) {
    path = name
    state = Mutex(State(descriptor: descriptor, isOwned: false))
  }

  deinit { discard() }

  /// Appends bytes.
  ///
  /// - Throws: ``InlayError/Code/io`` when the system refuses, for instance because the disk is full.
  public func write(_ bytes: RawSpan) throws {
    try state.withLock { state in
      state.written += bytes.byteCount
      let isDirect = bytes.byteCount >= Self.leastDirectSize
      if isDirect || state.pending.count + bytes.byteCount > Self.pieceSize { try flush(&state) }
      if isDirect {
        try System.write(try descriptor(of: state), bytes, path: path)
      } else {
        state.pending.append(bytes: bytes)
      }
      beginWriteback(&state)
    }
  }

  private func beginWriteback(_ state: inout State) {
    let handedOver = state.written - state.pending.count
    guard state.isOwned, let descriptor = state.descriptor, handedOver - state.begun >= Self.writebackSize
    else {
      return
    }
    System.beginWriteback(descriptor, state.begun..<handedOver)
    state.begun = handedOver
  }

  /// The number of bytes that were given to ``write(_:)``.
  public var byteCount: Int { state.withLock { $0.written } }

  /// Hands what is held back to the system, without waiting for the disk.
  public func flush() throws { try state.withLock { try flush(&$0) } }

  /// Waits until all bytes are on the disk, and closes the file; a file that is finished already stays as it is.
  public func finish() throws {
    try state.withLock { state in
      try flush(&state)
      guard !state.isFinished else { return }
      let descriptor = try descriptor(of: state)
      state.descriptor = nil
      if state.isOwned {
        defer { System.closeDescriptor(descriptor) }
        try System.synchronize(descriptor, path: path)
      }
      // A run of many files keeps them all until it is committed.
      state.pending = ValueBuilder()
      state.isFinished = true
    }
  }

  /// Closes the file without writing what is held back; a file that is closed already stays as it is.
  public func discard() {
    state.withLock { state in
      if let descriptor = state.descriptor, state.isOwned { System.closeDescriptor(descriptor) }
      state.descriptor = nil
    }
  }

  private func flush(_ state: inout State) throws {
    guard state.pending.count > 0 else { return }
    try System.write(try descriptor(of: state), state.pending.rawSpan, path: path)
    state.pending.truncate(to: 0)
  }

  private func descriptor(of state: borrowing State) throws -> Int32 {
    guard let descriptor = state.descriptor else {
      throw InlayError(.io, "cannot be written: the file is closed", at: .init(file: path))
    }
    return descriptor
  }
}
