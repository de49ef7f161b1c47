import InlayBytes

extension GraphCheck {
  /// Reports a job that writes nothing, work that no target needs, and targets that would overwrite each other.
  ///
  /// Returns the positions of the nodes whose rows a target needs, and of the targets.
  mutating func checkTargets() -> Set<Int> {
    let targets = vertices.indices.filter {
      vertices[$0].node.role == .target || vertices[$0].operation is any JobTap
    }
    if vertices.isEmpty {
      error("The job has no nodes; add a source and a target.")
    } else if targets.isEmpty {
      error("The job has no target, so it would do nothing; add an S3 target of Parquet.")
    }
    reportSharedPaths(of: targets)
    let needed = nodesNeeded(by: targets)
    // Without a target nothing is needed, and one finding says so.
    for position in vertices.indices where !targets.isEmpty && !needed.contains(position) {
      warning(position, "", "No target takes rows from the node; it is not run.")
    }
    return needed
  }

  private func nodesNeeded(by targets: [Int]) -> Set<Int> {
    var needed = Set(targets)
    var pending = targets
    while let position = pending.popLast() {
      for case let input? in vertices[position].inputs where needed.insert(input).inserted {
        pending.append(input)
      }
    }
    return needed
  }

  private mutating func reportSharedPaths(of targets: [Int]) {
    var first: [String: Int] = [:]
    for position in targets {
      guard let target = vertices[position].operation?.writer else { continue }
      let path = LocationMap.comparable(target.path)
      if let other = first[path] {
        error(
          position, "Path",
          "Two targets write to one location; give each its own. The other is \(vertices[other].node.label). "
            + "Found \(quoted(target.path)).")
      } else {
        first[path] = position
      }
    }
  }
}

extension LocationMap {
  /// Returns the location in a form that is the same for all ways to write one folder.
  static func comparable(_ location: String) -> String {
    var text = Substring(normalised(location))
    while text.utf8.count > 1, text.utf8.last == UInt8(ascii: "/") { text.removeLast() }
    return String(text)
  }
}
