/// Immutable bytes that columns, batches and threads share.
///
/// A buffer owns its memory, whoever made it: the heap, a mapped file, or a foreign library that wants to be told
/// when nobody looks any more. It is the only owner of raw memory in Inlay; everything above hands out spans of it.
@safe
public final class Buffer: @unchecked Sendable {
  // Safe: the memory is never written after `init` and lives until `deinit`, so sharing it between threads is sound.
  @usableFromInline let base: UnsafeRawPointer
  /// The number of bytes.
  public let count: Int
  private let release: Release

  /// How the memory goes back to whoever lent it.
  private enum Release {
    case heap
    case call(@Sendable () -> Void)
  }

  /// Takes over `count` bytes of heap memory that were allocated with ``ValueBuilder``'s alignment.
  @usableFromInline
  init(adopting base: UnsafeMutableRawPointer, count: Int) {
    unsafe self.base = UnsafeRawPointer(base)
    self.count = count
    release = .heap
  }

  /// Wraps foreign memory.
  ///
  /// - Parameters:
  ///   - base: The first byte; it must stay valid and unchanged until `release` is called.
  ///   - count: The number of bytes.
  ///   - release: Called once, on any thread, when the last reference is gone.
  @unsafe
  public init(foreign base: UnsafeRawPointer, count: Int, release: @escaping @Sendable () -> Void) {
    unsafe self.base = base
    self.count = count
    self.release = .call(release)
  }

  /// Copies the bytes of a span.
  public convenience init(copying bytes: RawSpan) {
    var builder = ValueBuilder<UInt8>(capacity: bytes.byteCount)
    builder.append(bytes: bytes)
    let count = builder.count
    unsafe self.init(adopting: builder.surrender(), count: count)
  }

  deinit {
    switch release {
    case .heap: unsafe UnsafeMutableRawPointer(mutating: base).deallocate()
    case .call(let release): release()
    }
  }

  /// The bytes.
  @inlinable
  public var bytes: RawSpan {
    @_lifetime(borrow self)
    get {
      // Safe: the memory lives as long as `self`, and the span's lifetime is tied to it.
      let span = unsafe RawSpan(_unsafeStart: base, byteCount: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The address of the first byte, for kernels; valid while the buffer is alive.
  @unsafe @inlinable
  public var baseAddress: UnsafeRawPointer { unsafe base }

  /// A buffer of no bytes.
  public static let empty = Buffer(copying: ValueBuilder<UInt8>().rawSpan)
}

extension Array where Element == UInt8 {
  /// Copies the bytes of a buffer.
  public init(_ buffer: Buffer) {
    // Safe: the pointer does not leave this closure.
    self = unsafe buffer.bytes.withUnsafeBytes { unsafe Array($0) }
  }
}
