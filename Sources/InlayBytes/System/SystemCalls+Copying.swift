#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension System {
  /// read(2) and write(2): copies all that comes out of one descriptor, such as a pipe, into another.
  package static func copy(from source: Int32, to target: Int32, path: String) throws {
    var room = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe room.withUnsafeMutableBytes { unsafe readBytes(source, $0.baseAddress, $0.count) }
      if count == 0 { return }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path, "read")
      }
      try write(target, unsafe room.span.bytes.extracting(first: count), path: path)
    }
  }

  private static func readBytes(_ descriptor: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.read(descriptor, room, count)
    #elseif canImport(Musl)
    unsafe Musl.read(descriptor, room, count)
    #else
    unsafe Darwin.read(descriptor, room, count)
    #endif
  }
}
