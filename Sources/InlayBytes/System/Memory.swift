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
  /// The largest amount of physical memory that the process has had, in bytes.
  ///
  /// Linux tells it in proc_pid_status(5); getrusage(2), which other systems are asked, would there tell that of the
  /// process that started this one, when that was larger.
  public static var peakByteCount: Int {
    #if os(Linux)
    if let peak = statusKilobytes(named: "VmHWM") { return peak * 1024 }
    #endif
    var usage = rusage()
    #if canImport(Darwin)
    guard unsafe getrusage(RUSAGE_SELF, &usage) == 0 else { return 0 }
    return usage.ru_maxrss
    #else
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    return usage.ru_maxrss * 1024
    #endif
  }

  /// A number of the process's own status.
  private static func statusKilobytes(named name: String) -> Int? {
    guard let bytes = bytes(ofFile: "/proc/self/status") else { return nil }
    let wanted = Array("\(name):".utf8)
    let line = bytes.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: wanted) }
    let digits = line?.dropFirst(wanted.count).filter { (0x30...0x39).contains($0) }
    return digits.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// Keeps memory that was freed for the next one who asks, instead of giving it back to the system: mallopt(3).
  ///
  /// It is for a process whose main work is that of Inlay, and is called at its start, as the command does: batches come
  /// and go, and what is given back must be cleared and brought again page by page. Without it nothing is changed in how
  /// the host's memory is managed. Has no effect but with the GNU C library.
  public static func keepFreedMemory() {
    inlay_keep_freed_memory()
  }
}
