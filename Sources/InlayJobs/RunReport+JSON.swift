public import InlayBytes
import InlayColumns
public import InlayEngine

extension RunReport {
  /// The report as a JSON object, in the form of `Schemas/run-report.schema.json`.
  public var json: JSONValue {
    [
      "elapsedSeconds": .seconds(elapsedSeconds), "threadCount": .count(threadCount),
      "peakMemoryBytes": .count(peakMemoryBytes), "inputByteCount": .count(inputByteCount),
      "rowCount": .count(rowCount), "rejectedRowCount": .count(rejectedRowCount),
      "rejections": .array(rejections.map(JSONValue.string)), "skipped": skipped.json,
      "operators": .array(operators.map(\.json)),
    ]
  }
}

extension SkippedParts {
  fileprivate var json: JSONValue {
    [
      "rowGroupsByStatistics": .count(rowGroupsByStatistics),
      "rowGroupsByBloomFilter": .count(rowGroupsByBloomFilter), "pagesByIndex": .count(pagesByIndex),
      "rowsByFilter": .count(rowsByFilter),
    ]
  }
}

extension OperatorReport {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "label": label.map(JSONValue.string) ?? .null, "rowsIn": .count(rowsIn),
      "rowsOut": .count(rowsOut), "byteCount": .count(byteCount), "busySeconds": .seconds(busySeconds),
    ]
  }
}

extension JobReport {
  /// The report as a JSON object, in the form of `Schemas/run-report.schema.json`.
  public var json: JSONValue {
    var object = JSONObject()
    object["job"] = job.map(JSONValue.string) ?? .null
    for member in run.json.object?.members ?? [] { object[member.name] = member.value }
    object["targets"] = .array(targets.map(\.json))
    object["warnings"] = .array(warnings.map(\.json))
    return .object(object)
  }
}

extension JobReport.Target {
  fileprivate var json: JSONValue {
    [
      "node": .string(node), "folder": .string(folder), "files": .array(files.map(JSONValue.string)),
      "rowCount": .count(rowCount), "columns": .array(columns.map(JSONValue.string)),
    ]
  }
}

extension JSONValue {
  fileprivate static func count(_ value: Int) -> JSONValue {
    .number(JSONNumber(value))
  }

  fileprivate static func seconds(_ value: Double) -> JSONValue {
    JSONNumber(value).map(JSONValue.number) ?? .null
  }
}
