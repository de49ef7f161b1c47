import InlayBytes
import InlayColumns

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Collects texts and bytes.
final class ViewWriter: ColumnWriter {
  private var views = ViewBuilder()

  override func appendPlaceholder() { views.appendEmpty() }

  override func append(_ value: String) throws {
    guard type == .string else {
      guard type == .uuid, let id = UUID(uuidString: value) else { throw mismatch(value) }
      return try append(id)
    }
    views.append(utf8: value)
    counted()
  }

  override func append(_ value: UUID) throws {
    guard type != .string else { return try append(value.uuidString.lowercased()) }
    try append(bytes: unsafe withUnsafeBytes(of: value.uuid) { unsafe Data($0) })
  }

  override func append(bytes value: Data) throws {
    guard type != .string else { throw mismatch(value) }
    if let width = type.fixedByteWidth, width != value.count {
      throw failure(value, "a column of type \(type) takes \(width) bytes a value: found \(value.count)")
    }
    // Safe: the bytes are copied within this closure.
    unsafe value.withUnsafeBytes { views.append(unsafe RawSpan(_unsafeBytes: $0)) }
    counted()
  }

  override func freeze() -> (DataType, ColumnStorage) {
    var all = ViewBuilder()
    swap(&all, &views)
    return (type, .views(all.freeze()))
  }
}
