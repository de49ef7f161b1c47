import InlayBytes
import InlayEngine

/// Takes one table of a collection: a transform of the type SelectFromCollection.
struct SelectFromCollection: JobTransform {
  /// Which one, from 0.
  let index: Int

  init(reading reader: inout NodeReader) {
    index = reader.count("Index") ?? 0
  }

  func summary(inputs: [String]) -> [String] {
    ["take table \(index) of the collection"]
  }

  func plan(of collection: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan? {
    guard collection.indices.contains(index) else {
      report.error(
        "Index",
        "The collection has \(collection.count) tables, counted from 0; choose one of them. Found \(index).")
      return nil
    }
    return collection[index].plan
  }
}
