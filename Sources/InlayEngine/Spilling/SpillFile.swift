import InlayBytes
import Synchronization

/// A file without a name for rows that do not fit in memory. It is gone when nobody holds it, or the process ends.
final class SpillFile: Sendable {
  private let descriptor: Int32
  private let folder: String
  private let end = Mutex(0)

  /// Makes an empty file.
  ///
  /// - Throws: ``InlayError/Code/io`` when the folder takes no files.
  init(inFolder folder: String) throws {
    self.folder = folder
    do {
      descriptor = try System.openUnnamed(inFolder: folder)
    } catch let error as InlayError {
      throw Self.explained(error)
    }
  }

  deinit { System.closeDescriptor(descriptor) }

  /// Writes bytes behind all others.
  ///
  /// - Returns: Where they are.
  func append(_ bytes: RawSpan) throws -> Range<Int> {
    try end.withLock { end in
      do {
        try System.write(descriptor, bytes, path: folder)
      } catch let error as InlayError {
        throw Self.explained(error)
      }
      let start = end
      end += bytes.byteCount
      return start..<end
    }
  }

  /// Reads bytes that were written.
  func read(_ range: Range<Int>) throws -> Buffer {
    var bytes = ValueBuilder<UInt8>(capacity: range.count)
    try bytes.append(count: range.count) { room in
      let count = try unsafe room.withUnsafeMutableBytes {
        try unsafe System.read(descriptor, into: $0, at: range.lowerBound, path: folder)
      }
      guard count == range.count else {
        throw InlayError(.io, "rows that were put into a temporary file are gone", at: .init(file: folder))
      }
    }
    return bytes.freeze().buffer
  }

  private static func explained(_ error: InlayError) -> InlayError {
    var error = error
    error.message +=
      "; rows that do not fit in memory are put there: name another folder, or allow more memory"
    return error
  }
}
