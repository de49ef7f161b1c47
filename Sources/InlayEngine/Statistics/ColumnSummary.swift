import InlayBytes
import InlayColumns

/// What is known of a column's values so far.
struct ColumnSummary {
  private let field: Field
  private var nullCount = 0
  private var values: ValueCounter
  private var numbers = NumberSum()
  /// The least value and the greatest one, each a column of one row.
  private var least: Column?
  private var greatest: Column?

  init(_ field: Field, limit: Int) {
    self.field = field
    values = ValueCounter(limit: limit)
  }

  /// Adds values; O(count).
  mutating func add(_ column: Column) {
    nullCount += column.nullCount
    guard !column.type.isNested, column.type != .null, column.count > 0 else { return }
    let plain = column.decoded()
    let distinct = DistinctValues(of: plain)
    guard distinct.count > 0 else { return }
    var counts = [Int](repeating: 0, count: distinct.count)
    for row in 0..<distinct.ids.count {
      let id = distinct.ids[row]
      if id != DistinctValues.nullID { counts[Int(id)] += 1 }
    }
    let present = plain.gathered(distinct.firstRows)
    values.add(present, counts)
    numbers.add(present, counts)
    if let (first, last) = present.extremes() {
      least = Self.better(least, present[first..<first + 1]) { $0.min }
      greatest = Self.better(greatest, present[last..<last + 1]) { $0.max }
    }
  }

  /// Returns the better of two values, in memory of its own.
  private static func better(
    _ known: Column?, _ new: Column, _ choose: ((min: Int, max: Int)) -> Int
  ) -> Column {
    let new = new.compacted()
    guard let known else { return new }
    let both = Column.concatenating([known, new], type: new.type)
    return both.extremes().map(choose) == 1 ? new : known
  }

  var statistics: ColumnStatistics {
    var statistics = ColumnStatistics(name: field.name, type: field.type)
    statistics.nullCount = nullCount
    guard !field.type.isNested else { return statistics }
    (statistics.distinctCount, statistics.isDistinctCountExact) = (values.distinctCount, values.isExact)
    (statistics.mostFrequent, statistics.isFrequencyExact) = (values.mostFrequent, values.isExact)
    statistics.min = least?.text(at: 0)
    statistics.max = greatest?.text(at: 0)
    if field.type.isFloatingPoint { statistics.nanCount = numbers.nanCount }
    if field.type.hasMean { statistics.mean = numbers.mean(of: field.type) }
    return statistics
  }
}

extension Column {
  /// Returns the value with memory of its own, so that the batch it comes from is let go.
  fileprivate func compacted() -> Column {
    guard case .views(let values) = storage else { return self }
    var builder = ViewBuilder()
    for index in 0..<count { builder.append(values.bytes(at: index)) }
    return Column(type: type, storage: .views(builder.freeze()), validity: validity)
  }
}

extension DataType {
  var isFloatingPoint: Bool { self == .float16 || self == .float || self == .double }

  fileprivate var hasMean: Bool {
    switch self {
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float16, .float, .double,
      .decimal:
      true
    default: false
    }
  }
}
