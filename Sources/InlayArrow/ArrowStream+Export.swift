public import CInlayArrow
import InlayBytes
public import InlayColumns

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Hands batches over to another library of this process, one after the other, by the Arrow C stream interface.
public enum ArrowStreamExport {
  /// Fills a structure from which another library takes batches.
  ///
  /// Columns in dictionary form are decoded, since all batches of a stream have one type; for what else is copied, see
  /// ``InlayColumns/RecordBatch/exportArrow(schema:array:)``.
  ///
  /// - Parameters:
  ///   - schema: The columns of all batches.
  ///   - target: Uninitialised room. Who has it calls its `release` once; batches that were taken outlive that.
  ///   - next: Called for each batch by whoever takes it, one thread at a time; nil at the end. It is let go with the stream.
  @unsafe
  public static func export(
    schema: Schema, to target: UnsafeMutablePointer<ArrowArrayStream>,
    next: @escaping @Sendable () throws -> RecordBatch?
  ) {
    let owner = unsafe Unmanaged.passRetained(ExportedStream(schema, next))
    unsafe target.initialize(
      to: ArrowArrayStream(
        get_schema: { stream, out in
          guard let owner = unsafe ExportedStream.of(stream), let out = unsafe out else { return EINVAL }
          unsafe owner.schema.exportArrow(to: out)
          return 0
        },
        get_next: { stream, out in
          guard let owner = unsafe ExportedStream.of(stream), let out = unsafe out else { return EINVAL }
          return unsafe owner.write(to: out)
        },
        get_last_error: { stream in
          unsafe ExportedStream.of(stream)?.lastError.map { unsafe UnsafePointer($0) }
        },
        release: { stream in
          guard let stream = unsafe stream, let owner = unsafe stream.pointee.private_data else { return }
          unsafe stream.pointee.release = nil
          unsafe stream.pointee.private_data = nil
          unsafe Unmanaged<ExportedStream>.fromOpaque(owner).release()
        }, private_data: owner.toOpaque()))
  }
}

/// What an exported stream holds.
@safe
private final class ExportedStream {
  let schema: Schema
  private let next: @Sendable () throws -> RecordBatch?
  // Safe: replaced and freed only here; the interface lets its reader look at it until the next call.
  private(set) var lastError: UnsafeMutablePointer<CChar>?

  init(_ schema: Schema, _ next: @escaping @Sendable () throws -> RecordBatch?) {
    self.schema = schema
    self.next = next
  }

  deinit { unsafe free(lastError) }

  static func of(_ stream: UnsafeMutablePointer<ArrowArrayStream>?) -> ExportedStream? {
    guard let owner = unsafe stream?.pointee.private_data else { return nil }
    return unsafe Unmanaged<ExportedStream>.fromOpaque(owner).takeUnretainedValue()
  }

  /// Writes the next batch, or a released array at the end; returns a code of errno.
  func write(to out: UnsafeMutablePointer<ArrowArray>) -> CInt {
    do {
      guard let batch = try next() else {
        unsafe out.initialize(to: ArrowArray())
        return 0
      }
      let plain = RecordBatch(
        schema: schema, columns: batch.columns.map { $0.fullyDecoded() }, rowCount: batch.rowCount)
      unsafe ExportedArray.write(plain, to: out)
      return 0
    } catch {
      unsafe free(lastError)
      unsafe lastError = strdup("\(error)")
      return (error as? InlayError)?.code == .invalidInput ? EINVAL : EIO
    }
  }
}

extension Column {
  /// The column without dictionaries, also within its values.
  fileprivate func fullyDecoded() -> Column {
    let plain = decoded()
    switch plain.storage {
    case .list(let lists):
      let elements = lists.elements.fullyDecoded()
      return Column(
        type: type, storage: .list(ListValues(offsets: lists.offsets, elements: elements)),
        validity: plain.validity)
    case .structure(let values):
      let columns = values.columns.map { $0.fullyDecoded() }
      return Column(
        type: type, storage: .structure(StructureValues(columns: columns, count: values.count)),
        validity: plain.validity)
    default: return plain
    }
  }
}
