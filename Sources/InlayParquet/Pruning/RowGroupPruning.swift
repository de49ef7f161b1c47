import InlayColumns

/// Why a row group is left out, or how much of it must be read.
enum RowGroupVerdict {
  /// No row meets the filter, by the bounds in the footer.
  case excludedByStatistics
  /// No row meets the filter: bloom filters lack all values in question.
  case excludedByBloomFilter
  /// All rows meet the filter.
  case keptWhole
  /// Some rows may meet the filter.
  case filtered
}

extension ParquetFile {
  /// Returns what the footer, and where that leaves it open the bloom filters, say of a filter over the file's columns.
  func verdict(on filter: BoundFilter, rowGroup: Int) -> RowGroupVerdict {
    let byStatistics = filter.proof { column, test in
      knownValues(rowGroup: rowGroup, column: column)?.proof(of: test) ?? .unknown
    }
    switch byStatistics {
    case .none: return .excludedByStatistics
    case .all: return .keptWhole
    case .unknown: break
    }
    let byBloomFilters = filter.proof { column, test in
      let known = knownValues(rowGroup: rowGroup, column: column)?.proof(of: test) ?? .unknown
      guard case .unknown = known else { return known }
      return bloomFilterProof(of: test, rowGroup: rowGroup, column: column)
    }
    if case .none = byBloomFilters { return .excludedByBloomFilter }
    return .filtered
  }

  private func bloomFilterProof(of test: ColumnTest, rowGroup: Int, column: Int) -> Proof {
    guard let flat = columns[column].flatLeaf,
      let hashes = BloomHash.hashes(ofValuesIn: test, of: flat.element),
      // The rows can be read without a filter that is broken.
      let bloomFilter = try? bloomFilter(rowGroup: rowGroup, leaf: flat.position)
    else { return .unknown }
    return hashes.contains(where: { bloomFilter.mightContain(hash: $0) }) ? .unknown : .none
  }
}
