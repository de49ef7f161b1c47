import ArgumentParser
import Inlay

/// Shows a table's columns and their types.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Shows the columns of a file and their types.",
    discussion: """
      The types of a CSV or JSON file are inferred from all its rows; those of a Parquet file stand in its footer. With --json \
      the columns are printed in the form that --schema reads.
      """)

  @OptionGroup var input: InputArguments

  @Flag(help: "Print the columns as JSON.")
  var json = false

  func run() throws {
    let schema = try input.table(types: .inferred).schema()
    if json { return try Terminal.print([TableDeclaration(schema: schema).json.text()]) }
    let table = TextTable(
      headings: Array(repeating: TextTable.Heading(lines: []), count: 3),
      rows: schema.fields.map {
        [$0.name.printable, $0.type.description.printable, $0.isNullable ? "nullable" : "not null"]
      })
    try Terminal.print(table.lines())
  }
}
