import InlayBytes
import InlayColumns

/// Each of these writes the wanted values to the front of `room`.
extension EncodedValues {
  /// Decodes INT32 or INT64.
  func readIntegers<Value: FixedWidthInteger & PhysicalValue>(into room: inout MutableSpan<Value>) throws {
    switch encoding {
    case .plain: try PlainDecoder.read(count, after: skippedCount, of: bytes, into: &room)
    case .deltaBinaryPacked:
      guard count > 0 else { return }
      var decoder = try DeltaBinaryPackedDecoder(bytes, bitWidth: Value.bitWidth)
      try decoder.skip(skippedCount)
      try decoder.read(count, into: &room)
    case .byteStreamSplit: try ByteStreamSplitDecoder.read(self, into: &room)
    default: throw refusal
    }
  }

  /// Decodes FLOAT or DOUBLE.
  func readFloats<Value: PhysicalValue>(into room: inout MutableSpan<Value>) throws {
    switch encoding {
    case .plain: try PlainDecoder.read(count, after: skippedCount, of: bytes, into: &room)
    case .byteStreamSplit: try ByteStreamSplitDecoder.read(self, into: &room)
    default: throw refusal
    }
  }

  /// Decodes FIXED_LEN_BYTE_ARRAY of two bytes that are half-precision numbers, as their bits.
  func readHalves(into room: inout MutableSpan<UInt16>) throws {
    switch encoding {
    case .plain: try PlainDecoder.read(count, after: skippedCount, of: bytes, into: &room)
    case .byteStreamSplit: try ByteStreamSplitDecoder.read(self, into: &room)
    default:
      var index = 0
      try forEachByteArray(fixedLength: 2) { bytes in
        room[index] = UInt16(bytes.byte(at: 1)) << 8 | UInt16(bytes.byte(at: 0))
        index += 1
      }
    }
  }

  /// Decodes INT96 as the timestamps that all its writers mean.
  func readJulianMoments(into room: inout MutableSpan<Int64>) throws {
    guard encoding == .plain else { throw refusal }
    var decoder = PlainByteArrayDecoder(bytes, fixedLength: 12)
    try decoder.skip(skippedCount)
    var index = 0
    try decoder.forEach(count) { bytes in
      room[index] = JulianMoment.micros(bytes)
      index += 1
    }
  }

  /// Decodes BYTE_ARRAY or FIXED_LEN_BYTE_ARRAY whose bytes are decimals.
  func readDecimals(fixedLength: Int?, into room: inout MutableSpan<Int128>) throws {
    var index = 0
    try forEachByteArray(fixedLength: fixedLength) { bytes in
      guard let number = DecimalBytes.number(bytes) else {
        throw InlayError(.corrupt, "a decimal has no bytes or more than 38 digits: \(bytes.byteCount) bytes")
      }
      room[index] = number
      index += 1
    }
  }
}
