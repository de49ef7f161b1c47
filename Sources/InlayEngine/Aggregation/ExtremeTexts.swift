import InlayBytes
import InlayColumns

/// Finds the least or greatest of values that are compared as bytes: texts, and nested values by their
/// ``OrderedBytes``.
final class ExtremeTexts: GroupAccumulator {
  private var texts = TextStore()
  // The values themselves, one a text, where the texts only stand for them.
  private var values: ColumnChunks?
  // Where each group's text stands; `nothing` for a group without one.
  private var positions = ValueBuilder<UInt32>()
  // One value a group, for lanes to take from.
  private var sealed: Column?
  private let type: DataType
  private let isGreatest: Bool

  private static let nothing = UInt32.max
  /// How many texts that are no group's any more are kept at most, beside as many as there are groups.
  private static let slack = 65_536

  init(type: DataType, isGreatest: Bool, isLocal: Bool) {
    self.type = type
    self.isGreatest = isGreatest
    values = type.isNested || type == .null ? ColumnChunks(type: type) : nil
  }

  func grow(to count: Int) {
    if count > positions.count { positions.append(repeating: Self.nothing, count: count - positions.count) }
  }

  func add(_ column: Column?, groups: Values<UInt32>) {
    guard let column else { mismatch() }
    let views = if case .views(let views) = column.storage { views } else { OrderedBytes.views(of: column) }
    var rows = ValueBuilder<UInt32>()
    for row in 0..<groups.count where column.validity?[row] ?? true {
      let group = Int(groups[row])
      guard isBetter(views, row, than: positions[group]) else { continue }
      positions[group] = UInt32(texts.count)
      texts.append(views, at: row)
      if values != nil { rows.append(UInt32(row)) }
    }
    values?.append(column, at: rows.freeze())
    compact()
  }

  private func isBetter(_ views: ViewValues, _ row: Int, than position: UInt32) -> Bool {
    guard position != Self.nothing else { return true }
    return texts.isBetter(views.bytes(at: row), than: Int(position), isGreatest: isGreatest)
  }

  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) {
    guard let later = later as? ExtremeTexts else { mismatch() }
    guard let column = later.sealed else {
      preconditionFailure("a batch is sealed before lanes take from it")
    }
    add(column.gathered(entries).decoded(), groups: groups)
  }

  /// Makes the values once: to make them closes the buffer that texts are added to, which lanes must not do together.
  func seal() { sealed = result().decoded() }

  /// Lets go of texts that are no group's any more when they are more than the others.
  private func compact() {
    guard texts.count > positions.count * 2 + Self.slack else { return }
    var kept = ValueBuilder<UInt32>(capacity: positions.count)
    var next = TextStore()
    for group in 0..<positions.count where positions[group] != Self.nothing {
      kept.append(positions[group])
      positions[group] = UInt32(next.count)
      next.append(texts, at: Int(kept[kept.count - 1]))
    }
    texts = next
    values?.keep(kept.freeze())
  }

  var heldByteCount: Int {
    texts.count * 16 + texts.longByteCount + (values.map { $0.count * 16 + $0.textByteCount } ?? 0)
  }

  func result() -> Column {
    guard texts.count > 0 else { return .nulls(of: type, count: positions.count) }
    var validity = BitmapBuilder(capacity: positions.count)
    for group in 0..<positions.count { validity.append(positions[group] != Self.nothing) }
    let rows = GroupWords.mapped(positions.copied().span) { $0 == Self.nothing ? 0 : $0 }
    let storage = values?.joined().gathered(rows).storage ?? .views(texts.values().gathered(rows))
    return Column(type: type, storage: storage, validity: validity.freeze())
  }
}
