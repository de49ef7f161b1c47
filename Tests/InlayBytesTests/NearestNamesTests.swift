import InlayBytes
import Testing

@Suite("Nearest names")
struct NearestNamesTests {
  private static let names = ["popularity", "genre", "genres", "track_id", "artist_id", "id"]

  @Test(
    "A mistyped name is answered with those it may have been",
    arguments: [
      ("popularty", ["popularity"]), ("POPULARITY", ["popularity"]), ("genr", ["genre"]),
      ("gnere", ["genre"]), ("trackid", ["track_id"]), ("Id", ["id"]), ("xy", []), ("", []),
    ])
  func near(name: String, expected: [String]) {
    #expect(nearestNames(to: name, among: Self.names) == expected)
  }

  @Test("Names of any length are compared")
  func long() {
    let long = String(repeating: "é", count: 10_000)
    #expect(nearestNames(to: long, among: [long + "x"]) == [long + "x"])
  }
}
