import FoundationEssentials
import InlayBytes
import InlayStorage
import InlayTesting
import Testing

@testable import InlayJobs

@Suite("What a job reads and writes on this machine")
struct JobLocationsTests {
  /// Makes a graph of sources that each flow into a target of their own.
  private func graph(_ pairs: [(source: String, target: String)]) throws -> JobGraph {
    let nodes = pairs.enumerated().map { index, pair in
      """
      "s\(index)": {"name": "S\(index)", "type": "S3", "classification": "DataSource", "format": "csv",
                    "paths": ["\(pair.source)"], "recurse": true, "exclusions": ["*.bak"]},
      "t\(index)": {"name": "T\(index)", "type": "S3", "classification": "DataSink", "format": "parquet",
                    "path": "\(pair.target)", "inputs": ["s\(index)"]}
      """
    }
    let graph = JobGraph(try JobDocument(parsing: "{\"dag\": {\(nodes.joined(separator: ","))}}"))
    try graph.requireRunnable()
    return graph
  }

  @Test("Sources become files and targets folders")
  func found() throws {
    let folder = try TestFolder(["in/a.csv": "", "in/b.csv": "12", "in/c.bak": ""])
    let map = try LocationMap(["s3://b/=\(folder.path)/"])
    let locations = JobLocations(
      try graph([("s3://b/in/", "s3://b/out/"), ("s3://b/in/b.csv", "s3://b/other")]), map)
    #expect(locations.findings == [])
    #expect(locations.files[0]?.map(\.path) == ["\(folder.path)/in/a.csv", "\(folder.path)/in/b.csv"])
    #expect(locations.files[2]?.map(\.path) == ["\(folder.path)/in/b.csv"])
    #expect(locations.files[2]?.map(\.byteCount) == [2])
    #expect(locations.folders == [1: "\(folder.path)/out/", 3: "\(folder.path)/other"])
  }

  @Test("What cannot be found is told with its node, all of it")
  func missing() throws {
    let folder = try TestFolder([:])
    let map = try LocationMap(["s3://b/=\(folder.path)"])
    let locations = JobLocations(try graph([("s3://b/in.csv", "s3://c/out/")]), map)
    #expect(
      locations.findings.map(\.description) == [
        "error: node S0 (s0), dag.s0.paths[0]: Nothing is there; the location `s3://b/in.csv` stands for "
          + "`\(folder.path)/in.csv`.",
        "error: node T0 (t0), dag.t0.path: The location lies outside this machine; say where its files are, for example "
          + "with --map s3://c/=FOLDER/. Found `s3://c/out/`.",
      ])
  }

  @Test("No target writes over another, or among the files that are read")
  func clashes() throws {
    let folder = try TestFolder(["in/a.csv": ""])
    let map = try LocationMap(["s3://b/=\(folder.path)/", "s3://c=\(folder.path)/./"])
    let locations = JobLocations(
      try graph([
        ("s3://b/in/a.csv", "s3://b/out/"), ("s3://b/in/a.csv", "s3://c/out"), ("s3://b/in", "s3://b/in/"),
      ]),
      map)
    #expect(
      locations.findings.map(\.description) == [
        "error: node T1 (t1), dag.t1.path: Two targets write to one folder of this machine; map their locations apart. "
          + "The other is T0 (t0). Found `\(folder.path)/./out`.",
        "error: node T2 (t2), dag.t2.path: The folder holds files that the job reads; write to another one. Found "
          + "`\(folder.path)/in/`.",
      ])
  }

  @Test("A target is known by what it is, however it is spelled")
  func aliases() throws {
    let folder = try TestFolder(["w/in/a.csv": "x", "w/deep/b.csv": "x"])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/w/link", withDestinationPath: "\(folder.path)/w/in")
    for spelling in ["w/link/", "w/deep/../in", "w/none/../in/", "w/./link"] {
      let map = try LocationMap(["s3://b/=\(folder.path)/w/", "s3://q/=\(folder.path)/\(spelling)"])
      let locations = JobLocations(try graph([("s3://b/in/a.csv", "s3://q/")]), map)
      #expect(
        locations.findings.map(\.message).allSatisfy {
          $0.hasPrefix("The folder holds files that the job reads")
        })
      #expect(locations.findings.count == 1, "\(spelling)")
    }
    for (other, words) in [
      ("w/new/../out", "write to one folder"), ("w/out/sub", "write to folders, one in the other,"),
    ] {
      let map = try LocationMap(
        ["s3://b/=\(folder.path)/w/", "s3://o/=\(folder.path)/w/out", "s3://p/=\(folder.path)/\(other)"])
      let locations = JobLocations(
        try graph([("s3://b/in/a.csv", "s3://o/"), ("s3://b/deep/b.csv", "s3://p/")]), map)
      #expect(locations.findings.count == 1)
      #expect(
        locations.findings.first?.message.contains("Two targets \(words) of this machine") == true, "\(other)"
      )
    }
  }

  @Test("No link leads a target out of the folder that its location is mapped to")
  func links() throws {
    let outside = try TestFolder(["precious": ""])
    let folder = try TestFolder(["in/a.csv": "", "w/real/x": ""])
    for (name, place) in [
      ("w/out", outside.path), ("w/inner", "\(folder.path)/w/real"), ("w2", "\(folder.path)/w"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: place)
    }
    let map = try LocationMap([
      "s3://in/=\(folder.path)/in/", "s3://w/=\(folder.path)/w/", "s3://v=\(folder.path)/w2",
    ])
    for target in ["s3://w/out/", "s3://w/out/deep/new", "s3://v/out"] {
      let found = JobLocations(try graph([("s3://in/", target)]), map).findings.map(\.description)
      #expect(found.count == 1)
      #expect(
        found.first?.contains(
          "A link leads out of the folder that the location is mapped to; map the location itself.")
          == true, "\(found)")
    }
    for target in ["s3://w/inner/", "s3://w/", "s3://v/", "s3://v/inner/deep"] {
      #expect(JobLocations(try graph([("s3://in/", target)]), map).findings == [])
    }
  }
}
