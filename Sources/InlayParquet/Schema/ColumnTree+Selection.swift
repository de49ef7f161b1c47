import InlayBytes
import InlayColumns

extension ColumnTree {
  /// Returns those columns, and those parts of nested ones, that some paths name: see ``ParquetReadOptions/columns``.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` for a path that names nothing, with those that there are.
  static func selecting(_ paths: [String], of columns: [ColumnTree]) throws -> [ColumnTree] {
    var selection = Selection(wanted: Set(paths))
    let selected = columns.compactMap { selection.part(of: $0, at: $0.field.name) }
    guard let unknown = paths.first(where: { !selection.found.contains($0) }) else { return selected }
    let all = columns.flatMap { $0.leafPaths(at: $0.field.name) }
    let listed = all.prefix(30).joined(separator: ", ")
    let rest = all.count > 30 ? " and \(all.count - 30) more" : ""
    throw InlayError(
      .invalidInput, "no column is at a path that was asked for; there are \(listed)\(rest): \(unknown)")
  }

  /// The parts of a value by their names in a path.
  fileprivate var parts: [(name: String, tree: ColumnTree)] {
    switch (content, field.type) {
    // A variant cannot be taken apart: any of its parts may be in any of its columns.
    case (.leaf, _), (.variant, _): return []
    case (.structure(let fields), _): return fields.map { ($0.field.name, $0) }
    case (.list(_, let entry), .map): return entry.parts
    case (.list(_, let element), _): return [("element", element)]
    }
  }

  private func leafPaths(at path: String) -> [String] {
    let parts = parts
    return parts.isEmpty ? [path] : parts.flatMap { $0.tree.leafPaths(at: "\(path).\($0.name)") }
  }

  /// Returns the same value with some of its parts only.
  fileprivate func keeping(_ parts: [ColumnTree]) -> ColumnTree {
    var result = self
    switch (content, field.type) {
    case (.leaf, _), (.variant, _): break
    case (.structure, _):
      result.content = .structure(parts)
      result.field.type = .structure(parts.map(\.field))
    case (.list(let levels, let entry), .map) where parts.count == 2:
      result.content = .list(levels, entry.keeping(parts))
      result.field.type = .map(key: parts[0].field, value: parts[1].field)
    case (.list(let levels, _), _):
      var element = parts[0]
      element.field.name = "element"
      result.content = .list(levels, element)
      result.field.type = .list(element.field)
    }
    return result
  }
}

/// The walk over columns that finds what some paths name.
private struct Selection {
  let wanted: Set<String>
  private(set) var found: Set<String> = []

  init(wanted: Set<String>) { self.wanted = wanted }

  /// Returns what of a value is wanted; nil for nothing.
  mutating func part(of tree: ColumnTree, at path: String) -> ColumnTree? {
    if wanted.contains(path) { found.insert(path) }
    var kept: [ColumnTree] = []
    for (name, tree) in tree.parts {
      if let part = part(of: tree, at: "\(path).\(name)") { kept.append(part) }
    }
    if wanted.contains(path) { return tree }
    guard !kept.isEmpty else { return nil }
    if case .map = tree.field.type { kept = withKey(kept, of: tree) }
    return tree.keeping(kept)
  }

  /// The parts of a map: its whole key, since there is no map without one, and what is kept of the value.
  private func withKey(_ kept: [ColumnTree], of map: ColumnTree) -> [ColumnTree] {
    map.parts.prefix(1).map(\.tree) + kept.filter { $0.field.name == "value" }
  }
}
