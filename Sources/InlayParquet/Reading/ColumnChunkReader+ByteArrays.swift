import InlayBytes
import InlayColumns

extension ColumnChunkReader {
  /// Decodes strings or binaries.
  ///
  /// Rows whose pages all refer to the dictionary stay in dictionary form: four bytes a row instead of sixteen, and
  /// who hashes, compares or writes the column has each distinct value before it once. Else every row is a view of the
  /// page or of the dictionary.
  func byteArrays(_ slices: inout PageSlices, fixedLength: Int?) throws -> Column {
    if !slices.pages.isEmpty, slices.pages.allSatisfy({ $0.encoding.isDictionary }) {
      let dictionary = try dictionary()
      // A chunk of nulls only may have an empty dictionary, into which no index can point.
      if dictionary.column.count > 0 { return try dictionaryIndices(&slices, into: dictionary) }
    }
    return try views(&slices, fixedLength: fixedLength)
  }

  private func dictionaryIndices(_ slices: inout PageSlices, into dictionary: DictionaryBase) throws -> Column
  {
    var indices = ValueBuilder<UInt32>(capacity: slices.estimatedCount)
    var validity = ValidityBuilder(capacity: slices.estimatedCount)
    let limit = dictionary.column.count
    try slices.forEach { slice in
      validity.append(slice)
      try indices.append(count: slice.slotCount) { room in
        try slice.values.readIndices(below: limit, into: &room)
        slice.spread(&room, filler: 0)
      }
    }
    // Safe: the indices of each page were compared with the dictionary's count, and it has a first value for nulls.
    let values = unsafe DictionaryValues(unchecked: indices.freeze(), base: dictionary)
    return Column(type: field.type, storage: .dictionary(values), validity: validity.freeze())
  }

  private func views(_ slices: inout PageSlices, fixedLength: Int?) throws -> Column {
    var views = ValueBuilder<ByteView>(capacity: slices.estimatedCount)
    var validity = ValidityBuilder(capacity: slices.estimatedCount)
    var buffers = PageBuffers()
    try slices.forEach { slice in
      validity.append(slice)
      try views.append(count: slice.slotCount) { room in
        if slice.values.encoding.isDictionary {
          try lookUp(slice.values, into: &room, &buffers)
        } else {
          try slice.values.readViews(
            fixedLength: fixedLength, isText: field.type == .string, into: &room, &buffers)
        }
        slice.spread(&room, filler: .empty)
      }
    }
    return Column(
      type: field.type, storage: .views(ViewValues(views: views.freeze(), buffers: buffers.all)),
      validity: validity.freeze())
  }

  /// Writes the views of values that are indices into the dictionary.
  private func lookUp(
    _ values: EncodedValues, into room: inout MutableSpan<ByteView>, _ buffers: inout PageBuffers
  ) throws {
    guard case .views(let dictionary) = try dictionary().column.storage else {
      preconditionFailure("a dictionary is decoded in its column's layout")
    }
    var indices = ValueBuilder<UInt32>()
    try indices.append(count: values.count) { room in
      try values.readIndices(below: dictionary.count, into: &room)
    }
    let first = buffers.addDictionary(dictionary.buffers)
    for index in 0..<indices.count {
      let view = dictionary.views[Int(indices[index])]
      room[index] = view.rebased(buffer: first + UInt32(view.buffer))
    }
  }
}
