import InlayBytes
import InlayColumns

/// Finds the types of columns by looking at every value of every file.
enum TypeInference {
  /// Returns the narrowest types that all values have.
  ///
  /// - Throws: The error of the first bad row, unless bad rows are to be left out, and what opening a file throws.
  static func schema(
    of files: [SurveyedFile], names: [String], _ options: CSVOptions, decimals: Bool, _ workers: Workers
  ) throws -> Schema {
    let texts = Schema(names.map { Field($0, .string) })
    let plan = ReadPlan(
      options, columns: Array(names.indices), schema: texts, request: ScanRequest(columns: []))
    let scan = CSVScan(files, names: names, options: options, plan: plan)
    let guesses = try Survey.of(
      scan, from: names.map { _ in ColumnGuess(decimals: decimals) }, workers,
      look: { morsel, known in try scan.refine(known, morsel) },
      merge: { known, found, _ in for index in known.indices { known[index].merge(found[index]) } })
    return Schema(zip(names, guesses).map { Field($0, $1.type) })
  }
}
