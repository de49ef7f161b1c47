import InlayBytes
import InlayColumns
import InlayEngine

extension JobFrame {
  /// Returns the position of a column by its name, letter case included; reports when there is none, or more than one.
  func position(of name: String, at place: String, _ report: inout NodeReport) -> Int? {
    let positions = names.indices.filter { names[$0] == name }
    if positions.count == 1 { return positions[0] }
    if positions.isEmpty {
      report.error(
        place,
        "The input \(label) has no column of this name; \(names.meant(by: name)) Found \(quoted(name))."
      )
    } else {
      report.error(
        place,
        "The input \(label) has \(positions.count) columns of this name; rename or drop some of them before. "
          + "Found \(quoted(name)).")
    }
    return nil
  }

  /// Returns the position of a column, however its letters are cased when none is written just so.
  func positionIgnoringCase(of name: String, at place: String, _ report: inout NodeReport) -> Int? {
    if !names.contains(name) {
      let lowered = name.lowercased()
      let alike = names.filter { $0.lowercased() == lowered }
      if alike.count == 1 { return position(of: alike[0], at: place, &report) }
      if alike.count > 1 {
        report.error(
          place,
          "The input \(label) has several columns of this name but for letter case, \(listed(alike)); write it as one of "
            + "them is. Found \(quoted(name)).")
        return nil
      }
    }
    return position(of: name, at: place, &report)
  }

  /// Returns the value at a path: a column's, or a field's within structures.
  func value(
    of path: FieldPath, ignoringCase: Bool = false, at place: String, _ report: inout NodeReport
  ) -> (value: Expression, field: Field)? {
    let position =
      ignoringCase
      ? positionIgnoringCase(of: path.parts[0], at: place, &report)
      : self.position(of: path.parts[0], at: place, &report)
    guard let position else { return nil }
    var value = Expression.column(position)
    var field = plan.schema[position]
    for part in path.parts.dropFirst() {
      guard let inner = field.type.member(part, ignoringCase: ignoringCase) else {
        report.error(
          place,
          "\(quoted(field.name)) has no field of this name; \(field.type.fieldsMeant(by: part)) Found \(quoted(part))."
        )
        return nil
      }
      value = .member(value, inner.name)
      field = inner
    }
    return (value, field)
  }

  /// Returns the positions of the columns that paths name; reports those that name none, and fields within columns.
  func positions(of paths: [FieldPath], at place: String, _ report: inout NodeReport) -> [Int] {
    paths.enumerated().compactMap { index, path in
      let place = "\(place)[\(index)]"
      guard let name = path.column else {
        report.error(place, path.fieldRefusal)
        return nil
      }
      return position(of: name, at: place, &report)
    }
  }
}

extension [String] {
  /// Returns the columns that may have been meant by a name that none has, or else all of them, as the end of a sentence.
  func meant(by name: String) -> String {
    let words = suggestion(for: name, among: self)
    return words.hasSuffix("?") ? words : words + "."
  }
}

extension DataType {
  /// Returns the fields that may have been meant by a name that none has, or else the type, as the end of a sentence.
  func fieldsMeant(by name: String) -> String {
    guard case .structure(let fields) = self else { return "it is \(self)." }
    let names = fields.map(\.name)
    return nearestNames(to: name, among: names).isEmpty
      ? "it is \(self)." : suggestion(for: name, among: names, kind: "fields")
  }

  /// Returns a structure's field by its name; nothing when there is none, or the type is no structure.
  func member(_ name: String, ignoringCase: Bool = false) -> Field? {
    guard case .structure(let fields) = self else { return nil }
    if let field = fields.first(where: { $0.name == name }) { return field }
    guard ignoringCase else { return nil }
    let lowered = name.lowercased()
    return fields.first { $0.name.lowercased() == lowered }
  }
}
