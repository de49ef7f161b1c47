import InlayBytes

/// Decodes the wanted PLAIN values of a slice to the front of a room.
enum PlainNumbers {
  static func read<Value: PhysicalValue>(_ slice: PageSlice, into room: inout MutableSpan<Value>) throws {
    try PlainDecoder.read(slice.valueCount, after: slice.skippedCount, of: slice.values, into: &room)
  }

  static func readJulianMoments(_ slice: PageSlice, into room: inout MutableSpan<Int64>) throws {
    var decoder = PlainByteArrayDecoder(slice.values, fixedLength: 12)
    try decoder.skip(slice.skippedCount)
    var index = 0
    try decoder.forEach(slice.valueCount) { bytes in
      room[index] = JulianMoment.micros(bytes)
      index += 1
    }
  }

  static func readDecimals(
    _ slice: PageSlice, fixedLength: Int?, into room: inout MutableSpan<Int128>
  ) throws {
    var decoder = PlainByteArrayDecoder(slice.values, fixedLength: fixedLength)
    try decoder.skip(slice.skippedCount)
    var index = 0
    try decoder.forEach(slice.valueCount) { bytes in
      guard let number = DecimalBytes.number(bytes) else {
        throw InlayError(.corrupt, "a decimal has no bytes or more than 38 digits: \(bytes.byteCount) bytes")
      }
      room[index] = number
      index += 1
    }
  }
}
