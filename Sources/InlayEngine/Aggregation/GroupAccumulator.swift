import InlayBytes
import InlayColumns

/// Computes one function of all groups of a lane, or of all groups of one batch.
protocol GroupAccumulator: AnyObject {
  /// Makes room for more groups, which have no rows yet.
  func grow(to count: Int)
  /// Takes some rows, in order.
  ///
  /// - Parameters:
  ///   - column: The values, not in dictionary form; nil to count rows.
  ///   - groups: For each row its group.
  func add(_ column: Column?, groups: Values<UInt32>) throws
  /// Ends what one batch has to give: from here on several lanes read it at the same time.
  func seal()
  /// Takes what another accumulator of the same function, which was sealed, knows of some groups of a later batch.
  ///
  /// - Parameters:
  ///   - entries: The groups of that batch.
  ///   - groups: For each of them its group here.
  func add(_ later: any GroupAccumulator, at entries: Values<UInt32>, groups: Values<UInt32>) throws
  /// Returns one value a group; called once.
  func result() -> Column
  /// The bytes that are held beside one state a group.
  var heldByteCount: Int { get }
}

extension GroupAccumulator {
  /// Nothing: most accumulators have a state for each group, and that is all.
  var heldByteCount: Int { 0 }

  /// Does nothing: most accumulators are only looked at when lanes take from them.
  func seal() {}
}

extension Aggregate {
  /// Makes an accumulator of no groups.
  ///
  /// - Parameters:
  ///   - schema: The columns of the rows.
  ///   - isLocal: Whether it is for one batch alone, whose values it need not copy.
  func makeAccumulator(over schema: Schema, isLocal: Bool) -> any GroupAccumulator {
    let type = column.map { schema[$0].type } ?? .null
    switch function {
    case .count: return Counts()
    case .sum, .avg: return Self.makeSums(of: type, isMean: function == .avg)
    case .min: return Self.makeExtremes(of: type, isGreatest: false, isLocal: isLocal)
    case .max: return Self.makeExtremes(of: type, isGreatest: true, isLocal: isLocal)
    case .first: return PickedValues(type: type, isLast: false, isLocal: isLocal)
    case .last: return PickedValues(type: type, isLast: true, isLocal: isLocal)
    case .countDistinct: return DistinctPairs(of: type, inner: Counts(), isLocal: isLocal)
    case .sumDistinct:
      return DistinctPairs(of: type, inner: Self.makeSums(of: type, isMean: false), isLocal: isLocal)
    case .varianceSample, .variancePopulation, .stddevSample, .stddevPopulation:
      return Variances(function)
    case .skewness, .kurtosis: return Moments(function)
    }
  }

  private static func makeSums(of type: DataType, isMean: Bool) -> any GroupAccumulator {
    if case .decimal(let precision, let scale) = type {
      return DecimalSums(precision: precision, scale: scale, isMean: isMean)
    }
    return type.isSummedAsInteger && !isMean ? IntegerSums() : DoubleSums(isMean: isMean)
  }

  private static func makeExtremes(
    of type: DataType, isGreatest: Bool, isLocal: Bool
  ) -> any GroupAccumulator {
    if OrderedWords.fits(type) { return ExtremeWords(type: type, isGreatest: isGreatest) }
    if case .decimal = type { return ExtremeDecimals(type: type, isGreatest: isGreatest) }
    return ExtremeTexts(type: type, isGreatest: isGreatest, isLocal: isLocal)
  }
}
