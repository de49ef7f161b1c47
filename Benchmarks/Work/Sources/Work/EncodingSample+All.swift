import Inlay

extension EncodingSample {
  /// Every type with every encoding that it may have.
  static let all: [EncodingSample] =
    numbers("int32", .int32, integers32, [.plain, .rleDictionary, .deltaBinaryPacked, .byteStreamSplit])
    + numbers("int64", .int64, integers64, [.plain, .rleDictionary, .deltaBinaryPacked, .byteStreamSplit])
    + numbers("float", .float, floats, [.plain, .rleDictionary, .byteStreamSplit])
    + numbers("double", .double, doubles, [.plain, .rleDictionary, .byteStreamSplit])
    + numbers("boolean", .boolean, booleans, [.plain, .rle])
    + numbers(
      "decimal(20, 2)", .decimal(precision: 20, scale: 2), decimals,
      [.plain, .deltaByteArray, .byteStreamSplit])
    + numbers("uuid", .uuid, identifiers, [.plain, .deltaByteArray, .byteStreamSplit])
    + numbers("string, short", .string, shortTexts, texts)
    + numbers("string, long", .string, longTexts, texts)
    + [
      EncodingSample("int64", withNulls(.int64, integers64), .plain, isNullable: true),
      EncodingSample("string, short", withNulls(.string, shortTexts), .plain, isNullable: true),
      EncodingSample("string, short", withNulls(.string, shortTexts), .rleDictionary, isNullable: true),
    ]

  private static let texts: [Encoding] = [.plain, .rleDictionary, .deltaLengthByteArray, .deltaByteArray]

  private static func numbers(
    _ name: String, _ type: DataType, _ storage: ColumnStorage, _ encodings: [Encoding]
  ) -> [EncodingSample] {
    let column = Column(type: type, storage: storage)
    return encodings.map { EncodingSample(name, column, $0) }
  }

  /// Every seventh value is null.
  private static func withNulls(_ type: DataType, _ storage: ColumnStorage) -> Column {
    Column(type: type, storage: storage, validity: Bitmap((0..<valueCount).map { $0 % 7 != 0 }))
  }

  // MARK: Values

  /// Numbers without an order among some thousands, so that a dictionary has something to say.
  private static func seed(_ index: Int) -> UInt64 {
    let mixed = UInt64(index) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 29) % 5_000
  }

  private static let integers32 = ColumnStorage.int32(
    Values((0..<valueCount).map { Int32(seed($0)) * 1_000 }))
  private static let integers64 = ColumnStorage.int64(
    Values((0..<valueCount).map { Int64($0) * 7 + Int64(seed($0)) }))
  private static let floats = ColumnStorage.float(Values((0..<valueCount).map { Float(seed($0)) / 8 }))
  private static let doubles = ColumnStorage.double(Values((0..<valueCount).map { Double(seed($0)) / 7 }))
  private static let booleans = ColumnStorage.boolean(Bitmap((0..<valueCount).map { seed($0) % 40 > 3 }))
  private static let decimals = ColumnStorage.int128(Values((0..<valueCount).map { Int128(seed($0)) << 40 }))
  private static let shortTexts = ColumnStorage.views(ViewValues((0..<valueCount).map { "t\(seed($0))" }))
  private static let longTexts = ColumnStorage.views(
    ViewValues((0..<valueCount).map { "https://example.com/tracks/\(seed($0))/\($0 % 1_000)" }))

  private static let identifiers: ColumnStorage = {
    var builder = ViewBuilder(capacity: valueCount)
    for index in 0..<valueCount {
      let words = Values([seed(index) &* 0x9E37_79B9, UInt64(index)])
      builder.append(words.rawSpan)
    }
    return .views(builder.freeze())
  }()
}
