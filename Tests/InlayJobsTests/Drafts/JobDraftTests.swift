import InlayBytes
import Testing

@testable import InlayJobs

@Suite("Drafts of jobs")
struct JobDraftTests {
  private func draft(_ joins: [String]) throws -> JobDraft {
    var draft = JobDraft()
    try draft.add(name: "tracks", path: "t.csv", columns: ["id", "popularity"])
    try draft.add(name: "artists", path: "a.csv", columns: ["id", "name"])
    try draft.add(name: "albums", path: "b.csv", columns: ["artist_id", "track_id", "year"])
    for join in joins { try draft.addJoin(join) }
    return draft
  }

  private func columns(_ document: JobDocument) -> [[String]] {
    let sources = document.nodes.filter { $0.role == .source }.map { node in
      let columns = node.members["OutputSchemas"]?.array?.first?.object?["Columns"]?.array ?? []
      return (node.id, columns.compactMap { $0.object?["Name"]?.string })
    }
    let found = JobGraph(document).columns(
      ofSources: Dictionary(sources, uniquingKeysWith: { first, _ in first }))
    #expect(found.findings == [])
    return document.nodes.suffix(1).compactMap { found.names[$0.id] }
  }

  @Test("Joins follow each other, whatever was joined before", arguments: JobDialect.allCases)
  func joins(dialect: JobDialect) throws {
    let document = try draft(["artists.id=albums.artist_id", "tracks.id=albums.track_id"])
      .document(name: "J", target: "out/", dialect: dialect)
    let graph = JobGraph(document)
    #expect(document.dialect == dialect)
    #expect(graph.findings == [])
    #expect(columns(document) == [[".id", "popularity", "id", "name", "artist_id", "track_id", "year"]])
    #expect(
      document.nodes.map(\.type) == [
        "S3CsvSource", "S3CsvSource", "S3CsvSource", "Join", "Join", "S3GlueParquetTarget",
      ])
  }

  @Test("A key whose column got a dot is followed, and a second key goes to the same join")
  func dots() throws {
    var draft = JobDraft()
    try draft.add(name: "a", path: "a.csv", columns: ["id", "day"])
    try draft.add(name: "b", path: "b.csv", columns: ["id", "day"])
    try draft.add(name: "c", path: "c.csv", columns: ["key"])
    for join in ["a.id=b.id", "b.day=a.day", "c.key=a.id"] { try draft.addJoin(join) }
    let document = try draft.document(name: "J", target: "out/")
    #expect(columns(document) == [["key", ".id", ".day", "id", "day"]])
    let keys = document.nodes[3].members["Columns"]?.array?.compactMap { $0.object?["Keys"] }
    #expect(keys == [[["id"], ["day"]], [["id"], ["day"]]])
    #expect(document.nodes[4].members["Columns"]?.array?.last?.object?["Keys"] == [[".id"]])
  }

  @Test("Joins that would give two columns one name are refused, with what to do")
  func twins() throws {
    var draft = JobDraft()
    for name in ["a", "b", "c"] {
      try draft.add(name: name, path: "\(name).csv", columns: ["id", "of_\(name)"])
    }
    for join in ["a.id=b.id", "a.of_a=c.id"] { try draft.addJoin(join) }
    let error = #expect(throws: InlayError.self) { try draft.document(name: "J", target: "out/") }
    #expect(
      error?.description
        == "The join `a.of_a=c.id` would make two columns of one name, as a join puts one dot before a name that both "
        + "sides have; rename such columns in the headers of the files. Found `.id`.")
  }

  @Test(
    "What does not fit is told with the names there are",
    arguments: [
      (["albums.artst_id=artists.id"], "The file `albums` has no column `artst_id`; did you mean artist_id?"),
      (["album.artist_id=artists.id"], "There is no file called `album`; did you mean albums?"),
      (["tracks=artists.id"], "A join is given by --join LEFT.KEY=RIGHT.KEY; found `tracks=artists.id`."),
      (["tracks.id"], "A join is given by --join LEFT.KEY=RIGHT.KEY; found `tracks.id`."),
      (["tracks.id=tracks.popularity"], "A join needs two files; found `tracks.id=tracks.popularity`."),
      (
        ["tracks.id=artists.id"],
        "No join reaches all files; add --join LEFT.KEY=RIGHT.KEY for each that stands apart. Found `albums`."
      ),
      (
        ["tracks.id=albums.track_id", "artists.id=albums.artist_id", "tracks.popularity=albums.year"],
        "The files are joined already, by way of others; give the keys of two files one after the other. Found "
          + "`tracks.popularity=albums.year`."
      ),
    ])
  func refusals(joins: [String], expected: String) {
    let error = #expect(throws: InlayError.self) { try draft(joins).document(name: "J", target: "out/") }
    #expect(error?.description == expected)
  }
}
