import Inlay

/// Rows that are brought together by their values: joins, groups, orders.
extension Work {
  static let rows: [Work] =
    [Key.integer, .text].flatMap { key in
      [
        join("build \(key.rawValue)", left: 1_000, right: 100_000, key, .leftSemi),
        join("probe \(key.rawValue) inner", left: 100_000, right: 10_000, key, .inner),
        join("probe \(key.rawValue) left", left: 100_000, right: 10_000, key, .left),
        join("probe \(key.rawValue) semi", left: 100_000, right: 10_000, key, .leftSemi),
        group("\(key.rawValue), few groups", key, distinctCount: 100),
        group("\(key.rawValue), many groups", key, distinctCount: 50_000),
        sort(key),
      ]
    }

  private enum Key: String, Sendable {
    case integer, text

    /// Returns `count` keys of `distinctCount` different ones, in no order.
    func column(count: Int, distinctCount: Int) -> Column {
      let numbers = (0..<count).map { $0 &* 48_271 % distinctCount }
      return switch self {
      case .integer: Column(type: .int64, storage: .int64(Values(numbers.map { Int64($0) &* 1_000_003 })))
      case .text: Column(type: .string, storage: .views(ViewValues(numbers.map { "identifier-\($0)" })))
      }
    }
  }

  private static func table(_ key: Key, count: Int, distinctCount: Int) -> Table {
    let values = Column(type: .int64, storage: .int64(Values((0..<count).map { Int64($0 % 1_000) })))
    return Table([("key", key.column(count: count, distinctCount: distinctCount)), ("value", values)])
  }

  private static func join(_ name: String, left: Int, right: Int, _ key: Key, _ kind: JoinKind) -> Work {
    Work("join \(name)") {
      let left = table(key, count: left, distinctCount: 20_000)
      let joined = left.joined(
        to: table(key, count: right, distinctCount: right), on: ("key", "key"), kind: kind)
      return { try joined.countOnOneThread() }
    }
  }

  private static func group(_ name: String, _ key: Key, distinctCount: Int) -> Work {
    Work("group \(name)") {
      let table = table(key, count: 100_000, distinctCount: distinctCount)
      let groups = table.grouped(by: "key", aggregating: .count, .sum("value"), .max("value"))
      return { try groups.countOnOneThread() }
    }
  }

  private static func sort(_ key: Key) -> Work {
    Work("sort \(key.rawValue)") {
      let sorted = table(key, count: 50_000, distinctCount: 50_000).sorted(by: "key")
      return { try sorted.countOnOneThread() }
    }
  }
}
