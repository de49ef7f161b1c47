import InlayBytes
import Testing

@Suite("Members of an object")
struct JSONObjectTests {
  @Test("Members are set, replaced and taken out, few or many", arguments: [3, 16, 17, 100])
  func members(count: Int) {
    var object = JSONObject()
    for index in 0..<count { object["m\(index)"] = .number(JSONNumber(index)) }
    object["m1"] = "one"
    object["m0"] = nil
    object["absent"] = nil
    #expect(object.members.map(\.name) == (1..<count).map { "m\($0)" })
    #expect(object["m0"] == nil)
    #expect(object["m1"] == "one")
    #expect(object["m\(count - 1)"] == .number(JSONNumber(count - 1)))
  }
}
