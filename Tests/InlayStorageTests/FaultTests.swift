import FoundationEssentials
import InlayBytes
import InlayStorage
import InlayTesting
import Testing

/// Lets every call fail in turn that an output makes of the system.
@Suite("Faults of the file system")
struct FaultTests {
  /// What a target may look like: as before, or as after.
  private struct Case {
    let before: [String: String]
    let after: [String: String]
    let mode: OutputMode
    let keys: [String]
    let names: [String]
  }

  private static let cases = [
    "one file into nothing": Case(
      before: [:], after: ["a": "new"], mode: .error, keys: [], names: ["a"]),
    "many files into nothing": Case(
      before: [:], after: ["a": "new", "b": "new", "c": "new"], mode: .error, keys: [],
      names: ["a", "b", "c"]),
    "files over others": Case(
      before: ["a": "old", "z": "old", "_SUCCESS": "old"], after: ["a": "new", "b": "new"], mode: .overwrite,
      keys: [], names: ["a", "b"]),
    "files beside others": Case(
      before: ["z": "old", ".hidden": "old"], after: ["z": "old", ".hidden": "old", "a": "new", "b": "new"],
      mode: .append, keys: [], names: ["a", "b"]),
    "partitions over others": Case(
      before: ["k=1/z": "old", "k=2/z": "old"], after: ["k=2/a": "new", "k=3/a": "new"], mode: .overwrite,
      keys: ["k"], names: ["k=2/a", "k=3/a"]),
    "partitions beside others": Case(
      before: ["k=1/z": "old"], after: ["k=1/z": "old", "k=1/a": "new", "k=3/a": "new"], mode: .append,
      keys: ["k"], names: ["k=1/a", "k=3/a"]),
    // A folder of its own is what keeps a target from swapping places.
    "files moved one by one": Case(
      before: ["z": "old", "other/x": "old"], after: ["z": "old", "other/x": "old", "a": "new", "b": "new"],
      mode: .append, keys: [], names: ["a", "b"]),
  ]

  @Test(
    "A target holds what it held or what it shall hold, whichever call fails", arguments: cases.keys.sorted())
  func folders(name: String) throws {
    let example = try #require(Self.cases[name])
    let count = try FailingCalls.forEach { number in
      let folder = System.$gate.withValue(nil) { TestFolder() }
      try System.$gate.withValue(nil) {
        for (name, text) in example.before { try folder.write(text, to: "t/\(name)") }
      }
      let error = try failure {
        let staged = try StagedFolder(path: folder.path("t"), mode: example.mode, partitionKeys: example.keys)
        for name in example.names { try staged.makeFile(named: name).write("new".utf8) }
        try staged.commit()
      }
      try System.$gate.withValue(nil) {
        let found = try contents(of: folder)
        let isNew = found == example.after
        #expect(isNew || found == example.before, "call \(number): \(found), \(String(describing: error))")
        if error == nil { #expect(isNew, "call \(number)") }
        try clear(folder)
      }
    }
    #expect(count > 20)
  }

  @Test("One file is what it was or what it shall be, whichever call fails")
  func file() throws {
    let count = try FailingCalls.forEach { number in
      let folder = try System.$gate.withValue(nil) { try TestFolder(["t/out": "old"]) }
      let error = try failure {
        let staged = try StagedFile(path: folder.path("t/out"), mode: .overwrite)
        try staged.output.write("new".utf8)
        try staged.commit()
      }
      try System.$gate.withValue(nil) {
        let text = try folder.text(of: "t/out")
        #expect(text == "new" || (text == "old" && error != nil), "call \(number)")
        try clear(folder)
      }
    }
    #expect(count > 20)
  }

  @Test("Of two targets both are what they were or both what they shall be, whichever call fails")
  func twoTargets() throws {
    let old = ["one/z": "old", "one/y": "old", "two": "old"]
    let new = ["one/a": "new", "one/b": "new", "two": "new"]
    _ = try FailingCalls.forEach { number in
      let folder = try System.$gate.withValue(nil) {
        try TestFolder(Dictionary(uniqueKeysWithValues: old.map { ("t/\($0)", $1) }))
      }
      let error = try failure {
        let one = try StagedFolder(path: folder.path("t/one"), mode: .overwrite)
        for name in ["a", "b"] { try one.makeFile(named: name).write("new".utf8) }
        let two = try StagedFile(path: folder.path("t/two"), mode: .overwrite)
        try two.output.write("new".utf8)
        try Publication.publish([one, two])
      }
      try System.$gate.withValue(nil) {
        let found = try contents(of: folder)
        #expect(found == new || (found == old && error != nil), "call \(number): \(found)")
      }
    }
  }

  /// What failed; anything but the failing call and what it stands for is a failure of the test.
  private func failure(_ body: () throws -> Void) throws -> InlayError? {
    do {
      try body()
      return nil
    } catch let error as InlayError {
      return error
    }
  }

  /// The files that readers see, and those that were hidden before, without what a failed removal left.
  private func contents(of folder: TestFolder) throws -> [String: String] {
    guard FileManager.default.fileExists(atPath: folder.path("t")) else { return [:] }
    var found: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path("t"))
    where !name.contains(".inlay-") {
      // A folder has no text.
      if let text = try? folder.text(of: "t/" + name) { found[name] = text }
    }
    return found
  }

  /// The next run leaves nothing of a failed one.
  private func clear(_ folder: TestFolder) throws {
    try StagedFolder(path: folder.path("t"), mode: .append).commit()
    let hidden = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect(!hidden.contains { $0.contains(".inlay-") }, "\(hidden)")
  }
}
