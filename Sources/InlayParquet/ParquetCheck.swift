public import InlayBytes

/// Checks a Parquet file: its structure, and all that it says of its values against the values themselves.
///
/// A damaged file gives findings, as many as there are; it never ends the check before they are all told.
public struct ParquetCheck: Sendable {
  /// The rules that are looked at.
  public var rules = Set(ParquetFinding.Rule.allCases)
  /// The most findings that are kept of a file.
  public var findingLimit = 1_000
  /// What a file may ask of the machine.
  public var limits = ParquetLimits()

  /// Makes a check of all rules.
  public init() {}

  /// The rules about a file as a whole, in the order in which they are looked at.
  private static let fileRules: [any FileRule.Type] = [
    TextRule.self, SchemaRule.self, CreatedByRule.self, KeyValuesRule.self, ColumnOrdersRule.self,
    RowCountRule.self,
    RowGroupSizeRule.self, PlaceRule.self,
  ]

  /// The rules about a column chunk.
  private static let chunkRules: [any ChunkRule.Type] = [
    ChunkIdentityRule.self, PageHeaderRule.self, LevelsRule.self, ChunkSizeRule.self, DictionaryPageRule.self,
    EncodingsRule.self, EncodingStatisticsRule.self, OffsetIndexRule.self,
    ColumnIndexRule.self, NullCountRule.self, BoundsRule.self, DistinctCountRule.self,
    SizeStatisticsRule.self, BloomFilterRule.self,
  ]

  /// Checks the file at a path; all of it is read.
  ///
  /// - Throws: ``InlayError/Code/io`` when it cannot be opened, ``InlayError/Code/cancelled`` when the work was stopped.
  public func run(path: String) throws -> ParquetCheckReport {
    // A page with a wrong checksum is a finding of its own, and its values are looked at no further.
    try run(name: path) { try ParquetFile(path: path, options: options) }
  }

  /// Checks a file that is in memory.
  ///
  /// - Parameter name: What findings call the file.
  public func run(bytes: Buffer, name: String) throws -> ParquetCheckReport {
    try run(name: name) { try ParquetFile(bytes: bytes, name: name, options: options) }
  }

  private var options: ParquetReadOptions {
    var options = ParquetReadOptions()
    options.verifiesChecksums = false
    options.limits = limits
    return options
  }

  private func run(name: String, _ open: () throws -> ParquetFile) throws -> ParquetCheckReport {
    var findings = FindingList(rules: rules, limit: findingLimit)
    do {
      let file = try open()
      try Self.check(file, into: &findings)
      try file.verify()
    } catch let error as InlayError where error.code != .io && error.code != .cancelled {
      findings.add(.footer, error, at: .init(file: name))
    }
    return findings.report(of: name)
  }

  private static func check(_ file: ParquetFile, into findings: inout FindingList) throws {
    for rule in fileRules { rule.check(file, into: &findings) }
    let overlapping = PlaceRule.overlappingChunks(file)
    let leaves = CheckedLeaf.all(of: file)
    for rowGroup in file.metadata.rowGroups.indices {
      findings.counts.rowGroupCount += 1
      for leaf in leaves.indices {
        try Cancellation.check()
        findings.counts.chunkCount += 1
        // Chunks that share bytes could make a small file ask for the work of a large one.
        guard !overlapping.contains(PlaceRule.ChunkPlace(rowGroup: rowGroup, leaf: leaf)) else { continue }
        let chunk = CheckedChunk(file, rowGroup: rowGroup, leaves[leaf], into: &findings)
        for rule in chunkRules { rule.check(chunk, into: &findings) }
      }
      SortingRule.check(file, rowGroup: rowGroup, into: &findings)
    }
  }
}

/// A rule about a file as a whole.
protocol FileRule: SendableMetatype {
  /// Adds what is wrong.
  static func check(_ file: ParquetFile, into findings: inout FindingList)
}

/// A rule about a column chunk.
protocol ChunkRule: SendableMetatype {
  /// Adds what is wrong.
  static func check(_ chunk: CheckedChunk, into findings: inout FindingList)
}
