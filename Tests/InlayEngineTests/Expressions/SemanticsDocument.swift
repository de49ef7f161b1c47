import Foundation
import InlayBytes
import InlayColumns
import InlayEngine

/// The examples of `docs/SEMANTICS.md`: each line of a table whose columns are called expression and result.
enum SemanticsDocument {
  /// Returns the expressions and what they give, as texts.
  static func examples() throws -> [(expression: String, result: String)] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/SEMANTICS.md"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 2, cells.allSatisfy({ $0.hasPrefix("`") && $0.hasSuffix("`") }) else { return nil }
      return (String(cells[0].dropFirst().dropLast()), String(cells[1].dropFirst().dropLast()))
    }
  }

  /// Computes an expression without columns, and gives it as a text; a null is `NULL`.
  static func result(of expression: InlayEngine.Expression) throws -> String {
    let batch = RecordBatch(schema: Schema([]), columns: [], rowCount: 1)
    let source = MemorySource(schema: batch.schema, batches: [batch])
    let plan = try LogicalPlan.scan(source).computing([(name: "x", value: .cast(expression, .string))])
    let sink = CollectingSink()
    _ = try PlanRun(workers: Workers(count: 1)).run(plan, into: sink)
    let column = sink.batches[0].columns[0].decoded()
    guard !column.isNull(at: 0), case .views(let texts) = column.storage else { return "NULL" }
    return texts.text(at: 0)
  }
}
