import InlayBytes
import InlayColumns
import InlayTesting

/// Columns of any type with random values, the same in every run.
struct RandomColumns {
  var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(UInt64(seed)) }

  static let types: [DataType] = [
    .boolean, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float, .double, .string,
    .binary, .date, .timestamp(.millis, isUTC: true), .timestamp(.micros, isUTC: false),
    .timestamp(.nanos, isUTC: true), .time(.millis), .time(.micros), .time(.nanos),
    .decimal(precision: 9, scale: 2), .decimal(precision: 18, scale: 0), .decimal(precision: 20, scale: 5),
    .decimal(precision: 38, scale: 38), .fixedBinary(byteWidth: 1), .fixedBinary(byteWidth: 21), .uuid,
    .float16,
    .interval,
  ]

  /// How many values of a column are null.
  enum Nulls: CaseIterable {
    case none, some, runs, all
  }

  /// Returns a column whose values are drawn from `distinctCount` different ones at most.
  mutating func column(_ type: DataType, count: Int, distinctCount: Int, nulls: Nulls) -> Column {
    let pool = (0..<max(distinctCount, 1)).map { _ in random.next() }
    let seeds = (0..<count).map { _ in pool[Int.random(in: 0..<pool.count, using: &random)] }
    return Column(type: type, storage: Self.storage(type, seeds), validity: validity(count, nulls))
  }

  private mutating func validity(_ count: Int, _ nulls: Nulls) -> Bitmap? {
    switch nulls {
    case .none: return nil
    case .all: return Bitmap(Array(repeating: false, count: count))
    case .some: return Bitmap((0..<count).map { _ in Int.random(in: 0..<3, using: &random) > 0 })
    case .runs:
      var bits: [Bool] = []
      while bits.count < count {
        let length = Int.random(in: 1...90, using: &random)
        bits += Array(repeating: Bool.random(using: &random), count: length)
      }
      return Bitmap(Array(bits.prefix(count)))
    }
  }

  private static func storage(_ type: DataType, _ seeds: [UInt64]) -> ColumnStorage {
    switch type {
    case .boolean: .boolean(Bitmap(seeds.map { $0 & 1 == 1 }))
    case .int8: .int8(Values(seeds.map { Int8(truncatingIfNeeded: $0) }))
    case .int16: .int16(Values(seeds.map { Int16(truncatingIfNeeded: $0) }))
    case .int32, .date: .int32(Values(seeds.map { Int32(truncatingIfNeeded: $0) % 1_000_000 }))
    case .time(.millis): .int32(Values(seeds.map { Int32($0 % 86_400_000) }))
    case .int64: .int64(Values(seeds.map { Int64(bitPattern: $0) }))
    case .timestamp: .int64(Values(seeds.map { Int64(bitPattern: $0) % 4_000_000_000_000 }))
    case .time(.micros): .int64(Values(seeds.map { Int64($0 % 86_400_000_000) }))
    case .time(.nanos): .int64(Values(seeds.map { Int64($0 % 86_400_000_000_000) }))
    case .uint8: .uint8(Values(seeds.map { UInt8(truncatingIfNeeded: $0) }))
    case .uint16: .uint16(Values(seeds.map { UInt16(truncatingIfNeeded: $0) }))
    case .uint32: .uint32(Values(seeds.map { UInt32(truncatingIfNeeded: $0) }))
    case .uint64: .uint64(Values(seeds))
    case .float: .float(Values(seeds.map { float($0) }))
    case .double: .double(Values(seeds.map { Double(float($0)) }))
    case .string, .binary: .views(ViewValues(seeds.map { text($0) }))
    case .decimal(let precision, _): .int128(Values(seeds.map { decimal($0, precision) }))
    case .fixedBinary, .uuid, .interval: .views(bytes(seeds, count: type.fixedByteWidth ?? 0))
    case .float16: .uint16(Values(seeds.map { UInt16(truncatingIfNeeded: $0) }))
    case .null, .list, .structure, .map:
      preconditionFailure("no column of this type is made here")
    }
  }

  private static func bytes(_ seeds: [UInt64], count: Int) -> ViewValues {
    var builder = ViewBuilder()
    for seed in seeds {
      let value = Values(
        (0..<count).map { UInt8(truncatingIfNeeded: seed >> UInt64($0 % 8 * 8) &+ UInt64($0 / 8)) })
      builder.append(value.rawSpan)
    }
    return builder.freeze()
  }

  private static func float(_ seed: UInt64) -> Float {
    switch seed % 50 {
    case 0: .nan
    case 1: -0.0
    case 2: 0
    case 3: .infinity
    default: Float(Int32(truncatingIfNeeded: seed >> 32)) / 16
    }
  }

  /// A text of 0 to 90 bytes, with characters of all lengths; texts share their beginnings.
  private static func text(_ seed: UInt64) -> String {
    let length = Int(seed % 31) * (seed % 7 == 0 ? 2 : 1)
    let alphabet: [Character] = ["a", "b", "é", "漢", "🎧"]
    let start = String(repeating: "a", count: length / 2)
    return start
      + String((length / 2..<length).map { alphabet[Int(seed >> UInt64($0 % 60) & 0xFF) % alphabet.count] })
  }

  private static func decimal(_ seed: UInt64, _ precision: Int) -> Int128 {
    var limit: Int128 = 1
    for _ in 0..<precision { limit *= 10 }
    let wide = Int128(truncatingIfNeeded: UInt128(seed) << 64 | UInt128(seed &* 0x9E37_79B9_7F4A_7C15))
    return wide % limit
  }
}

extension Column {
  /// The column with its values as rows of a base column, in another order and some of them twice.
  func inDictionaryForm(_ random: inout SeededGenerator) -> Column {
    guard count > 0 else { return self }
    let order = Array(0..<UInt32(count)).shuffled(using: &random)
    let base = gathered(Values(order + order.prefix(count / 2)))
    var places = [UInt32](repeating: 0, count: count)
    for (place, row) in order.enumerated() { places[Int(row)] = UInt32(place) }
    return Column(
      type: type, storage: .dictionary(DictionaryValues(base: DictionaryBase(base), indices: Values(places))))
  }
}
