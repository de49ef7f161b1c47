import InlayColumns
import InlayDatasets
import InlayEngine

extension LogicalPlan {
  /// Gives the columns that a target holds as texts in the words of Spark, where those are its own.
  ///
  /// These are the values that folders tell, whose columns leave the files, and floating-point numbers in CSV. A reader
  /// finds types in texts, and what Spark writes is what other engines of a lake look for.
  func inTexts(of target: any JobTarget, label: String) throws -> LogicalPlan {
    let keys = target.files.partitionKeys
    let isCSV = if case .csv(_) = target.format { true } else { false }
    let texts = schema.fields.enumerated().compactMap { position, field in
      let isText = keys.contains(field.name) ? field.type.hasTextOfSpark : isCSV && field.type.isFloatingPoint
      return isText ? (name: field.name, value: Expression.cast(.column(position), .string)) : nil
    }
    return texts.isEmpty ? self : try adding(texts, label: label)
  }
}

extension DataType {
  /// Whether Spark has its own way to write values as texts: `1.0E10`, or a time without a zone.
  fileprivate var hasTextOfSpark: Bool {
    switch self {
    case .decimal, .timestamp: true
    default: isFloatingPoint
    }
  }

  fileprivate var isFloatingPoint: Bool {
    switch self {
    case .float, .double, .float16: true
    default: false
    }
  }
}
