import CInlaySystem
import Synchronization

/// Tells whether a file is still what it was when it was mapped.
///
/// Pages of a mapping come from the file when they are touched, so that a file that somebody writes to meanwhile would
/// give parts of two contents, and one that is cut off would end the process: see `mappings.c`.
package final class FileWitness: Sendable {
  private let path: String
  /// What the file was when it was mapped.
  package let status: System.FileStatus
  private let state = Mutex(State())

  private struct State {
    /// The number of the mapping; nil when it is gone, or could not be watched.
    var mapping: Int32?
    var hasEnded = false
    /// What was wrong when the mapping ended.
    var failure: InlayError?
  }

  init(path: String, status: System.FileStatus) {
    self.path = path
    self.status = status
  }

  /// Begins to watch the file's mapping.
  @unsafe
  func watch(_ memory: UnsafeRawPointer, _ byteCount: Int) {
    let number = unsafe inlay_watch_mapping(memory, byteCount)
    state.withLock { $0.mapping = number < 0 ? nil : number }
  }

  /// Ends that, before the memory is given back.
  ///
  /// The file is looked at for the last time: without its mapping it may be gone, and its number another file's.
  func endWatch() {
    let change = change
    state.withLock { state in
      let isCut = state.mapping.map(inlay_forget_mapping) == true
      state.failure = isCut ? cut : change
      state.hasEnded = true
      state.mapping = nil
    }
  }

  /// Makes sure that all that was read until now is what the file held when it was mapped.
  ///
  /// A file that was replaced by another one, or removed, is still there for those who have mapped it.
  ///
  /// - Throws: ``InlayError/Code/io`` when it is shorter now, or was written to; what was read is of no use then.
  package func verify() throws(InlayError) {
    let (isCut, hasEnded, failure) = state.withLock { state in
      (state.mapping.map(inlay_mapping_failed) == true, state.hasEnded, state.failure)
    }
    if isCut { throw cut }
    if let failure = hasEnded ? failure : change { throw failure }
  }

  /// Makes sure that what was mapped is what another look at the same file found earlier.
  ///
  /// A file that was replaced by another one since then passes, unless the system gave that the number of the old one.
  ///
  /// - Throws: ``InlayError/Code/io`` when somebody wrote to it, or cut it off, in between.
  package func verify(since earlier: System.FileStatus) throws(InlayError) {
    if status.isWritten(since: earlier) { throw written }
  }

  private static let remedy = "read it again when nobody writes to it"

  private var cut: InlayError {
    InlayError(
      .io, "became shorter while it was read, or its disk failed; \(Self.remedy)", at: .init(file: path))
  }

  private var written: InlayError {
    InlayError(.io, "was changed while it was read; \(Self.remedy)", at: .init(file: path))
  }

  /// What is wrong with the file as it is now; nil for one that is as it was, or is no more what its path names.
  private var change: InlayError? {
    guard let now = try? System.status(path: path), now.isWritten(since: status) else { return nil }
    return written
  }
}
