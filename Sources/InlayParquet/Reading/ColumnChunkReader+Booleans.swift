import InlayBytes
import InlayColumns

extension ColumnChunkReader {
  /// Decodes booleans.
  func booleans(_ slices: inout PageSlices) throws -> Column {
    var values = BitmapBuilder(capacity: slices.estimatedCount)
    var validity = ValidityBuilder(capacity: slices.estimatedCount)
    try slices.forEach { slice in
      validity.append(slice)
      let bits = try slice.values.bits()
      if let validity = slice.validity {
        values.append(bits, spreadBy: validity)
      } else {
        values.append(bits)
      }
    }
    return Column(type: .boolean, storage: .boolean(values.freeze()), validity: validity.freeze())
  }
}

extension BitmapBuilder {
  /// Adds as many bits as `validity` has: where it has a 1 the next of `bits`, elsewhere a 0.
  fileprivate mutating func append(_ bits: Bitmap, spreadBy validity: Bitmap) {
    var next = 0
    for index in 0..<validity.count {
      let isThere = validity[index]
      append(isThere && bits[next])
      if isThere { next += 1 }
    }
  }
}
