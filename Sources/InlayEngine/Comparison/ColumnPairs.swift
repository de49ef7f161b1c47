import InlayColumns

/// The columns that two tables have both, by their names.
struct ColumnPairs {
  private let leftSchema: Schema
  private let rightSchema: Schema
  /// The positions of the common columns in the left table, in its order, and in the right one.
  let left: [Int]
  let right: [Int]

  init(_ leftSchema: Schema, _ rightSchema: Schema) {
    self.leftSchema = leftSchema
    self.rightSchema = rightSchema
    left = leftSchema.fields.indices.filter { rightSchema.index(of: leftSchema[$0].name) != nil }
    right = left.compactMap { rightSchema.index(of: leftSchema[$0].name) }
  }

  /// The names of the common columns.
  var names: [String] { left.map { leftSchema[$0].name } }

  /// For each common column whether its values are compared as texts.
  var areTexts: [Bool] {
    zip(left, right).map { leftSchema[$0].type != rightSchema[$1].type || leftSchema[$0].type.isNested }
  }

  /// What the columns differ in.
  func differences(untyped: Set<ComparisonSide>) -> [ColumnDifference] {
    var differences: [ColumnDifference] = []
    let places = Dictionary(zip(right.sorted(), 0...), uniquingKeysWith: { first, _ in first })
    var place = 0
    for field in leftSchema.fields {
      guard let position = rightSchema.index(of: field.name) else {
        differences.append(
          ColumnDifference(column: field.name, kind: .presence, left: field.type.description, right: nil))
        continue
      }
      if untyped.isEmpty { differences += Self.differences(field, rightSchema[position]) }
      if let other = places[position], other != place {
        differences.append(
          ColumnDifference(column: field.name, kind: .order, left: "\(place + 1)", right: "\(other + 1)"))
      }
      place += 1
    }
    return differences
      + rightSchema.fields.filter { leftSchema.index(of: $0.name) == nil }.map {
        ColumnDifference(column: $0.name, kind: .presence, left: nil, right: $0.type.description)
      }
  }

  private static func differences(_ left: Field, _ right: Field) -> [ColumnDifference] {
    var differences: [ColumnDifference] = []
    func note(_ kind: ColumnDifference.Kind, _ left: String, _ right: String, of name: String) {
      if left != right { differences.append(.init(column: name, kind: kind, left: left, right: right)) }
    }
    note(.type, left.type.description, right.type.description, of: left.name)
    note(.nullability, left.nullability, right.nullability, of: left.name)
    note(.meaning, left.meaning, right.meaning, of: left.name)
    return differences
  }
}

extension Field {
  fileprivate var nullability: String { isNullable ? "nullable" : "not null" }
  fileprivate var meaning: String { annotation.map { "\($0)" } ?? "none" }
}
