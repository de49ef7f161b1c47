import CInlaySystem

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension System {
  /// The folder for temporary files that may be large: `TMPDIR` where it is set, or else the one that is on a disk by
  /// custom (hier(7)): `/tmp` is memory on many systems.
  package static var temporaryFolder: String {
    if let value = unsafe getenv("TMPDIR") {
      let folder = unsafe String(cString: value)
      if !folder.isEmpty { return folder }
    }
    let isThere = (try? status(path: "/var/tmp"))?.map(\.isFolder) ?? false
    return isThere ? "/var/tmp" : "/tmp"
  }

  /// Opens a file without a name for reading and writing by this process alone: it is gone when it is closed, and when
  /// the process ends in whatever way.
  ///
  /// Where the file system has no such files, one is made under a name nobody can foresee and loses it at once.
  package static func openUnnamed(inFolder folder: String) throws -> Int32 {
    guard !folder.utf8.contains(0) else {
      throw InlayError(.invalidInput, "a path cannot hold a NUL byte", at: .init(file: folder))
    }
    try admit(.open, folder)
    let descriptor = unsafe inlay_open_unnamed(folder)
    if descriptor >= 0 { return descriptor }
    guard [ENOTSUP, EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else {
      throw failure(folder, "used for temporary files")
    }
    var template = Array("\(folder)/.inlay-spill-XXXXXX".utf8CString)
    let named = unsafe template.withUnsafeMutableBufferPointer { name in
      unsafe name.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard named >= 0 else { throw failure(folder, "used for temporary files") }
    _ = fcntl(named, F_SETFD, FD_CLOEXEC)
    unsafe template.withUnsafeBufferPointer { name in
      if let name = name.baseAddress { _ = unsafe unlink(name) }
    }
    return named
  }
}
