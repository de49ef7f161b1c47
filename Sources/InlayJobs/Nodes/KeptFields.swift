import InlayColumns
import InlayEngine

/// What stays of a column: all of it, or some of the fields of its structures, in an order.
indirect enum KeptFields {
  case all
  case some([(name: String, kept: KeptFields)])

  /// Whether nothing stays.
  var isNothing: Bool {
    if case .some(let members) = self { members.isEmpty } else { false }
  }

  /// Adds what a path names.
  mutating func keep(_ path: ArraySlice<String>) {
    guard let name = path.first else {
      self = .all
      return
    }
    guard case .some(var members) = self else { return }
    let position = members.firstIndex { $0.name == name } ?? members.count
    if position == members.count { members.append((name, .some([]))) }
    members[position].kept.keep(path.dropFirst())
    self = .some(members)
  }

  /// Returns what stays of a type when what a path within it names is dropped, too.
  ///
  /// A structure goes with its last field. Returns nothing when there is no such field.
  func dropping(_ path: ArraySlice<String>, of type: DataType) -> KeptFields? {
    guard let name = path.first, case .structure(let fields) = type else { return nil }
    var members: [(name: String, kept: KeptFields)] =
      switch self {
      case .all: fields.map { ($0.name, .all) }
      case .some(let members): members
      }
    guard let position = members.firstIndex(where: { $0.name == name }),
      let inner = type.member(name)?.type
    else { return nil }
    let rest = path.dropFirst()
    if rest.isEmpty {
      members.remove(at: position)
    } else {
      guard let kept = members[position].kept.dropping(rest, of: inner) else { return nil }
      members[position].kept = kept
      if kept.isNothing { members.remove(at: position) }
    }
    return .some(members)
  }

  /// Returns the value with only what stays of it; a structure that is null stays so.
  func applied(to value: Expression, _ type: DataType) -> Expression {
    guard case .some(let members) = self, case .structure = type else { return value }
    let parts = members.compactMap { name, kept in
      type.member(name).map {
        Expression.Member(name, kept.applied(to: .member(value, name), $0.type))
      }
    }
    return value.unlessNull(.structure(parts))
  }
}

extension Expression {
  /// Returns a value made of this one, which is null where this one is.
  func unlessNull(_ value: Expression) -> Expression {
    .conditional([Branch(when: .not(.isNull(self)), then: value)], otherwise: nil)
  }
}
