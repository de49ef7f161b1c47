/// The columns whose values an equi-join compares, pair by pair.
public struct JoinKeys: Hashable, Sendable {
  /// Positions in the left input.
  public var left: [Int]
  /// Positions in the right input, as many.
  public var right: [Int]

  /// Makes keys from positions.
  public init(left: [Int], right: [Int]) {
    self.left = left
    self.right = right
  }
}

/// What becomes of rows with and without a partner.
public enum JoinKind: String, Hashable, Sendable, CaseIterable {
  /// Pairs only.
  case inner
  /// Pairs, and the left rows without a partner beside nulls.
  case left
  /// Pairs, and the right rows without a partner beside nulls.
  case right
  /// Pairs, and the rows of both inputs without a partner beside nulls.
  case full
  /// The left rows that have a partner, each once, without the right columns.
  case leftSemi
  /// The left rows that have no partner, without the right columns.
  case leftAnti

  /// Whether the result has the right input's columns.
  public var givesRightColumns: Bool { self != .leftSemi && self != .leftAnti }
  /// Whether a left row without a partner stays.
  var keepsLeft: Bool { self == .left || self == .full }
  /// Whether a right row without a partner stays.
  var keepsRight: Bool { self == .right || self == .full }
}
