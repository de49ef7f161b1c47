import InlayBytes
import InlayColumns

/// The least of some numbers of 64 bits.
struct LeastWord: GroupState {
  var value = Int64.max
  var isPresent = false

  @inline(__always)
  mutating func add(_ value: Int64) {
    self.value = min(self.value, value)
    isPresent = true
  }

  @inline(__always)
  mutating func merge(_ later: LeastWord) {
    value = min(value, later.value)
    isPresent = isPresent || later.isPresent
  }
}

/// The least of some decimal numbers.
struct LeastDecimal: GroupState {
  var value = Int128.max
  var isPresent = false

  @inline(__always)
  mutating func add(_ value: Int128) {
    self.value = min(self.value, value)
    isPresent = true
  }

  @inline(__always)
  mutating func merge(_ later: LeastDecimal) {
    value = min(value, later.value)
    isPresent = isPresent || later.isPresent
  }
}

/// Finds the least or greatest of values that have ``OrderedWords``.
///
/// Turning all bits of a number around turns the order of numbers around: that makes the greatest the least.
final class ExtremeWords: GroupAccumulator {
  private var table = StateTable<LeastWord>()
  private let type: DataType
  private let mask: Int64

  init(type: DataType, isGreatest: Bool) {
    self.type = type
    mask = isGreatest ? -1 : 0
  }

  func grow(to count: Int) { table.grow(to: count) }

  func add(_ column: Column?, groups: Values<UInt32>) {
    guard let column, let words = OrderedWords.words(of: column) else { mismatch() }
    let mask = mask
    let values = mask == 0 ? words : GroupWords.mapped(words.span) { $0 ^ mask }
    table.add(values, column.validity, groups: groups)
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? ExtremeWords else { mismatch() }
    table.add(later.table, at: entries, groups: groups)
  }

  func result() -> Column {
    let mask = mask
    let words = table.mapped { $0.isPresent ? $0.value ^ mask : 0 }
    return Column(
      type: type, storage: OrderedWords.storage(of: words, type: type),
      validity: table.validity { $0.isPresent })
  }
}

/// Finds the least or greatest of decimal numbers.
final class ExtremeDecimals: GroupAccumulator {
  private var table = StateTable<LeastDecimal>()
  private let type: DataType
  private let mask: Int128

  init(type: DataType, isGreatest: Bool) {
    self.type = type
    mask = isGreatest ? -1 : 0
  }

  func grow(to count: Int) { table.grow(to: count) }

  func add(_ column: Column?, groups: Values<UInt32>) {
    guard let column, case .int128(let decimals) = column.storage else { mismatch() }
    let mask = mask
    let values = mask == 0 ? decimals : GroupWords.mapped(decimals.span) { $0 ^ mask }
    table.add(values, column.validity, groups: groups)
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? ExtremeDecimals else { mismatch() }
    table.add(later.table, at: entries, groups: groups)
  }

  func result() -> Column {
    let mask = mask
    return Column(
      type: type, storage: .int128(table.mapped { $0.isPresent ? $0.value ^ mask : 0 }),
      validity: table.validity { $0.isPresent })
  }
}
