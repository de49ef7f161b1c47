public import InlayBytes

/// What a check of a Parquet file found.
public struct ParquetCheckReport: Hashable, Sendable {
  /// The file.
  public var file: String
  /// What is wrong, in the order of the rules' places in the file.
  public var findings: [ParquetFinding]
  /// The number of findings beyond those that were kept.
  public var omittedCount: Int
  /// What could not be checked, and why.
  public var notes: [InlayError]
  /// What was looked at.
  public var counts: Counts

  /// Whether nothing was found.
  public var isClean: Bool { findings.isEmpty }

  /// How much was looked at.
  public struct Counts: Hashable, Sendable {
    /// The row groups.
    public var rowGroupCount = 0
    /// The column chunks.
    public var chunkCount = 0
    /// The pages, dictionary pages counted.
    public var pageCount = 0
    /// The pages whose checksum was compared.
    public var checksumCount = 0
    /// The values that were decoded, nulls counted.
    public var valueCount = 0
  }
}

extension ParquetCheckReport {
  /// The report as JSON, in the form of `Schemas/check-report.schema.json`.
  public var json: JSONValue {
    [
      "file": .string(file), "findings": .array(findings.map(\.json)), "omittedCount": .count(omittedCount),
      "notes": .array(notes.map { .string($0.description) }),
      "checked": [
        "rowGroupCount": .count(counts.rowGroupCount), "chunkCount": .count(counts.chunkCount),
        "pageCount": .count(counts.pageCount), "checksumCount": .count(counts.checksumCount),
        "valueCount": .count(counts.valueCount),
      ],
    ]
  }
}

extension ParquetFinding {
  fileprivate var json: JSONValue {
    [
      "rule": .string(rule.rawValue), "message": .string(message), "rowGroup": .count(location.rowGroup),
      "column": .text(location.column), "page": .count(location.page),
      "byteOffset": .count(location.byteOffset),
    ]
  }
}
