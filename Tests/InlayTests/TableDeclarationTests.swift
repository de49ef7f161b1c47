import Inlay
import InlayBytes
import InlayColumns
import InlayJobs
import Testing

@Suite("Table declaration")
struct TableDeclarationTests {
  private func message(_ text: String) -> String? {
    #expect(throws: InlayError.self) { try TableDeclaration(JSONValue(parsing: text)) }?.message
  }

  @Test("What is written reads back")
  func roundTrip() throws {
    let declaration = TableDeclaration(
      name: "t",
      schema: Schema([Field("a", .int8, isNullable: false), Field("b", .decimal(precision: 9, scale: 2))]))
    #expect(try TableDeclaration(declaration.json) == declaration)
    let text = declaration.json.text(.compact)
    #expect(
      text == #"{"name":"t","columns":[{"name":"a","type":"int8","nullable":false},"#
        + #"{"name":"b","type":"decimal(9, 2)","nullable":true}]}"#)
  }

  @Test(
    "The declarations of the repository are read",
    arguments: ["albums", "artists", "features", "spotify_data", "tracks"])
  func repository(name: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let declaration = try TableDeclaration(path: "/\(root)/Schemas/spotify/\(name).json")
    #expect(declaration.name == name)
  }

  @Test("What is wrong is named by its place")
  func faults() {
    #expect(
      message("[]")
        == "is not the declaration of a table: it needs a member columns, an array of at least one column")
    #expect(
      message(#"{"columns": []}"#)
        == "is not the declaration of a table: it needs a member columns, an array of at least one column")
    #expect(message(#"{"columns": ["a"]}"#) == "columns[0]: a column needs a member name, a string")
    #expect(message(#"{"columns": [{"name": "a"}]}"#) == "columns[0]: a column needs a member type, a string")
    #expect(
      message(#"{"columns": [{"name": "a", "type": "string", "nullable": "no"}]}"#)
        == "columns[0]: nullable is true or false; found a string")
    #expect(
      message(#"{"columns": [{"name": "a", "type": "date"}, {"name": "a", "type": "date"}]}"#)
        == "columns[1]: a column of this name is declared already: a")
    #expect(
      message(#"{"columns": [{"name": "a", "type": "varchar"}]}"#)?
        .hasPrefix("columns[0]: not a type; give boolean") == true)
  }
}
