import InlayBytes

@testable import InlayJobs

/// Makes values that the service's model allows, the same for one seed on every run.
struct ModelValues {
  private var state: UInt64
  private let model = ServiceModel.shared

  init(seed: UInt64) {
    state = seed
  }

  /// Makes a node of a type with its required members and some of the others.
  mutating func node(_ id: String, _ type: String) -> JobNode {
    let shape = model.shapeName(ofType: type)
    let members = structure(shape, depth: 0)
    let inputs = members["Inputs"]?.array?.compactMap(\.string) ?? []
    let name = members["Name"]?.string ?? id
    return JobNode(id: id, name: name, type: type, inputs: inputs, members: members)
  }

  private mutating func structure(_ shape: String?, depth: Int) -> JSONObject {
    guard case .structure(let members)? = model.shape(shape) else { return JSONObject() }
    var object = JSONObject()
    for member in members where member.isRequired || (depth < 4 && below(2) == 0) {
      object[member.name] = value(member.shape, depth: depth + 1)
    }
    return object
  }

  private mutating func value(_ shape: String, depth: Int) -> JSONValue {
    switch model.shape(shape) {
    case .structure: return .object(structure(shape, depth: depth))
    case .list(let element, let limits):
      return .array((0..<count(limits, depth)).map { _ in value(element, depth: depth + 1) })
    case .path: return .array((0..<1 + below(2)).map { _ in .string(word() + [".", "`", ""][below(3)]) })
    case .map(let key, let element):
      var object = JSONObject()
      for _ in 0..<below(3) {
        object[value(key, depth: depth).string ?? ""] = value(element, depth: depth + 1)
      }
      return .object(object)
    case .text(let pattern, let limits): return .string(text(pattern, limits))
    case .choice(let words): return .string(words[below(words.count)])
    case .whole(let limits): return .number(JSONNumber(Int(limits.least ?? 0) + below(5)))
    case .number: return .number(JSONNumber(0.5) ?? JSONNumber(0))
    case .flag: return .bool(below(2) == 0)
    case .moment: return "2024-01-02T03:04:05Z"
    case nil: return .null
    }
  }

  private mutating func count(_ limits: ServiceModel.Limits, _ depth: Int) -> Int {
    let least = Int(limits.least ?? 0)
    return depth > 5 ? least : min(least + below(3), Int(limits.most ?? 100))
  }

  private mutating func text(_ pattern: TextPattern, _ limits: ServiceModel.Limits) -> String {
    let text: String =
      switch pattern {
      case .any, .line: word() + [" ü", ".x", "\"", ""][below(4)]
      case .capitals: "OP_" + String(repeating: "A", count: below(4))
      case .alphanumeric: word()
      case .word, .mask, .ascii: word() + "_1"
      }
    return limits.most.map { String(text.prefix(Int($0))) } ?? text
  }

  private mutating func word() -> String {
    String((0..<1 + below(6)).map { _ in Character(Unicode.Scalar(UInt8(97 + below(26)))) })
  }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
