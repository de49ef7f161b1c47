import InlayBytes
import InlayColumns

extension ColumnChunkReader {
  /// Decodes a dictionary page, whose values are PLAIN under either of two names.
  func decode(_ page: DictionaryPage) throws -> Column {
    do {
      guard page.encoding == .plain || page.encoding == .plainDictionary else {
        throw InlayError(.unsupported, "a dictionary in this encoding cannot be read: \(page.encoding)")
      }
      var reader = try PageReader(self)
      let buffer = try reader.open(page)
      guard page.valueCount <= buffer.count else { throw PlainDecoder.tooShort }
      return try decode(
        PageSlice(
          buffer: buffer, valueBytes: 0..<buffer.count, encoding: .plain, rowCount: page.valueCount,
          validity: nil, skippedCount: 0, valueCount: page.valueCount))
    } catch let error as InlayError {
      throw InlayError(error.code, "in the dictionary page: \(error.message)", at: error.location)
        .located(in: location)
    }
  }

  private func decode(_ slice: PageSlice) throws -> Column {
    switch layout {
    case .null, .boolean: throw InlayError(.unsupported, "values of this type have no dictionary")
    case .float16: try numbers(slice, as: UInt16.self, PlainNumbers.read)
    case .int32: try numbers(slice, as: Int32.self, PlainNumbers.read)
    case .int64: try numbers(slice, as: Int64.self, PlainNumbers.read)
    case .int96: try numbers(slice, as: Int64.self, PlainNumbers.readJulianMoments)
    case .float: try numbers(slice, as: Float.self, PlainNumbers.read)
    case .double: try numbers(slice, as: Double.self, PlainNumbers.read)
    case .decimalBytes(let length):
      try numbers(slice, as: Int128.self) { slice, room in
        try PlainNumbers.readDecimals(slice, fixedLength: length, into: &room)
      }
    case .byteArray(let length): try views(slice, fixedLength: length)
    }
  }

  private func numbers<Value: PhysicalValue>(
    _ slice: PageSlice, as _: Value.Type, _ plain: (PageSlice, inout MutableSpan<Value>) throws -> Void
  ) throws -> Column {
    var values = ValueBuilder<Value>(capacity: slice.valueCount)
    try values.append(count: slice.valueCount) { room in try plain(slice, &room) }
    return Column(type: Value.dictionaryType(field.type), storage: Value.storage(values.freeze()))
  }

  private func views(_ slice: PageSlice, fixedLength: Int?) throws -> Column {
    var views = ValueBuilder<ByteView>(capacity: slice.valueCount)
    try views.append(count: slice.valueCount) { room in
      var decoder = PlainByteArrayDecoder(slice.values, fixedLength: fixedLength)
      let start = decoder
      try decoder.read(slice.valueCount, into: &room, buffer: 0, base: 0)
      if field.type == .string { try start.requireUTF8(slice.valueCount, upTo: decoder) }
    }
    return Column(
      type: field.type, storage: .views(ViewValues(views: views.freeze(), buffers: [slice.buffer])))
  }
}
