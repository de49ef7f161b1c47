import CInlaySystem

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The operating system's calls that Inlay makes, each under its C name: the only file that calls libc for files.
///
/// Each call is repeated when a signal interrupts it, and throws ``InlayError/Code/io`` with the system's own words.
package enum System {
  /// What `fstat` tells of a file.
  package struct FileStatus: Sendable {
    package var size: Int
    package var isFolder: Bool
    package var isRegular: Bool
    package var isLink: Bool
    /// The file system and the file's number in it: what stays the same whatever the file is called.
    package var identity: [UInt64]
    /// When its bytes were last changed, in seconds and nanoseconds.
    package var changed: [Int]
    /// Who may do what with it, as chmod(2) takes it.
    package var permissions: UInt32
    /// The numbers of its user and its group.
    package var owner: [UInt32]

    /// Whether this is the same file with other bytes, as far as its size and the time of its last change tell.
    func isWritten(since earlier: FileStatus) -> Bool {
      identity == earlier.identity && (size != earlier.size || changed != earlier.changed)
    }
  }

  /// How `open` opens a file.
  package enum OpenMode {
    case read
    /// Creates a file that must not exist yet, readable and writable by its owner, within the process's umask.
    case createNew
    /// Opens for writing what is already there, such as a terminal or a pipe.
    case write
    /// Opens a file for its owner only, which need not exist yet; a link is not followed.
    case lock
  }

  /// open(2).
  package static func open(_ path: String, _ mode: OpenMode) throws -> Int32 {
    try admit(.open, path)
    guard !path.utf8.contains(0) else {
      throw InlayError(.invalidInput, "a path cannot hold a NUL byte", at: .init(file: path))
    }
    let flags: Int32 =
      switch mode {
      // Nobody waits for the other end of a pipe, which is refused when it is open.
      case .read: O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
      case .createNew: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      case .write: O_WRONLY | O_CLOEXEC
      case .lock: O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
      }
    return try check(path, "opened") { openFile(path, flags, mode == .lock ? 0o600 : 0o666) }
  }

  private static func openFile(_ path: String, _ flags: Int32, _ permissions: mode_t) -> Int32 {
    #if canImport(Glibc)
    unsafe Glibc.open(path, flags, permissions)
    #elseif canImport(Musl)
    unsafe Musl.open(path, flags, permissions)
    #else
    unsafe Darwin.open(path, flags, permissions)
    #endif
  }

  /// close(2). The result is of no use: what was written is synced before.
  package static func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

  /// fstat(2).
  package static func status(_ descriptor: Int32, path: String) throws -> FileStatus {
    try admit(.status, path)
    var information = stat()
    _ = try check(path, "examined") { unsafe fstat(descriptor, &information) }
    return FileStatus(information)
  }

  /// stat(2); nil when nothing is there.
  package static func status(path: String) throws -> FileStatus? {
    try admit(.status, path)
    var information = stat()
    if unsafe stat(path, &information) == 0 { return FileStatus(information) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure(path, "examined")
  }

  /// lstat(2): of a link itself, not of what it leads to; nil when nothing is there.
  package static func linkStatus(path: String) throws -> FileStatus? {
    try admit(.status, path)
    var information = stat()
    if unsafe lstat(path, &information) == 0 { return FileStatus(information) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure(path, "examined")
  }

  /// realpath(3): the path without links.
  package static func resolve(_ path: String) throws -> String {
    try admit(.resolve, path)
    guard let resolved = unsafe realpath(path, nil) else { throw failure(path, "resolved") }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// pread(2) until `room` is full or the file ends; returns the number of bytes read.
  package static func read(
    _ descriptor: Int32, into room: UnsafeMutableRawBufferPointer, at offset: Int, path: String
  ) throws -> Int {
    try admit(.read, path)
    var done = 0
    while done < room.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: room[done...])
      let count = try check(path, "read") {
        unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// write(2) until all bytes are written.
  package static func write(_ descriptor: Int32, _ bytes: RawSpan, path: String) throws {
    try admit(.write, path)
    try unsafe bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
        done += try check(path, "written") { unsafe writeBytes(descriptor, rest.baseAddress, rest.count) }
      }
    }
  }

  private static func writeBytes(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.write(descriptor, start, count)
    #elseif canImport(Musl)
    unsafe Musl.write(descriptor, start, count)
    #else
    unsafe Darwin.write(descriptor, start, count)
    #endif
  }

  /// posix_fadvise(2): lets the disk begin with what has just been written, and does not wait for it.
  ///
  /// Linux writes what is told to be of no more need at once, and keeps it in memory as long as it is on its way. All
  /// else is left to ``synchronize(_:path:)``, as is every error.
  package static func beginWriteback(_ descriptor: Int32, _ range: Range<Int>) {
    #if os(Linux)
    _ = posix_fadvise(descriptor, off_t(range.lowerBound), off_t(range.count), POSIX_FADV_DONTNEED)
    #endif
  }

  /// fsync(2).
  package static func synchronize(_ descriptor: Int32, path: String) throws {
    try admit(.synchronize, path)
    _ = try check(path, "written to disk") { fsync(descriptor) }
  }

  /// fsync(2) of a folder, so that names given in it last. A file system that cannot do that is left to its own ways.
  package static func synchronizeFolder(_ path: String) throws {
    let descriptor = try open(path, .read)
    defer { closeDescriptor(descriptor) }
    try admit(.synchronize, path)
    if fsync(descriptor) != 0 && errno != EINVAL && errno != ENOTSUP {
      throw failure(path, "written to disk")
    }
  }

  /// rename(2): replaces what is at `target`, in one step.
  package static func move(_ path: String, to target: String) throws {
    try admit(.move, target)
    _ = try check(target, "moved into place") { unsafe rename(path, target) }
  }

  /// unlink(2); nothing there is no error.
  package static func remove(_ path: String) throws {
    try admit(.remove, path)
    if unsafe unlink(path) != 0 && errno != ENOENT { throw failure(path, "removed") }
  }

  /// rmdir(2); nothing there is no error.
  package static func removeFolder(_ path: String) throws {
    try admit(.remove, path)
    if unsafe rmdir(path) != 0 && errno != ENOENT { throw failure(path, "removed") }
  }

  /// mkdir(2); returns whether the folder is new.
  ///
  /// - Parameter isPrivate: Whether it is for its owner only.
  @discardableResult
  package static func makeFolder(_ path: String, isPrivate: Bool = false) throws -> Bool {
    try admit(.makeFolder, path)
    if unsafe mkdir(path, isPrivate ? 0o700 : 0o777) == 0 { return true }
    if errno == EEXIST { return false }
    throw failure(path, "made")
  }

  /// opendir(3) and readdir(3): the names in a folder, without `.` and `..`, in no order.
  package static func names(in path: String) throws -> [String] {
    try admit(.list, path)
    guard let folder = unsafe opendir(path) else { throw failure(path, "listed") }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Repeats `call` while signals interrupt it, and throws when it fails.
  static func check<Result: SignedInteger>(
    _ path: String, _ verb: String, _ call: () -> Result
  ) throws -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw failure(path, verb) }
    }
  }

  /// The error for the call that has just failed.
  static func failure(_ path: String, _ verb: String) -> InlayError {
    let reason = unsafe String(cString: strerror(errno))
    return InlayError(.io, "cannot be \(verb): \(reason)", at: .init(file: path))
  }
}

extension System.FileStatus {
  init(_ information: stat) {
    size = Int(information.st_size)
    isFolder = information.st_mode & S_IFMT == S_IFDIR
    isRegular = information.st_mode & S_IFMT == S_IFREG
    isLink = information.st_mode & S_IFMT == S_IFLNK
    identity = [
      UInt64(truncatingIfNeeded: information.st_dev), UInt64(truncatingIfNeeded: information.st_ino),
    ]
    permissions = UInt32(information.st_mode) & 0o7777
    owner = [UInt32(information.st_uid), UInt32(information.st_gid)]
    #if canImport(Darwin)
    changed = [information.st_mtimespec.tv_sec, information.st_mtimespec.tv_nsec]
    #else
    changed = [information.st_mtim.tv_sec, information.st_mtim.tv_nsec]
    #endif
  }
}
