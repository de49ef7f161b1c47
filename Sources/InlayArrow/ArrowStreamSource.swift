public import CInlayArrow
import InlayBytes
public import InlayColumns
import Synchronization

/// A stream of batches of another library of this process, by the Arrow C stream interface, as a source.
///
/// A stream gives its batches once, so the source can be scanned once. It is given back when nobody holds the source.
public final class ArrowStreamSource: BatchSource {
  /// The columns.
  public let schema: Schema
  private let stream: ImportedStream
  private let type: ImportedField
  private let isTaken = Atomic(false)

  /// Takes a stream over, and marks the structure as released, also when an error is thrown.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` for a structure that breaks the interface's rules; ``InlayError/Code/unsupported``
  ///   for types that columns have not; ``InlayError/Code/io`` with the other library's words when that fails.
  @unsafe
  public init(taking source: UnsafeMutablePointer<ArrowArrayStream>) throws {
    stream = unsafe try ImportedStream(taking: source)
    type = try stream.type()
    guard case .structure(let fields) = type.field.type, type.indexFormat == nil else {
      throw ImportedField.refused("rows are structures")
    }
    schema = Schema(fields)
  }

  /// Nothing is known before the stream is read.
  public var estimate: SizeEstimate { SizeEstimate(byteCount: 0) }

  /// Begins to read the stream.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when it was read before.
  public func scan(_ request: ScanRequest) throws -> any BatchScan {
    if let filter = request.filter { return try FilteringScan(self, request.columns, filter) }
    guard !isTaken.exchange(true, ordering: .relaxed) else {
      throw InlayError(.invalidInput, "a stream gives its rows once: collect them to use them again")
    }
    return StreamScan(stream, type, columns: request.columns, schema: schema.selecting(request.columns))
  }
}

/// One reading of a stream: a batch is a morsel.
private final class StreamScan: BatchScan {
  let schema: Schema
  private let stream: ImportedStream
  private let type: ImportedField
  private let columns: [Int]
  private let count = Mutex(0)
  private let given = Mutex(ScanProgress())

  init(_ stream: ImportedStream, _ type: ImportedField, columns: [Int], schema: Schema) {
    self.stream = stream
    self.type = type
    self.columns = columns
    self.schema = schema
  }

  func nextMorsel() throws -> Morsel? {
    guard let memory = try stream.next() else { return nil }
    return count.withLock { count in
      defer { count += 1 }
      return Morsel(sequence: count, content: memory)
    }
  }

  func read(_ morsel: Morsel) throws -> RecordBatch {
    guard let memory = morsel.content as? ImportedMemory else {
      preconditionFailure("a scan reads its own morsels")
    }
    let batch = try RecordBatch.read(memory, type).selecting(columns)
    given.withLock { $0.rowCount += batch.rowCount }
    return batch
  }

  var progress: ScanProgress { given.withLock { $0 } }
}

/// A stream that was taken over; released once, when it is gone.
@safe
private final class ImportedStream: @unchecked Sendable {
  // Safe: moved here from the one who handed it over; a scan asks for batches from one thread at a time, and the type is
  // asked for before any scan begins.
  private let stream: UnsafeMutablePointer<ArrowArrayStream>

  init(taking source: UnsafeMutablePointer<ArrowArrayStream>) throws {
    guard unsafe source.pointee.release != nil, unsafe source.pointee.get_schema != nil,
      unsafe source.pointee.get_next != nil
    else { throw ImportedField.refused("the stream was released before it was taken, or lacks a call") }
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: source.pointee)
    unsafe source.pointee.release = nil
  }

  deinit {
    unsafe stream.pointee.release?(stream)
    unsafe stream.deallocate()
  }

  func type() throws -> ImportedField {
    var schema = unsafe ArrowSchema()
    try check(unsafe stream.pointee.get_schema(stream, &schema))
    defer { unsafe schema.release?(&schema) }
    return unsafe try ImportedField.read(&schema)
  }

  /// Returns the next array, or nil at the end.
  func next() throws -> ImportedMemory? {
    var array = unsafe ArrowArray()
    try check(unsafe stream.pointee.get_next(stream, &array))
    return unsafe array.release == nil ? nil : try ImportedMemory(taking: &array)
  }

  private func check(_ status: CInt) throws {
    guard status != 0 else { return }
    let words = unsafe stream.pointee.get_last_error?(stream).map { unsafe String(cString: $0) }
    let told = printable(words ?? "no reason is given", limit: 1_000)
    throw InlayError(.io, "the other library's stream failed with \(status): \(told)")
  }
}
