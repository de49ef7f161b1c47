import Inlay
import InlayBytes
import InlayColumns
import InlayEngine
import InlayJobs
import InlayTesting
import Testing

@Suite("Jobs as values")
struct JobValueTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder([
      "albums.csv": "album,track_id,artist_id\nA,t1,r1\nB,t2,r2\nC,t3,r9\n",
      "artists.csv": "id,name\nr1,Ada\nr2,Bo\n",
      "tracks.csv": "id,popularity\nt1,70\nt2,5\nt3,90\n",
    ])
  }

  private var tables: (albums: Table, artists: Table, tracks: Table) {
    func table(_ name: String) -> Table { Table.csv(folder.path(name)) }
    return (table("albums.csv"), table("artists.csv"), table("tracks.csv"))
  }

  private func seedJob() -> Job {
    let table = tables.tracks
      .joined(to: tables.artists.joined(to: tables.albums, on: ("id", "artist_id")), on: ("id", "track_id"))
      .dropping(".id", "id")
    return Job("Songs", writing: table, to: .parquet(folder.path("warehouse/"), compression: .snappy))
  }

  @Test(
    "A job of tables, written down in any dialect and read again, gives the same rows",
    arguments: JobDialect.allCases)
  func roundTrip(dialect: JobDialect) async throws {
    let job = seedJob()
    let text = try job.document(dialect).root.text()
    let read = try Job(JobDocument(parsing: text))
    #expect(read.name == "Songs")
    let expected = try await job.outputs[0].table.rowTexts()
    #expect(expected.count == 2)
    #expect(try read.outputs[0].table.schema() == job.outputs[0].table.schema())
    #expect(try await read.outputs[0].table.rowTexts() == expected)
    #expect(read.outputs[0].target.path == job.outputs[0].target.path)
    let reports = try await read.run()
    #expect(reports.map(\.rowCount) == [2])
    #expect(try await Table.parquet(folder.path("warehouse/")).rowTexts() == expected)
  }

  @Test("Every step that a node means keeps its meaning")
  func steps() async throws {
    let popular = tables.tracks.filtering(column("popularity") != "5" && !column("id").isNull)
    let table = popular.renaming("id", to: "track")
      .joined(to: tables.albums, on: ("track", "track_id"), kind: .left)
      .union(
        popular.renaming("id", to: "track").joined(to: tables.albums, on: ("track", "track_id"), kind: .left)
      )
      .distinct(on: "track")
      .selecting("track", "artist_id")
      .grouped(by: "artist_id", aggregating: .count("track").named("tracks"), .max("track"))
    let job = Job("Steps", writing: table, to: .csv(folder.path("out/")))
    let read = try Job(try job.document(.api))
    #expect(try read.outputs[0].table.schema().names == ["artist_id", "tracks", "max(track)"])
    #expect(try await read.outputs[0].table.rowTexts() == table.rowTexts())
    #expect(try await table.rowTexts() == [["r1", "1", "t1"], ["r9", "1", "t3"]])
  }

  @Test("A node whose columns depend on its rows drops in a job as a value what it drops in a run")
  func surveyed() async throws {
    let holes = try TestFolder(["holes.csv": "a,b,c\n1,,x\n2,,\n"])
    let text = """
      {"jobConfig": {"name": "holes"}, "dag": {
        "s": {"name": "S", "type": "S3", "classification": "DataSource", "format": "csv", "withHeader": true,
          "paths": ["s3://in/holes.csv"]},
        "n": {"name": "N", "type": "DropNullFields", "classification": "Transform", "inputs": ["s"],
          "nullCheckBoxList": {"isEmpty": true, "isNullString": false, "isNegOne": false}, "nullTextList": []},
        "t": {"name": "T", "type": "S3", "classification": "DataSink", "format": "glueparquet", "inputs": ["n"],
          "compression": "snappy", "path": "s3://out/"}}}
      """
    let locations = try LocationMap(["s3://in/=\(holes.path(""))", "s3://out/=\(holes.path("out/"))"])
    let job = try Job(JobDocument(parsing: text), locations: locations)
    #expect(try job.outputs[0].table.schema().names == ["a", "c"])
    #expect(try await job.outputs[0].table.rowTexts() == [["1", "x"], ["2", ""]])
  }

  @Test("A table that was read from a document goes on, and is written down with the nodes it came from")
  func continued() async throws {
    let read = try Job(seedJob().document(.console))
    let more = read.outputs[0].table.selecting("album", "popularity")
    let job = Job("More", writing: more, to: .parquet(folder.path("more/")))
    let document = try job.document(.git)
    #expect(document.nodes.map(\.type).filter { $0 == "Join" }.count == 2)
    #expect(document.nodes.contains { $0.type == "SelectFields" })
    let again = try Job(document)
    #expect(try await again.outputs[0].table.rowTexts() == [["A", "70"], ["B", "5"]])
  }

  @Test("Tables are computed as the README says it")
  func readme() async throws {
    let path = try folder.write(
      "track_name,track_popularity,album_type,duration_ms\n a ,70,album,100\nb,61,single,300\nc,5,single,900\n",
      to: "t.csv")
    let popular = Table.csv(path)
      .filtering(column("track_popularity").cast(to: .int32) > 60)
      .adding("title", column("track_name").trimmed)
      .grouped(by: "album_type", aggregating: .count, .average("duration_ms").named("mean"))
      .sorted(by: .descending("mean"))
    #expect(try await popular.rowTexts() == [["single", "1", "300.0"], ["album", "1", "100.0"]])
  }

  @Test("What no node means is refused by name")
  func refusals() throws {
    let tracks = tables.tracks
    let cases: [(Table, String)] = [
      (tracks.sorted(by: "id"), "an order of rows"), (tracks.limited(to: 3), "the first rows"),
      (tracks.adding("twice", column("popularity") * 2), "the computed column twice"),
      (tracks.aggregating(.count), "a count of rows"),
    ]
    for (table, words) in cases {
      let job = Job("x", writing: table, to: .parquet("x/"))
      let error = #expect(throws: InlayError.self) { try job.document() }
      #expect(error?.code == .unsupported)
      #expect(error?.message.contains(words) == true)
    }
  }
}
