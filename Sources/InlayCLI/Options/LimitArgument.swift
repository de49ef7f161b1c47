import ArgumentParser
import Inlay

/// A limit that protects the machine from hostile files, with another value: `maxRecordBytes=256MiB`.
struct LimitArgument: ExpressibleByArgument {
  /// The limits, under the names that error messages use.
  enum Name: String, CaseIterable {
    case maxRecordBytes, maxFieldBytes, maxDecompressedBytes, maxDecompressionRatio, maxDepth,
      maxInferredColumns
    case footerByteCount, pageHeaderByteCount, pageByteCount, schemaElementCount, schemaDepth,
      nestedEntryCount
  }

  let name: Name
  let value: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let name = Name(rawValue: String(parts[0])),
      let value = ByteCountArgument(argument: String(parts[1]))
    else { return nil }
    self.name = name
    self.value = value.count
  }

  static var allValueStrings: [String] { Name.allCases.map { $0.rawValue + "=" } }
}

extension [LimitArgument] {
  func apply(to options: inout CSVOptions) {
    for limit in self {
      switch limit.name {
      case .maxRecordBytes: options.maxRecordBytes = limit.value
      case .maxFieldBytes: options.maxFieldBytes = limit.value
      case .maxDecompressedBytes: options.maxDecompressedBytes = limit.value
      case .maxDecompressionRatio: options.maxDecompressionRatio = limit.value
      default: break
      }
    }
  }

  func apply(to options: inout JSONOptions) {
    for limit in self {
      switch limit.name {
      case .maxRecordBytes: options.maxRecordBytes = limit.value
      case .maxDecompressedBytes: options.maxDecompressedBytes = limit.value
      case .maxDecompressionRatio: options.maxDecompressionRatio = limit.value
      case .maxDepth: options.maxDepth = limit.value
      case .maxInferredColumns: options.maxInferredColumns = limit.value
      default: break
      }
    }
  }

  func apply(to limits: inout ParquetLimits) {
    for limit in self {
      switch limit.name {
      case .footerByteCount: limits.footerByteCount = limit.value
      case .pageHeaderByteCount: limits.pageHeaderByteCount = limit.value
      case .pageByteCount: limits.pageByteCount = limit.value
      case .schemaElementCount: limits.schemaElementCount = limit.value
      case .schemaDepth: limits.schemaDepth = limit.value
      case .nestedEntryCount: limits.nestedEntryCount = limit.value
      default: break
      }
    }
  }
}
