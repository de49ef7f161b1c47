import InlayBytes
import InlayColumns

/// The order of the values of two columns of one type, of which nested ones are compared member by member.
///
/// Within a nested value a null equals a null and comes before all else.
struct RowOrder {
  /// Where one value stands to another.
  enum Place { case before, same, after }

  private let left: Column
  private let right: Column
  private let members: [RowOrder]

  /// Compares two columns of one type.
  init(_ left: Column, _ right: Column) {
    let (left, right) = (left.decoded(), right.decoded())
    self.left = left
    self.right = right
    members =
      switch (left.storage, right.storage) {
      case (.structure(let mine), .structure(let others)):
        zip(mine.columns, others.columns).map { RowOrder($0, $1) }
      case (.list(let mine), .list(let others)): [RowOrder(mine.elements, others.elements)]
      default: []
      }
  }

  /// Returns a bit for each row, as `isMet` says of the place of its values, which a null has none of.
  func bits(count: Int, _ isMet: (Place) -> Bool) -> Bitmap {
    Bitmap(computing: count) { row in
      !left.isNull(at: row) && !right.isNull(at: row) && isMet(place(row, row))
    }
  }

  /// Returns where a value of the left column stands to one of the right.
  private func place(_ first: Int, _ second: Int) -> Place {
    switch (left.isNull(at: first), right.isNull(at: second)) {
    case (true, true): return .same
    case (true, false): return .before
    case (false, true): return .after
    case (false, false): break
    }
    switch (left.storage, right.storage) {
    case (.structure, _):
      return members.lazy.map { $0.place(first, second) }.first { $0 != .same } ?? .same
    case (.list(let mine), .list(let others)): return place(mine[first], others[second])
    case (.null, _): return .same
    default:
      let (mine, other) = (left[first..<first + 1], right[second..<second + 1])
      if mine.compared(.less, with: other).isTrue { return .before }
      return mine.compared(.equal, with: other).isTrue ? .same : .after
    }
  }

  private func place(_ mine: Range<Int>, _ others: Range<Int>) -> Place {
    for (first, second) in zip(mine, others) {
      let place = members[0].place(first, second)
      if place != .same { return place }
    }
    return mine.count == others.count ? .same : mine.count < others.count ? .before : .after
  }
}

extension Column {
  /// Whether the first value is true.
  fileprivate var isTrue: Bool { if case .boolean(let bits) = storage { bits[0] } else { false } }
}
