import InlayBytes
import InlayColumns

/// What a join does with names that both inputs have.
public enum JoinNaming: Hashable, Sendable {
  /// Puts a dot before the first input's name: `.id` and `id`. AWS Glue does this for its own join.
  case dotFirst
  /// Keeps all names as they are, so that two columns may have one. Spark does this.
  case unchanged

  /// Returns the fields of both inputs under their new names.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when two columns would still have one name, and should not.
  func fields(of first: Schema, and second: Schema) throws -> [Field] {
    guard self == .dotFirst else { return first.fields + second.fields }
    let taken = Set(second.names)
    var fields = first.fields
    for position in fields.indices where taken.contains(fields[position].name) {
      fields[position].name = "." + fields[position].name
    }
    fields += second.fields
    var seen: Set<String> = []
    for field in fields where !seen.insert(field.name).inserted {
      throw InlayError(
        .invalidInput,
        "two columns of the join would have one name; rename one of them before it: \(field.name)")
    }
    return fields
  }
}
