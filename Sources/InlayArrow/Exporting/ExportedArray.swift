import CInlayArrow
import InlayBytes
import InlayColumns

/// The memory of exported values: what their structure points to, and the column that it lies in.
@safe
final class ExportedArray {
  // Safe: made here, given back in `deinit`, and seen by nobody else but the one who has the structure. What the buffers
  // point to is kept.
  private let buffers: UnsafeMutablePointer<UnsafeRawPointer?>
  private let bufferCount: Int
  private let children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>
  private let childCount: Int
  private let dictionary: UnsafeMutablePointer<ArrowArray>?
  private let kept: [Buffer]

  private init(_ layout: ExportLayout) {
    kept = layout.places.compactMap(\.buffer)
    bufferCount = layout.places.count
    unsafe buffers = .allocate(capacity: Swift.max(bufferCount, 1))
    for (index, place) in layout.places.enumerated() {
      unsafe (buffers + index).initialize(to: place.buffer.map { unsafe $0.baseAddress + place.byteOffset })
    }
    childCount = layout.children.count
    unsafe children = .allocate(capacity: Swift.max(childCount, 1))
    for (index, column) in layout.children.enumerated() {
      let child = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
      unsafe Self.write(column, to: child)
      unsafe children[index] = child
    }
    unsafe dictionary = layout.dictionary.map { column in
      let base = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
      unsafe Self.write(column, to: base)
      return unsafe base
    }
  }

  deinit {
    unsafe buffers.deallocate()
    for index in 0..<childCount {
      if let child = unsafe children[index] {
        // What a consumer has moved away has no callback any more.
        unsafe child.pointee.release?(child)
        unsafe child.deallocate()
      }
    }
    unsafe children.deallocate()
    if let dictionary = unsafe dictionary {
      unsafe dictionary.pointee.release?(dictionary)
      unsafe dictionary.deallocate()
    }
  }

  /// Writes the values of a column.
  static func write(_ column: Column, to target: UnsafeMutablePointer<ArrowArray>) {
    let hasOwnNulls = column.type != .null && column.validity != nil
    unsafe write(
      ExportLayout(column), count: column.count,
      nullCount: column.type == .null ? column.count : hasOwnNulls ? column.validityNullCount : 0, to: target)
  }

  /// Writes the rows of a batch, as a structure without nulls.
  static func write(_ batch: RecordBatch, to target: UnsafeMutablePointer<ArrowArray>) {
    unsafe write(ExportLayout(rowsOf: batch), count: batch.rowCount, nullCount: 0, to: target)
  }

  private static func write(
    _ layout: ExportLayout, count: Int, nullCount: Int, to target: UnsafeMutablePointer<ArrowArray>
  ) {
    let exported = ExportedArray(layout)
    unsafe target.initialize(
      to: ArrowArray(
        length: Int64(count), null_count: Int64(nullCount), offset: 0, n_buffers: Int64(exported.bufferCount),
        n_children: Int64(exported.childCount), buffers: exported.buffers,
        children: exported.childCount > 0 ? exported.children : nil, dictionary: exported.dictionary,
        release: { array in
          guard let array = unsafe array, let owner = unsafe array.pointee.private_data else { return }
          unsafe array.pointee.release = nil
          unsafe array.pointee.private_data = nil
          unsafe Unmanaged<ExportedArray>.fromOpaque(owner).release()
        }, private_data: Unmanaged.passRetained(exported).toOpaque()))
  }
}

extension Column {
  /// The nulls that the validity bitmap says; in dictionary form entries of the base may be null besides.
  fileprivate var validityNullCount: Int { validity.map { count - $0.countOnes() } ?? 0 }
}
