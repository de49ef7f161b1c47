import Entries

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  run(.columns, bytes, count)
}
