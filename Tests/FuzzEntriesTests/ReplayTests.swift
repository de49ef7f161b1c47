import Foundation
import FuzzEntries
import Testing

/// What the programs in `Fuzz` are given, given without libFuzzer: all inputs that once showed a fault, and some that
/// nobody has looked at.
@Suite("Hostile inputs")
struct ReplayTests {
  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test("Seeds, and what a few changes make of them, come to rows or to an error", arguments: Entry.allCases)
  func mutations(entry: Entry) throws {
    let seeds = entry.seeds(checkout: Self.checkout).filter { $0.count <= 4_000 }
    #expect(seeds.count > 2)
    let found = try Self.regressions(of: entry)
    var mutation = Mutation(entry.rawValue, seeds + found)
    var refused = 0
    let count = Self.count(of: entry)
    // As they are at first, as far as there is time, and changed.
    let inputs = found + (0..<count).map { $0 % 4 == 0 ? seeds[$0 / 4 % seeds.count] : mutation.next() }
    for bytes in inputs {
      do {
        if try entry.run(bytes) != nil { refused += 1 }
      } catch {
        Issue.record("\(error): \(Data(bytes).base64EncodedString())")
      }
    }
    // A footer without the pages that it tells of gives no rows.
    #expect(refused < inputs.count || entry == .footer, "some inputs come to rows")
  }

  /// The inputs that showed a fault.
  private static func regressions(of entry: Entry) throws -> [[UInt8]] {
    let folder = URL(fileURLWithPath: "\(checkout)/Fuzz/Regressions/\(entry.rawValue)")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
  }

  /// How many inputs take about a second in a build for debugging.
  private static func count(of entry: Entry) -> Int {
    switch entry {
    case .csv, .text, .gzip, .json, .footer, .page: 200
    case .columns, .job, .parquet: 40
    }
  }
}
