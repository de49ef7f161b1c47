import InlayBytes
import InlayColumns
import Testing

@testable import InlayJSON

@Suite("Hostile JSON")
struct HostilityTests {
  static let documents = [
    #"[{"a":1,"b":[1.5e3,-0.1],"c":{"d":"x\u00e9\ud83d\ude00","e":null}},{"a":true,"c":{}}]"#,
    "{\"a\":\"é\",\"b\":[{\"c\":[]}]}\n{\"b\":[null,{\"c\":[1,2]}]}\n{\"a\":-Infinity}\n",
  ]

  /// Reads what may be anything: rows or a typed error, never anything else.
  private func survives(_ bytes: [UInt8], _ options: JSONOptions) {
    for policy in [BadRowPolicy.fail, .skip] {
      var options = options
      options.onBadRow = policy
      do {
        _ = try Read(bytes, options)
      } catch {
        #expect(error is InlayError)
      }
    }
  }

  @Test(arguments: documents)
  func everyPrefix(_ document: String) throws {
    let bytes = Array(document.utf8)
    for layout in JSONOptions.Layout.allCases {
      var options = JSONOptions()
      options.layout = layout
      options.chunkByteCount = 16
      let step = layout == .automatic ? 1 : 3
      for count in stride(from: 0, through: bytes.count, by: step) {
        survives(Array(bytes[..<count]), options)
      }
    }
  }

  @Test(arguments: documents)
  func changedBytes(_ document: String) throws {
    var random = SystemRandomNumberGenerator()
    let bytes = Array(document.utf8)
    let tokens = Array("{}[]\",:\\0-.eEu\n \u{0}".utf8) + [0xFF, 0xC3]
    for round in 0..<120 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: 0..<changed.count, using: &random)] = tokens.randomElement(using: &random) ?? 0
      }
      var options = JSONOptions()
      options.chunkByteCount = [1, 16, 1 << 20][round % 3]
      if round % 4 == 0 { options.path = try JSONPath(text: "$.c") }
      survives(changed, options)
    }
  }
}
