import InlayBytes
import InlayColumns
import InlayEngine

/// Drops the columns that hold nothing: a transform of the type DropNullFields.
///
/// A column is dropped when each of its values is null or one of those that are said to mean it. Only the rows can tell,
/// so they are read once before the run; a check takes all columns to stay.
struct DropNullFields: SurveyingTransform {
  /// What texts mean no value, spaces at their ends not counted.
  let texts: [String]
  /// What whole numbers mean no value.
  let numbers: [Int64]

  init(reading reader: inout NodeReader) {
    let boxes = reader.value("NullCheckBoxList")?.object ?? JSONObject()
    var texts: [String] = []
    var numbers: [Int64] = []
    if boxes["IsEmpty"]?.bool == true { texts.append("") }
    if boxes["IsNullString"]?.bool == true { texts.append("null") }
    if boxes["IsNegOne"]?.bool == true { numbers.append(-1) }
    for custom in reader.customNulls() {
      switch custom {
      case .text(let text): texts.append(text)
      case .number(let number): numbers.append(number)
      }
    }
    self.texts = texts
    self.numbers = numbers
  }

  func summary(inputs: [String]) -> [String] {
    let words = ["null"] + texts.map { quoted($0) } + numbers.map { "\($0)" }
    return ["drop columns that hold only \(words.joined(separator: ", "))"]
  }

  func survey(of input: JobFrame, reporting report: inout NodeReport) -> LogicalPlan? {
    report.attempt { label in
      let columns = input.plan.schema.fields.enumerated().map { position, field in
        (name: field.name, value: self.value(.column(position), field.type))
      }
      let counts =
        [Aggregate(.count, of: nil, name: "rows")]
        + input.names.indices.map { Aggregate(.count, of: $0, name: "\($0)") }
      return try input.plan.computing(columns, label: label).aggregating(by: [], counts, label: label)
    }
  }

  func plan(of input: JobFrame, survey: [RecordBatch]?, reporting report: inout NodeReport) -> LogicalPlan? {
    guard let survey else {
      report.warning(
        "",
        "Which columns hold nothing is known when the rows are read; this check takes all of them to stay.")
      return input.plan.projecting(Array(input.names.indices), label: report.node.label)
    }
    // Of a table without rows nothing is known, so all columns stay.
    let isEmpty = Self.count(0, in: survey) == 0
    let kept = input.names.indices.filter { isEmpty || Self.count($0 + 1, in: survey) > 0 }
    if kept.isEmpty {
      report.error("", "Every column of \(input.label) holds nothing, so none would stay.")
    }
    return input.plan.projecting(kept, label: report.node.label)
  }

  /// Returns a value that is null where the column's means that there is none.
  private func value(_ value: Expression, _ type: DataType) -> Expression {
    let isNothing: [Expression]
    switch type {
    case .string:
      isNothing = texts.map { .comparison(.equal, .call(.trim, [value]), .literal(.string($0))) }
    case .int8, .int16, .int32, .int64, .double:
      isNothing = numbers.map { .comparison(.equal, value, .literal(.int64($0))) }
    default: isNothing = []
    }
    guard !isNothing.isEmpty else { return value }
    return .conditional([.init(when: .not(.any(isNothing)), then: value)], otherwise: nil)
  }

  private static func count(_ column: Int, in survey: [RecordBatch]) -> Int64 {
    for batch in survey where batch.rowCount > 0 {
      if case .int64(let counts) = batch.columns[column].decoded().storage { return counts[0] }
    }
    return 0
  }
}

extension DropNullFields {
  /// A value that the author of the job takes for null.
  fileprivate enum CustomNull {
    case text(String)
    case number(Int64)
  }
}

extension NodeReader {
  fileprivate mutating func customNulls() -> [DropNullFields.CustomNull] {
    objects("NullTextList") { reader, _ in
      let text = reader.value("Value")?.string ?? ""
      let type = reader.value("Datatype")?.object?["Id"]?.string ?? "string"
      if type.lowercased() == "string" { return .text(text) }
      if let number = Int64(text) { return .number(number) }
      reader.error("Value", "The value must be a whole number. Found \(quoted(text)).")
      return nil
    } ?? []
  }
}
