import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

@Suite("Which types have which encodings")
struct EncodedValuesTests {
  /// The table in Encodings.md, but for dictionaries, whose values are looked up before.
  static let legal: [PhysicalType: Set<Encoding>] = [
    .boolean: [.plain, .rle],
    .int32: [.plain, .deltaBinaryPacked, .byteStreamSplit],
    .int64: [.plain, .deltaBinaryPacked, .byteStreamSplit],
    .int96: [.plain],
    .float: [.plain, .byteStreamSplit],
    .double: [.plain, .byteStreamSplit],
    .byteArray: [.plain, .deltaLengthByteArray, .deltaByteArray],
    .fixedLengthByteArray: [.plain, .deltaByteArray, .byteStreamSplit],
  ]

  static let encodings = (0...10).map { Encoding(rawValue: $0) }.filter { !$0.isDictionary }

  private static func values(_ type: PhysicalType, _ encoding: Encoding) -> EncodedValues {
    EncodedValues(
      buffer: .empty, byteRange: 0..<0, type: type, encoding: encoding, skippedCount: 0, count: 0,
      limits: ParquetLimits())
  }

  /// Decodes nothing, which is possible where the encoding is legal.
  private static func decode(_ values: EncodedValues) throws {
    switch values.type {
    case .boolean: _ = try values.bits()
    case .int32:
      try values.discard { (room: inout MutableSpan<Int32>) in try values.readIntegers(into: &room) }
    case .int64:
      try values.discard { (room: inout MutableSpan<Int64>) in try values.readIntegers(into: &room) }
    case .int96:
      try values.discard { (room: inout MutableSpan<Int64>) in try values.readJulianMoments(into: &room) }
    case .float: try values.discard { (room: inout MutableSpan<Float>) in try values.readFloats(into: &room) }
    case .double:
      try values.discard { (room: inout MutableSpan<Double>) in try values.readFloats(into: &room) }
    case .byteArray: try values.forEachByteArray(fixedLength: nil) { _ in }
    case .fixedLengthByteArray: try values.forEachByteArray(fixedLength: 5) { _ in }
    }
  }

  @Test("Legal combinations are decoded, others are errors", arguments: PhysicalType.allCases)
  func combinations(type: PhysicalType) throws {
    for encoding in Self.encodings {
      let values = Self.values(type, encoding)
      if Self.legal[type]!.contains(encoding) {
        try Self.decode(values)
        continue
      }
      let error = #expect(throws: InlayError.self) { try Self.decode(values) }
      let isKnown = encoding.rawValue < 10 && encoding.rawValue != 1
      #expect(error?.code == (isKnown ? .corrupt : .unsupported))
      #expect(error?.message.hasSuffix("\(encoding)") == true)
      #expect(error?.message.hasPrefix("\(type) values are never") == isKnown)
    }
  }

  @Test("Half-precision numbers in every encoding that their bytes may have")
  func halves() throws {
    let numbers: [UInt16] = [0, 1, 0x3C00, 0xBC00, 0x7E01, 0x8000, 0xFFFF]
    let bytes = numbers.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let forms: [(Encoding, [UInt8])] = [
      (.plain, Array(bytes.joined())), (.byteStreamSplit, ReferenceEncodings.split(bytes)),
      (.deltaByteArray, ReferenceEncodings.deltaBytes(bytes)),
    ]
    for (encoding, page) in forms {
      let values = EncodedValues(
        buffer: Values(page).buffer, byteRange: 0..<page.count, type: .fixedLengthByteArray,
        encoding: encoding,
        skippedCount: 2, count: 5, limits: ParquetLimits())
      var output = ValueBuilder<UInt16>()
      try output.append(count: 5) { room in try values.readHalves(into: &room) }
      let read = (0..<5).map { output[$0] }
      #expect(read == Array(numbers[2...]), "\(encoding)")
    }
  }

  @Test("Decimals in every encoding that their bytes may have")
  func decimals() throws {
    let numbers: [Int128] = [0, 1, -1, 127, -128, 30_000, -30_000, 8_388_607]
    let bytes = numbers.map { number in
      (0..<3).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    let forms: [(Encoding, Int?, [UInt8])] = [
      (.plain, 3, bytes.flatMap { $0 }), (.byteStreamSplit, 3, ReferenceEncodings.split(bytes)),
      (.deltaByteArray, 3, ReferenceEncodings.deltaBytes(bytes)),
      (.deltaByteArray, nil, ReferenceEncodings.deltaBytes(bytes)),
      (.deltaLengthByteArray, nil, ReferenceEncodings.deltaLength(bytes)),
    ]
    for (encoding, length, page) in forms {
      let values = EncodedValues(
        buffer: Values(page).buffer, byteRange: 0..<page.count,
        type: length == nil ? .byteArray : .fixedLengthByteArray, encoding: encoding, skippedCount: 2,
        count: 6,
        limits: ParquetLimits())
      var output = ValueBuilder<Int128>()
      try output.append(count: 6) { room in try values.readDecimals(fixedLength: length, into: &room) }
      let read = (0..<6).map { output[$0] }
      #expect(read == Array(numbers[2...]), "\(encoding)")
    }
  }
}

extension EncodedValues {
  fileprivate func discard<Value: BitwiseCopyable>(
    _ read: (inout MutableSpan<Value>) throws -> Void
  ) throws {
    var output = ValueBuilder<Value>()
    try output.append(count: count) { room in try read(&room) }
  }
}
