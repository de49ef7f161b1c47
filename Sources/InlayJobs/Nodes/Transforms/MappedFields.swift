import InlayEngine

/// Values under paths: columns, and structures of values whose paths begin alike.
struct MappedFields {
  private enum Content {
    case value(Expression)
    case fields(MappedFields)
  }

  private var members: [(name: String, content: Content)] = []

  /// Adds a value under a path; returns whether the path was free.
  mutating func add(_ path: ArraySlice<String>, _ value: Expression) -> Bool {
    guard let name = path.first else { return false }
    let rest = path.dropFirst()
    let position = members.firstIndex { $0.name == name }
    guard !rest.isEmpty else {
      if position == nil { members.append((name, .value(value))) }
      return position == nil
    }
    var fields = MappedFields()
    if let position {
      guard case .fields(let known) = members[position].content else { return false }
      fields = known
    }
    let isAdded = fields.add(rest, value)
    if let position {
      members[position].content = .fields(fields)
    } else {
      members.append((name, .fields(fields)))
    }
    return isAdded
  }

  /// The values by their names, in the order in which the first of each was added.
  var columns: [(name: String, value: Expression)] {
    members.map { name, content in
      switch content {
      case .value(let value): (name, value)
      case .fields(let fields): (name, .structure(fields.columns.map { .init($0.name, $0.value) }))
      }
    }
  }
}
