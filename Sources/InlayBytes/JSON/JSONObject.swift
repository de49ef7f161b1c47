/// The members of a JSON object in their order, each name once.
///
/// A look-up is linear for a small object and constant for a large one.
public struct JSONObject: Hashable, Sendable {
  /// One name with its value.
  public struct Member: Hashable, Sendable {
    /// The member's name.
    public let name: String
    /// The member's value.
    public var value: JSONValue
  }

  /// The members in their order.
  public private(set) var members: [Member] = []
  /// Where each name stands; kept only when there are many, as most objects have a handful.
  private var positions: [String: Int] = [:]

  private static let linearLimit = 16

  /// Makes an object without members.
  public init() {}

  /// The value of the member called `name`. A new member goes to the end; `nil` takes the member out.
  public subscript(name: String) -> JSONValue? {
    get { position(of: name).map { members[$0].value } }
    set { set(name, newValue) }
  }

  /// Adds a member at the end and returns true, or returns false when the name is there already.
  mutating func append(_ name: String, _ value: JSONValue) -> Bool {
    guard position(of: name) == nil else { return false }
    members.append(Member(name: name, value: value))
    if members.count > Self.linearLimit {
      if positions.isEmpty { index() } else { positions[name] = members.count - 1 }
    }
    return true
  }

  private mutating func set(_ name: String, _ value: JSONValue?) {
    guard let value else { return remove(name) }
    if let position = position(of: name) {
      members[position].value = value
    } else {
      _ = append(name, value)
    }
  }

  private mutating func remove(_ name: String) {
    guard let position = position(of: name) else { return }
    members.remove(at: position)
    positions = [:]
    if members.count > Self.linearLimit { index() }
  }

  private mutating func index() {
    for (position, member) in members.enumerated() { positions[member.name] = position }
  }

  private func position(of name: String) -> Int? {
    positions.isEmpty ? members.firstIndex { $0.name == name } : positions[name]
  }

  /// Tells whether both have the same members in the same order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members == right.members
  }

  /// Feeds the members in their order to the hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(members)
  }
}
