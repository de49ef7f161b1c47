public import InlayBytes

/// A node whose rows are read from a file instead: what lets the rest of a job run when the node cannot.
public struct NodeReplacement: Hashable, Sendable {
  /// The id or the name of the node.
  public let node: String
  /// The Parquet file, or the folder of such files, that holds the node's rows.
  public let path: String

  /// Makes a replacement.
  public init(node: String, path: String) {
    self.node = node
    self.path = path
  }

  /// Reads a replacement from a text of the form `NODE=PATH`; the first equals sign ends the node.
  ///
  /// - Throws: `invalidInput` for a text of another form.
  public init(_ option: String) throws(InlayError) {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !option.utf8.contains(0) else {
      throw InlayError(
        .invalidInput, "A node is replaced by --replace NODE=FILE.parquet; found \(quoted(option)).")
    }
    self.init(node: String(parts[0]), path: String(parts[1]))
  }
}

extension JobGraph {
  /// Returns the graph with the rows of some nodes read from files.
  ///
  /// These nodes do not run, nor those that only they take rows from, and nothing that is wrong with them counts.
  ///
  /// - Throws: `invalidInput` for a node that is not there, a name that several nodes have, a target, and a node that is
  ///   replaced twice.
  public func replacing(_ replacements: [NodeReplacement]) throws(InlayError) -> JobGraph {
    guard !replacements.isEmpty else { return self }
    var paths: [String: String] = [:]
    for replacement in replacements {
      let node = try node(named: replacement.node)
      if node.role == .target {
        throw InlayError(
          .invalidInput, "A target gives no rows, so it cannot be replaced; found \(node.label).")
      }
      guard paths.updateValue(replacement.path, forKey: node.id) == nil else {
        throw InlayError(.invalidInput, "A node is replaced twice; keep one --replace for \(node.label).")
      }
    }
    return JobGraph(document, replacing: paths)
  }

  /// Finds a node by its id, or else by its name.
  private func node(named name: String) throws(InlayError) -> JobNode {
    if let node = document.nodes.first(where: { $0.id == name }) { return node }
    let nodes = document.nodes.filter { $0.name == name }
    guard let node = nodes.first else {
      let near = nearestNames(to: name, among: document.nodes.flatMap { [$0.name, $0.id] })
      let hint = near.isEmpty ? "" : " Did you mean \(near.map { quoted($0) }.joined(separator: " or "))?"
      throw InlayError(
        .invalidInput, "No node has this name or id, so none can be replaced.\(hint) Found \(quoted(name)).")
    }
    guard nodes.count == 1 else {
      throw InlayError(
        .invalidInput,
        "\(nodes.count) nodes have this name; name the one to replace by its id, one of \(listed(nodes.map(\.id))). "
          + "Found \(quoted(name)).")
    }
    return node
  }
}
