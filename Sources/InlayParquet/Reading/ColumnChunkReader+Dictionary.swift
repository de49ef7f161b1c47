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
        EncodedValues(
          buffer: buffer, byteRange: 0..<buffer.count, type: metadata.type, encoding: .plain,
          skippedCount: 0, count: page.valueCount, limits: file.options.limits))
    } catch let error as InlayError {
      throw InlayError(error.code, "in the dictionary page: \(error.message)", at: error.location)
        .located(in: location)
    }
  }

  /// Decodes the wanted values, which are neither booleans nor indices into a dictionary, as they are stored.
  func decode(_ values: EncodedValues) throws -> Column {
    switch layout {
    case .null, .boolean: throw InlayError(.unsupported, "values of this type have no dictionary")
    case .int32: try numbers(values, as: Int32.self) { try $0.readIntegers(into: &$1) }
    case .int64: try numbers(values, as: Int64.self) { try $0.readIntegers(into: &$1) }
    case .int96: try numbers(values, as: Int64.self) { try $0.readJulianMoments(into: &$1) }
    case .float16: try numbers(values, as: UInt16.self) { try $0.readHalves(into: &$1) }
    case .float: try numbers(values, as: Float.self) { try $0.readFloats(into: &$1) }
    case .double: try numbers(values, as: Double.self) { try $0.readFloats(into: &$1) }
    case .decimalBytes(let length):
      try numbers(values, as: Int128.self) { try $0.readDecimals(fixedLength: length, into: &$1) }
    case .byteArray(let length): try views(values, fixedLength: length)
    }
  }

  private func numbers<Value: PhysicalValue>(
    _ values: EncodedValues, as _: Value.Type,
    _ read: (EncodedValues, inout MutableSpan<Value>) throws -> Void
  ) throws -> Column {
    var numbers = ValueBuilder<Value>(capacity: values.count)
    try numbers.append(count: values.count) { room in try read(values, &room) }
    return Column(type: Value.dictionaryType(field.type), storage: Value.storage(numbers.freeze()))
  }

  private func views(_ values: EncodedValues, fixedLength: Int?) throws -> Column {
    var views = ValueBuilder<ByteView>(capacity: values.count)
    var buffers = PageBuffers()
    try views.append(count: values.count) { room in
      try values.readViews(
        fixedLength: fixedLength, isText: field.type == .string, into: &room, &buffers)
    }
    return Column(type: field.type, storage: .views(ViewValues(views: views.freeze(), buffers: buffers.all)))
  }
}
