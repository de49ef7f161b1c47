import Synchronization

/// A column that others refer to by position, and what was computed of it.
public final class DictionaryBase: Sendable {
  /// The values, never in dictionary form themselves.
  public let column: Column
  private let computed = Mutex<DistinctValues?>(nil)

  /// Shares a column; one that is in dictionary form is decoded first.
  public init(_ column: Column) { self.column = column.decoded() }

  /// The distinct values of the column: computed by the first who asks, while others who ask wait; O(count).
  public var distinct: DistinctValues {
    computed.withLock { known in
      if let known { return known }
      let distinct = DistinctValues(of: column)
      known = distinct
      return distinct
    }
  }
}
