import Foundation
import InlayBytes
import InlayColumns
import InlayTesting
import Testing

@testable import InlayEngine

@Suite("Joins that do not fit in memory")
struct SpilledJoinTests {
  /// So little memory that nothing fits.
  private static let tight = RunLimits(memory: 16 << 10)

  private static func joined(_ left: [[Cell]], _ right: [[Cell]], _ kind: JoinKind) throws -> LogicalPlan {
    let names = (0..<left[0].count).map { "c\($0)" }
    return try LogicalPlan.scan(table(names, left, batchSize: 64)).joined(
      to: .scan(table(names, right, batchSize: 50)), keys: JoinKeys(left: [0], right: [0]), kind: kind,
      naming: .unchanged)
  }

  @Test(
    "A join of any kind gives the same rows as in memory, in an order that threads do not change",
    arguments: JoinKind.allCases, [(500, 1100), (1100, 500)])
  func sameRows(kind: JoinKind, sizes: (Int, Int)) throws {
    // 700 keys, some on one side only, and null among them.
    func rows(_ count: Int, _ keys: Range<Int>, seed: UInt64) -> [[Cell]] {
      var generator = SeededGenerator(seed)
      return (0..<count).map { row in
        let key = Int.random(in: keys, using: &generator)
        return [
          key % 31 == 0 ? nil : JoinTests.long + "\(key)", "row \(row)", key % 5 == 0 ? nil : "x\(key)",
        ]
      }
    }
    let plan = try Self.joined(rows(sizes.0, 0..<500, seed: 5), rows(sizes.1, 200..<700, seed: 6), kind)
    let spilled = try run(plan, threads: 1, limits: Self.tight)
    #expect(JoinKindTests.sorted(spilled) == JoinKindTests.sorted(try run(plan)))
    #expect(try run(plan, threads: 8, limits: Self.tight) == spilled)
  }

  @Test(
    "A key with more rows than there is memory is joined piece by piece", arguments: JoinKind.allCases,
    [true, false])
  func skewedKey(kind: JoinKind, isLeftSmaller: Bool) throws {
    let many: [[Cell]] = (0..<3000).map { [$0 % 100 == 0 ? "other \($0)" : "all", "\(JoinTests.long)\($0)"] }
    // The side that is held has fewer rows, so it takes a few more of the other to make it the probe side.
    let other: [[Cell]] = (0..<3100).map { [$0 < 5 ? "all" : $0 == 9 ? "other 100" : "none \($0)", "\($0)"] }
    let plan = try Self.joined(isLeftSmaller ? many : other, isLeftSmaller ? other : many, kind)
    let spilled = try run(plan, limits: Self.tight)
    let held = try run(plan)
    #expect(held.count > 0)
    #expect(JoinKindTests.sorted(spilled) == JoinKindTests.sorted(held))
    #expect(try run(plan, threads: 1, limits: Self.tight) == spilled)
  }

  @Test("Sides without rows give what they give in memory", arguments: JoinKind.allCases)
  func emptySides(kind: JoinKind) throws {
    let some: [[Cell]] = (0..<3000).map { ["\($0)", "row \($0)"] }
    for (left, right) in [(some, [[nil, "lonely"]]), ([[nil, "lonely"]], some)] {
      let plan = try Self.joined(left, right, kind)
      #expect(
        JoinKindTests.sorted(try run(plan, limits: Self.tight)) == JoinKindTests.sorted(try run(plan)))
    }
  }

  @Test("Joins upon joins share the memory, and nothing is left in the folder")
  func nested() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "inlay-spill-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows: [[Cell]] = (0..<2500).map { ["\($0 % 2100)", "row \($0)"] }
    let one = try Self.joined(rows, rows, .inner)
    let plan = try one.joined(
      to: .scan(table(["k", "v"], rows)), keys: JoinKeys(left: [2], right: [0]), kind: .full,
      naming: .unchanged)
    let limits = RunLimits(memory: 16 << 10, spillFolder: folder.path)
    let spilled = try run(plan, limits: limits)
    #expect(JoinKindTests.sorted(spilled) == JoinKindTests.sorted(try run(plan)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test("A folder that takes no files is named, with what to do")
  func badFolder() throws {
    let rows: [[Cell]] = (0..<2500).map { ["\($0)", "row \($0)"] }
    let plan = try Self.joined(rows, rows, .inner)
    let error = try #require(throws: InlayError.self) {
      try run(plan, limits: RunLimits(memory: 16 << 10, spillFolder: "/no/such/folder"))
    }
    #expect(error.code == .io && error.location.file == "/no/such/folder")
    #expect(error.message.contains("name another folder, or allow more memory"))
  }
}
