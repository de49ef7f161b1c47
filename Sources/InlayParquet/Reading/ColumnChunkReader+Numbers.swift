import InlayBytes
import InlayColumns

extension ColumnChunkReader {
  /// Decodes numbers, the dictionary's looked up, and gives them the storage of the column's type.
  ///
  /// - Parameter read: Decodes values that are no indices into the dictionary.
  func numbers<Value: PhysicalValue>(
    _ slices: inout PageSlices, as _: Value.Type,
    _ read: (EncodedValues, inout MutableSpan<Value>) throws -> Void
  ) throws -> Column {
    var values = ValueBuilder<Value>(capacity: slices.estimatedCount)
    var validity = ValidityBuilder(capacity: slices.estimatedCount)
    var indices = ValueBuilder<UInt32>()
    try slices.forEach { slice in
      validity.append(slice)
      if slice.values.encoding.isDictionary {
        try lookUp(slice, with: &indices, into: &values)
        return
      }
      try values.append(count: slice.slotCount) { room in
        try read(slice.values, &room)
        slice.spread(&room, filler: .zero)
      }
    }
    return Column(
      type: field.type, storage: NumberStorage.make(values.freeze(), type: field.type),
      validity: validity.freeze())
  }

  /// Adds the values of a slice that are indices into the dictionary.
  private func lookUp<Value: PhysicalValue>(
    _ slice: PageSlice, with indices: inout ValueBuilder<UInt32>, into values: inout ValueBuilder<Value>
  ) throws {
    guard let dictionary = try Value.values(in: dictionary().column.storage) else {
      preconditionFailure("a dictionary is decoded in its column's layout")
    }
    indices.truncate(to: 0)
    try indices.append(count: slice.values.count) { room in
      try slice.values.readIndices(below: dictionary.count, into: &room)
    }
    let chosen = indices.span
    let source = dictionary.span
    values.append(count: slice.slotCount) { room in
      precondition(chosen.count <= room.count)
      for index in 0..<chosen.count {
        // Safe: `readIndices(below:)` compared the greatest index with the number of values.
        unsafe room[unchecked: index] = source[unchecked: Int(chosen[unchecked: index])]
      }
      slice.spread(&room, filler: .zero)
    }
  }
}
