import CInlaySystem

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the process uses.
public enum Memory {
  /// The largest amount of physical memory that the process has had, in bytes: getrusage(2).
  public static var peakByteCount: Int {
    var usage = rusage()
    #if canImport(Darwin)
    guard unsafe getrusage(RUSAGE_SELF, &usage) == 0 else { return 0 }
    return usage.ru_maxrss
    #else
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    return usage.ru_maxrss * 1024
    #endif
  }

  /// Keeps memory that was freed for the next one who asks, instead of giving it back to the system: mallopt(3).
  ///
  /// It is for a command that has the process to itself, whose batches come and go: what is given back must be cleared
  /// and brought again page by page. A library leaves its host's memory alone.
  package static func keepFreedMemory() {
    inlay_keep_freed_memory()
  }
}
