import Foundation

extension Entry {
  /// Inputs to begin with, made of what the tests of a checkout have; no larger than is quickly changed everywhere.
  ///
  /// - Parameters:
  ///   - checkout: The folder of the checkout.
  ///   - more: Folders of files of others, such as the Parquet files of other projects.
  public func seeds(checkout: String, more: [String] = []) -> [[UInt8]] {
    let tests = checkout + "/Tests/"
    switch self {
    case .csv, .text: return Self.files(tests + "InlayJobsTests/Jobs", "csv").flatMap(Self.withCSVOptions)
    case .gzip: return Self.gzipFiles
    case .json:
      return Self.files(tests + "InlayJobsTests/Jobs", "json").flatMap { text in
        [[0, 0, 0, 0], [2, 0, 1, 0], [1, 0, 0, 80]].map { $0 + text }
      }
    case .parquet: return Self.parquetFiles(tests, more).filter { $0.count < 20_000 }
    case .footer: return Self.parquetFiles(tests, more).compactMap(Self.footer)
    case .page: return PageSeeds.all
    case .job:
      return Self.files(tests + "InlayJobsTests/Documents", "json")
        + Self.files(tests + "InlayJobsTests/Jobs", "json")
    case .columns: return Self.writtenColumns
    }
  }

  /// The files under a folder with an extension, in the order of their paths.
  private static func files(_ folder: String, _ type: String, largest: Int = 16_000) -> [[UInt8]] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix("." + type) }.sorted().compactMap { path in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)"), data.count <= largest else {
        return nil
      }
      return Array(data)
    }
  }

  private static func parquetFiles(_ tests: String, _ more: [String]) -> [[UInt8]] {
    ([tests + "InlayParquetTests/Fixtures"] + more).flatMap { files($0, "parquet", largest: 100_000) }
  }

  private static func footer(_ file: [UInt8]) -> [UInt8]? {
    guard file.count > 12 else { return nil }
    let count = (0..<4).reduce(0) { $0 | Int(file[file.count - 8 + $1]) << (8 * $1) }
    guard count > 0, count <= min(file.count - 12, 8_000) else { return nil }
    return Array(file[(file.count - 8 - count)..<(file.count - 8)])
  }

  private static func withCSVOptions(_ text: [UInt8]) -> [[UInt8]] {
    [
      [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 8, 1, 1, 0, 0], [0, 0, 1, 9, 3, 2, 0, 0],
      [0, 0, 0, 12, 0, 3, 4, 0],
    ].map {
      $0 + text
    }
  }

  /// `a,b` and two rows: one member stored as it is, and one with fixed codes.
  private static let gzipFiles: [[UInt8]] = {
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let stored: [UInt8] =
      head + [1, 8, 0, 0xF7, 0xFF] + Array("a,b\n1,2\n".utf8) + [0x7B, 0x07, 0x97, 0x0A, 8, 0, 0, 0]
    let fixed: [UInt8] = [
      0x4B, 0xD4, 0x49, 0xE2, 0x32, 0xD4, 0x31, 0xE2, 2, 0, 0x7B, 0x07, 0x97, 0x0A, 8, 0, 0, 0,
    ]
    return [stored, head + fixed, head + [3, 0, 0, 0, 0, 0, 0, 0, 0, 0], stored + stored]
  }()

  /// One input for each type and each policy of encodings.
  private static var writtenColumns: [[UInt8]] {
    var seeds: [[UInt8]] = []
    let values = Array(0..<120 as Range<UInt8>)
    for type in 0..<32 as Range<UInt8> {
      for policy in 0..<10 as Range<UInt8> {
        let options: [UInt8] = [policy % 7, 0, 0, 0, 0, policy, 0, policy, 0, 1, type]
        seeds.append(options + values)
      }
    }
    return seeds
  }
}
