import Foundation
import InlayBytes
import InlayJobs
import Testing

/// Holds drawings of the documents in `Drawings` against the `.mermaid` and `.svg` files beside them; run the tests
/// with `INLAY_RECORD_DRAWINGS` set to write those anew, and look at them.
@Suite("Drawings")
struct DrawingTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Drawings")

  static var files: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".svg") || $0.hasSuffix(".mermaid") }.sorted()
  }

  @Test("A document is drawn as expected", arguments: files)
  func drawing(file: String) throws {
    let place = Self.folder.appending(path: file)
    let form = try #require(JobDrawing(rawValue: place.pathExtension))
    let name = place.deletingPathExtension().lastPathComponent
    let json = try Data(contentsOf: Self.folder.appending(path: "\(name).json"))
    let drawing = try JobGraph(try JobDocument(parsing: Array(json), file: "\(name).json")).drawn(as: form)
    if ProcessInfo.processInfo.environment["INLAY_RECORD_DRAWINGS"] != nil {
      try Data(drawing.utf8).write(to: place)
    }
    #expect(try String(contentsOf: place, encoding: .utf8) == drawing)
  }

  @Test("There are drawings to hold against")
  func presence() {
    #expect(Self.files.count >= 6)
  }

  @Test("No name of a document means anything to Mermaid or XML")
  func hostileNames() throws {
    let name = #"a"]; click n1 "javascript:x" %%{init: {}}%% <script>&amp;`#quot;\u0000\u202E$$x$$"#
    let escaped = name.replacing(#"""#, with: #"\""#)
    let node =
      #"{"name": "\#(escaped)", "classification": "Transform", "type": "Custom", "inputs": []}"#
    let graph = JobGraph(try JobDocument(parsing: #"{"dag": {"n": \#(node)}}"#))
    let mermaid = try graph.drawn(as: .mermaid)
    #expect(
      mermaid.contains(
        "a#34;]; click n1 #34;javascript:x#34; #37;#37;#123;init: #123;#125;#125;#37;#37; #60;script#62;#38;amp;#96;"
          + "#35;quot;#92;u#123;0#125;#92;u#123;202e#125;#36;#36;x#36;#36;"))
    let svg = try graph.drawn(as: .svg)
    #expect(svg.contains("&lt;script&gt;&amp;amp;`#quot;\\u{0}\\u{202e}"))
    #expect(!svg.contains("<script"))
    #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test("More connections than a picture can show are refused, and drawn as text")
  func excess() throws {
    var nodes: [String] = []
    for index in 0..<300 {
      let inputs = (0..<index).map { "\"n\($0)\"" }.joined(separator: ",")
      nodes.append(
        #""n\#(index)": {"classification": "Transform", "type": "Custom", "inputs": [\#(inputs)]}"#)
    }
    let graph = JobGraph(try JobDocument(parsing: "{\"dag\": {\(nodes.joined(separator: ","))}}"))
    let error = #expect(throws: InlayError.self) { try graph.drawn(as: .svg) }
    #expect(error?.code == .limitExceeded)
    #expect(error?.message.contains("--format text") == true)
    #expect(try graph.drawn(as: .text).contains("n299"))
  }
}
