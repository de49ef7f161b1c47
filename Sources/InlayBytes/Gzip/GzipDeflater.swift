import CZlib

/// Compresses into gzip members; zlib's tables are made once and used for every member.
@safe
package final class GzipDeflater {
  // Safe: zlib remembers the stream's address, so it stands on the heap from `init` to `deinit`; both pointers in it
  // are set right before each call and point to memory that outlives the call.
  private let stream: UnsafeMutablePointer<z_stream>

  package init(level: Int) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe inlay_deflate_init(stream, Int32(level), 15 + 16)
    precondition(status == Z_OK, "zlib has no memory")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  package func compress(_ bytes: RawSpan, into output: inout ValueBuilder<UInt8>) {
    precondition(bytes.byteCount <= Int(Int32.max), "a member is made of less than 2³¹ bytes")
    unsafe deflateReset(stream)
    let start = output.count
    let bound = Int(unsafe deflateBound(stream, UInt(bytes.byteCount)))
    output.append(count: bound) { room in
      unsafe room.withUnsafeMutableBytes { room in
        unsafe bytes.withUnsafeBytes { source in
          // Safe: the room has what `deflateBound` asks for, so one call takes all input; zlib does not write to it.
          unsafe stream.pointee.next_in = UnsafeMutablePointer(
            mutating: source.baseAddress?.assumingMemoryBound(to: Bytef.self))
          unsafe stream.pointee.avail_in = UInt32(source.count)
          unsafe stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: Bytef.self)
          unsafe stream.pointee.avail_out = UInt32(room.count)
          let status = unsafe deflate(stream, Z_FINISH)
          precondition(status == Z_STREAM_END, "zlib asked for too little room")
        }
      }
    }
    output.truncate(to: start + bound - Int(unsafe stream.pointee.avail_out))
  }
}
