import Foundation

/// What libFuzzer calls first: with a folder in INLAY_CORPORA the program writes the inputs that each entry begins with, those
/// of the checkout in INLAY_CHECKOUT, and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_: UnsafeMutableRawPointer?, _: UnsafeMutableRawPointer?) -> CInt {
  let environment = ProcessInfo.processInfo.environment
  guard let folder = environment["INLAY_CORPORA"], let checkout = environment["INLAY_CHECKOUT"] else {
    return 0
  }
  let more = ["PARQUET_TEST_DATA", "ARROW_FUZZ_DATA"].compactMap { environment[$0] }
  do {
    for entry in Entry.allCases {
      let place = "\(folder)/\(entry.rawValue)"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      for (number, seed) in entry.seeds(checkout: checkout, more: more).enumerated() {
        try Data(seed).write(to: URL(fileURLWithPath: "\(place)/seed-\(number)"))
      }
    }
  } catch {
    fatalError("the corpora cannot be written: \(error)")
  }
  exit(0)
}
