import InlayColumns

/// What is known, before rows are read, of whether they meet a filter.
enum Proof {
  /// No row does.
  case none
  /// All rows do.
  case all
  /// Nothing is known.
  case unknown
}

extension BoundFilter {
  /// Returns what is known of the rows of a part of a file when `leaf` says it of a test of one column.
  func proof(_ leaf: (Int, ColumnTest) throws -> Proof) rethrows -> Proof {
    switch self {
    case .test(let column, let test): return try leaf(column, test)
    case .all(let parts):
      var sum = Proof.all
      for part in parts {
        switch try part.proof(leaf) {
        case .none: return .none
        case .unknown: sum = .unknown
        case .all: break
        }
      }
      return sum
    case .any(let parts):
      var sum = Proof.none
      for part in parts {
        switch try part.proof(leaf) {
        case .all: return .all
        case .unknown: sum = .unknown
        case .none: break
        }
      }
      return sum
    }
  }
}
