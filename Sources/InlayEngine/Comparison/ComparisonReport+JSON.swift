public import InlayBytes

extension ComparisonReport {
  /// The report in the form of `Schemas/diff-report.schema.json`.
  public var json: JSONValue {
    [
      "equal": .bool(isEqual),
      "rowCounts": ["left": .number(JSONNumber(leftRowCount)), "right": .number(JSONNumber(rightRowCount))],
      "columns": .array(columns.map(\.json)),
      "differingRowCount": .number(JSONNumber(differingRowCount)),
      "rows": .array(rows.map { $0.json(comparedColumns) }),
    ]
  }
}

extension ColumnDifference {
  fileprivate var json: JSONValue {
    [
      "column": .string(column), "difference": .string(kind.rawValue), "left": JSONValue(text: left),
      "right": JSONValue(text: right),
    ]
  }
}

extension RowDifference {
  fileprivate func json(_ columns: [String]) -> JSONValue {
    switch self {
    case .values(let row, let values):
      let values = values.map { value -> JSONValue in
        [
          "column": .string(value.column), "left": JSONValue(text: value.left),
          "right": JSONValue(text: value.right),
        ]
      }
      return ["row": .number(JSONNumber(row)), "values": .array(values)]
    case .only(let side, let row, let times, let values):
      var object = JSONObject()
      for (column, value) in zip(columns, values) { object[column] = JSONValue(text: value) }
      return [
        "onlyIn": .string(side.rawValue), "row": .number(JSONNumber(row)),
        "times": .number(JSONNumber(times)),
        "values": .object(object),
      ]
    }
  }
}

extension JSONValue {
  fileprivate init(text: String?) { self = text.map { .string($0) } ?? .null }
}
