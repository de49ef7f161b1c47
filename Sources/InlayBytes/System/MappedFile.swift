#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file's bytes in memory, read by the operating system as they are touched.
public final class MappedFile: Sendable {
  /// The path that was opened, as it was given.
  public let path: String
  /// The whole file. It stays valid as long as anyone holds the buffer, even after the file was deleted.
  public let buffer: Buffer
  /// Tells whether the file is still what it was.
  package let witness: FileWitness

  /// Maps a regular file.
  ///
  /// - Throws: ``InlayError/Code/io`` when it cannot be opened, ``InlayError/Code/invalidInput`` when it is no file.
  public init(path: String) throws {
    self.path = path
    let descriptor = try System.open(path, .read)
    defer { System.closeDescriptor(descriptor) }
    let status = try System.status(descriptor, path: path)
    guard status.isRegular else {
      let what =
        status.isFolder ? "is a folder; name a file in it" : "is not a regular file; copy it to one first"
      throw InlayError(.invalidInput, what, at: .init(file: path))
    }
    witness = FileWitness(path: path, status: status)
    buffer = try Self.map(descriptor, byteCount: status.size, path: path, witness)
  }

  /// Makes sure that what was read of the buffer until now is what the file held when it was mapped.
  ///
  /// A file that shrinks while it is read gives zeros where it was cut off, and no signal that ends the process.
  ///
  /// - Throws: ``InlayError/Code/io`` when the file was written to or cut off since then.
  public func verify() throws(InlayError) { try witness.verify() }

  /// The number of bytes.
  public var count: Int { buffer.count }

  /// mmap(2), private and read-only. An empty file cannot be mapped and needs no mapping.
  private static func map(
    _ descriptor: Int32, byteCount: Int, path: String, _ witness: FileWitness
  ) throws -> Buffer {
    guard byteCount > 0 else {
      witness.endWatch()
      return .empty
    }
    try System.admit(.map, path)
    let memory = unsafe mmap(nil, byteCount, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
      throw System.failure(path, "mapped")
    }
    unsafe madvise(memory, byteCount, MADV_SEQUENTIAL)
    unsafe witness.watch(memory, byteCount)
    let address = UInt(bitPattern: memory)
    // Safe: the mapping is private to this buffer, read-only, and ends when the buffer does.
    return unsafe Buffer(foreign: memory, count: byteCount) {
      witness.endWatch()
      if let memory = unsafe UnsafeMutableRawPointer(bitPattern: address) { unsafe munmap(memory, byteCount) }
    }
  }

  /// Lets go of the memory behind a range of the file; it is read again when someone touches it.
  ///
  /// A stream calls this for what it is done with, so that a large file does not count as used memory. Only whole
  /// memory pages inside the range are released.
  public func release(_ range: Range<Int>) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let first = (range.lowerBound + page - 1) / page * page
    let end = Swift.min(range.upperBound, count) / page * page
    guard page > 0, first >= 0, first < end else { return }
    // Safe: the range lies within the mapping, and the pages of a private read-only mapping come back unchanged.
    unsafe madvise(UnsafeMutableRawPointer(mutating: buffer.baseAddress + first), end - first, MADV_DONTNEED)
  }
}
