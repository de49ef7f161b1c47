import InlayBytes
import InlayColumns

/// Writes columns as bytes that ``ColumnDecoder`` reads: for temporary files of one process, not for exchange.
///
/// A column is one byte that says whether a bitmap of its values follows, that bitmap in whole words, and the values:
/// numbers one after the other, texts as all lengths and then all bytes, lists as all lengths and then the elements,
/// structures as their fields. Dictionaries are written out.
enum ColumnEncoder {
  /// Adds a column; O(bytes).
  static func append(_ column: Column, to bytes: inout ValueBuilder<UInt8>) {
    let column = column.decoded()
    append(column.validity, to: &bytes)
    switch column.storage {
    case .boolean(let bits): append(words: bits, to: &bytes)
    case .int8(let values): bytes.append(bytes: values.rawSpan)
    case .int16(let values): bytes.append(bytes: values.rawSpan)
    case .int32(let values): bytes.append(bytes: values.rawSpan)
    case .int64(let values): bytes.append(bytes: values.rawSpan)
    case .uint8(let values): bytes.append(bytes: values.rawSpan)
    case .uint16(let values): bytes.append(bytes: values.rawSpan)
    case .uint32(let values): bytes.append(bytes: values.rawSpan)
    case .uint64(let values): bytes.append(bytes: values.rawSpan)
    case .float(let values): bytes.append(bytes: values.rawSpan)
    case .double(let values): bytes.append(bytes: values.rawSpan)
    case .int128(let values): bytes.append(bytes: values.rawSpan)
    case .views(let values): append(values, to: &bytes)
    case .list(let lists): append(lists, to: &bytes)
    case .structure(let values): for field in values.columns { append(field, to: &bytes) }
    case .null, .dictionary: break
    }
  }

  private static func append(_ validity: Bitmap?, to bytes: inout ValueBuilder<UInt8>) {
    bytes.append(validity == nil ? 0 : 1)
    if let validity { append(words: validity, to: &bytes) }
  }

  private static func append(words bits: Bitmap, to bytes: inout ValueBuilder<UInt8>) {
    for index in stride(from: 0, to: bits.count, by: 64) { bytes.append(littleEndian: bits.word(at: index)) }
  }

  private static func append(_ values: ViewValues, to bytes: inout ValueBuilder<UInt8>) {
    var total = 0
    let views = values.views.span
    bytes.reserve(views.count * 4)
    for index in views.indices {
      bytes.append(littleEndian: UInt32(truncatingIfNeeded: views[index].count))
      total &+= views[index].count
    }
    let end = bytes.count + total
    // Short values are written 12 bytes at a time, whatever their length: the next one overwrites what is too much.
    bytes.append(count: total + ByteView.inlineCapacity) { room in
      var offset = 0
      for index in views.indices {
        let view = views[index]
        if view.isInline {
          unsafe room.withUnsafeMutableBytes { room in
            let prefix = UInt32(truncatingIfNeeded: view.low >> 32).littleEndian
            unsafe room.storeBytes(of: prefix, toByteOffset: offset, as: UInt32.self)
            unsafe room.storeBytes(of: view.high.littleEndian, toByteOffset: offset &+ 4, as: UInt64.self)
          }
        } else {
          unsafe values.bytes(at: index).withUnsafeBytes { value in
            unsafe room.withUnsafeMutableBytes { room in
              unsafe UnsafeMutableRawBufferPointer(rebasing: room[offset...]).copyMemory(from: value)
            }
          }
        }
        offset &+= view.count
      }
    }
    bytes.truncate(to: end)
  }

  private static func append(_ lists: ListValues, to bytes: inout ValueBuilder<UInt8>) {
    let lists = lists.compacted()
    for index in 0..<lists.count { bytes.append(littleEndian: UInt32(lists[index].count)) }
    append(lists.elements, to: &bytes)
  }
}
