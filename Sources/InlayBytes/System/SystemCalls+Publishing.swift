import CInlaySystem

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The calls with which outputs are locked and take their places.
extension System {
  /// What came of asking for a lock.
  package enum LockResult {
    case taken
    /// Someone else has it.
    case held
    /// The file system has no locks.
    case unsupported
  }

  /// flock(2): takes the lock of an open file or folder, unless another has it, for as long as the descriptor is open.
  ///
  /// - Parameter isShared: Whether others may have it too who ask the same.
  package static func lock(_ descriptor: Int32, isShared: Bool = false) -> LockResult {
    while true {
      if flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 { return .taken }
      if errno == EWOULDBLOCK { return .held }
      if errno != EINTR { return .unsupported }
    }
  }

  /// renameat2(2) with RENAME_EXCHANGE: two names of one file system swap what they name, in one step.
  package static func exchange(_ path: String, _ other: String) throws {
    try admit(.move, other)
    _ = try check(other, "moved into place") { unsafe inlay_exchange(path, other) }
  }

  /// link(2): gives what is at a path a second name; a link itself, not what it leads to.
  package static func link(_ path: String, as other: String) throws {
    try admit(.link, other)
    _ = try check(other, "linked") { unsafe linkat(AT_FDCWD, path, AT_FDCWD, other, 0) }
  }

  /// chmod(2) and chown(2): lets a folder belong to whom another one does, with the same permissions.
  package static func setAccess(_ path: String, as status: FileStatus) throws {
    try admit(.changeMode, path)
    if let own = try self.status(path: path), own.owner != status.owner {
      _ = try check(path, "given to its owner") { unsafe chown(path, status.owner[0], status.owner[1]) }
    }
    _ = try check(path, "opened to others") { unsafe chmod(path, mode_t(status.permissions)) }
  }

  /// listxattr(2): whether a file has attributes, such as an access list, that a new one would not have.
  package static func hasAttributes(_ path: String) -> Bool { unsafe inlay_has_attributes(path) }

  /// getpid(2).
  package static var processID: Int32 { getpid() }

  /// gethostname(2).
  package static var hostName: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&bytes, bytes.count - 1) == 0 else { return "unknown" }
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// strftime(3): the time now, in the form `2026-01-31 12:00:00 UTC`.
  package static var timeText: String {
    var now = time(nil)
    var parts = unsafe tm()
    guard unsafe gmtime_r(&now, &parts) != nil else { return "" }
    var bytes = [CChar](repeating: 0, count: 64)
    let count = unsafe strftime(&bytes, bytes.count, "%Y-%m-%d %H:%M:%S UTC", &parts)
    return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
