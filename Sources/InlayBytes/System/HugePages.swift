#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Memory in pages of two megabytes: one fault of a page brings as much as 512 of the small ones, and the processor
/// finds the addresses of all of it with few entries.
enum HugePages {
  /// The size of a huge page in bytes.
  static var pageSize: Int { 1 << 21 }

  /// The least size of memory that is worth it. Its last page may be used in part only, and counts whole.
  static var leastByteCount: Int { 3 << 21 }

  /// madvise(2): asks for huge pages where the system has them; its refusal costs nothing.
  @unsafe
  static func advise(_ memory: UnsafeMutableRawPointer, _ byteCount: Int) {
    #if os(Linux)
    // Safe: advice does not change what memory holds, and only whole pages within the memory are named.
    unsafe _ = madvise(memory, byteCount & ~(pageSize - 1), MADV_HUGEPAGE)
    #endif
  }
}
