public import InlayBytes
import InlayColumns

extension TableStatistics {
  /// The statistics in the form of `Schemas/statistics.schema.json`.
  public var json: JSONValue {
    ["rowCount": .number(JSONNumber(rowCount)), "columns": .array(columns.map(\.json))]
  }
}

extension ColumnStatistics {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "type": .string(type.description), "nullCount": .number(JSONNumber(nullCount)),
      "nanCount": JSONValue(nanCount), "distinctCount": JSONValue(distinctCount),
      "distinctCountIsExact": .bool(isDistinctCountExact), "min": JSONValue(min), "max": JSONValue(max),
      "mean": JSONValue(mean.map { ColumnStatistics.text(of: $0) }),
      "mostFrequent": .array(
        mostFrequent.map { ["value": .string($0.value), "count": .number(JSONNumber($0.count))] }),
      "frequenciesAreExact": .bool(isFrequencyExact), "compressedByteCount": JSONValue(compressedByteCount),
      "uncompressedByteCount": JSONValue(uncompressedByteCount),
    ]
  }

  /// The shortest text that reads back as the number: JSON has no infinities.
  private static func text(of number: Double) -> String {
    let column = Column(type: .double, storage: .double(Values([number])))
    return column.text(at: 0) ?? ""
  }
}

extension JSONValue {
  fileprivate init(_ text: String?) { self = text.map { .string($0) } ?? .null }
  fileprivate init(_ number: Int?) { self = number.map { .number(JSONNumber($0)) } ?? .null }
}
