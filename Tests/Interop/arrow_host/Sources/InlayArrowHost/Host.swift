import CInlayArrow
import InlayArrow
import InlayBytes
import InlayColumns
import Synchronization

// What Python calls. A call returns 0, or 1 with words for `inlay_host_error`.

private let lastError = Mutex("")
private let held = Mutex<(schema: Schema, batches: [RecordBatch])?>(nil)

private func status(_ body: () throws -> Void) -> CInt {
  do {
    try body()
    return 0
  } catch {
    lastError.withLock { $0 = "\(error)" }
    return 1
  }
}

/// Takes all batches of a stream, and holds them.
@_cdecl("inlay_host_take")
public func take(_ stream: UnsafeMutablePointer<ArrowArrayStream>) -> CInt {
  status {
    let source = try ArrowStreamSource(taking: stream)
    let scan = try source.scan(ScanRequest(allOf: source.schema))
    var batches: [RecordBatch] = []
    while let morsel = try scan.nextMorsel() { batches.append(try scan.read(morsel)) }
    held.withLock { $0 = (source.schema, batches) }
  }
}

/// Hands out what is held as a stream.
@_cdecl("inlay_host_give")
public func give(_ target: UnsafeMutablePointer<ArrowArrayStream>) -> CInt {
  status {
    guard let (schema, batches) = held.withLock({ $0 }) else {
      throw InlayError(.invalidInput, "nothing was taken")
    }
    let next = Mutex(0)
    ArrowStreamExport.export(schema: schema, to: target) {
      next.withLock { next in
        guard next < batches.count else { return nil }
        defer { next += 1 }
        return batches[next]
      }
    }
  }
}

/// Hands out the first batch that is held, dictionaries and all.
@_cdecl("inlay_host_give_batch")
public func giveBatch(
  _ schema: UnsafeMutablePointer<ArrowSchema>, _ array: UnsafeMutablePointer<ArrowArray>
) -> CInt {
  status {
    guard let batch = held.withLock({ $0?.batches.first }) else {
      throw InlayError(.invalidInput, "nothing was taken")
    }
    batch.exportArrow(schema: schema, array: array)
  }
}

/// Lets go of what is held.
@_cdecl("inlay_host_forget")
public func forget() { held.withLock { $0 = nil } }

/// Copies the words of the last error to `text`, which has room for `capacity` bytes.
@_cdecl("inlay_host_error")
public func errorText(_ text: UnsafeMutablePointer<UInt8>, _ capacity: Int) {
  let words = lastError.withLock { Array($0.utf8.prefix(capacity - 1)) } + [0]
  for (index, byte) in words.enumerated() { text[index] = byte }
}
