/// Returns the names that a mistyped one was most likely meant to be, the nearest first, at most three; none when all are
/// far off.
///
/// Distance is the number of letters to insert, leave out, replace or swap with a neighbour; a change of case counts for
/// less than any of these. A name is near when at most a third of the letters differ, so a short one only by case.
///
/// - Complexity: the number of names times the square of their lengths, of which at most 64 letters count.
package func nearestNames(to name: String, among names: [String]) -> [String] {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
  let limit = wanted.count / 3
  var found: [(distance: Int, position: Int)] = []
  for (position, candidate) in names.prefix(10_000).enumerated() where candidate != name {
    let distance = distance(wanted, Array(candidate.lowercased().unicodeScalars.prefix(64)), limit: limit)
    if distance <= limit { found.append((distance, position)) }
  }
  return found.sorted { ($0.distance, $0.position) < ($1.distance, $1.position) }.prefix(3).map {
    names[$0.position]
  }
}

/// Returns the names that may have been meant as the end of a message, `did you mean …?`, or else the names there are.
package func suggestion(for name: String, among names: [String], kind: String = "columns") -> String {
  let near = nearestNames(to: name, among: names)
  guard near.isEmpty else {
    return "did you mean \(near.map { printable($0, limit: 100) }.joined(separator: " or "))?"
  }
  let shown = names.prefix(40).map { printable($0, limit: 100) }.joined(separator: ", ")
  return "the \(kind) are: \(shown)" + (names.count > 40 ? " and \(names.count - 40) more" : "")
}

/// The number of changes that make one text of another (Damerau and Levenshtein, neighbours swapped at most once);
/// anything above `limit` when there are more than that.
private func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], limit: Int) -> Int {
  guard abs(first.count - second.count) <= limit else { return limit + 1 }
  var before: [Int] = []
  var above = Array(0...second.count)
  for row in first.indices {
    var line = [row + 1]
    for column in second.indices {
      let isSame = first[row] == second[column]
      var least = min(above[column] + (isSame ? 0 : 1), above[column + 1] + 1, line[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        least = min(least, before[column - 1] + 1)
      }
      line.append(least)
    }
    (before, above) = (above, line)
  }
  return above[second.count]
}
