import ArgumentParser
import Inlay

/// Shows what Parquet files say of themselves.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what Parquet files say of themselves: footer, row groups, columns, pages, indexes.",
    discussion: """
      No values are read: only the footer, and for --column, --row-group, --pages and --json what lies beside it. On a \
      terminal tables are cut to its width; elsewhere they are whole. The form of the JSON is that of \
      Schemas/inspection.schema.json.
      """)

  @OptionGroup var input: ParquetArguments

  @Option(help: ArgumentHelp("Show the column chunks of one row group, from 0.", valueName: "n"))
  var rowGroup: Int?

  @Option(
    help: ArgumentHelp("Show the chunks of one column; names within names have dots.", valueName: "path"))
  var column: String?

  @Flag(help: "Show the pages of these column chunks, or of all.")
  var pages = false

  @Flag(help: "Print everything as JSON, numbers as they are in the file.")
  var json = false

  func run() throws {
    let files = try input.files().map { try ParquetFile(path: $0) }
    if json {
      let documents = try files.map { $0.inspectionJSON(try scope(of: $0)) }
      let value: JSONValue = ["files": .array(documents)]
      return try Terminal.print([value.text()])
    }
    let display = InspectionDisplay(
      width: Terminal.Stream.output.width, isStyled: Terminal.Stream.output.isStyled)
    for (position, file) in files.enumerated() {
      if position > 0 { try Terminal.print([""]) }
      try Terminal.print(try lines(of: file, display))
    }
  }

  private func lines(of file: ParquetFile, _ display: InspectionDisplay) throws -> [String] {
    let scope = try scope(of: file)
    if pages { return display.heading(file) + display.pages(file, scope) }
    if rowGroup != nil || column != nil {
      return display.heading(file) + display.chunks(file, scope) + display.bloomFilters(file, scope)
    }
    return display.overview(file)
  }

  /// What of a file is looked at.
  private func scope(of file: ParquetFile) throws -> ParquetFile.Scope {
    var scope = file.wholeScope
    if let rowGroup {
      guard scope.rowGroups.contains(rowGroup) else {
        throw InlayError(
          .invalidInput,
          "has \(scope.rowGroups.count) row groups, counted from 0; there is no row group \(rowGroup)",
          at: .init(file: file.path))
      }
      scope.rowGroups = [rowGroup]
    }
    if let column {
      let leaves = file.root.leafNodes()
      scope.leaves = leaves.indices.filter { leaves[$0].isAt(orBelow: column) }
      guard !scope.leaves.isEmpty else {
        throw InlayError(
          .invalidInput, "has no column of this name; `inlay inspect` lists them: \(column)",
          at: .init(file: file.path))
      }
    }
    return scope
  }
}

extension SchemaNode.Leaf {
  /// Whether this is the leaf of a path, or one of several below it.
  fileprivate func isAt(orBelow path: String) -> Bool { name == path || name.hasPrefix(path + ".") }
}
