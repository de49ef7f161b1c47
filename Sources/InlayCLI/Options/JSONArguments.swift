public import ArgumentParser
public import Inlay

/// How JSON is read, beside what is said for all text.
struct JSONArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The way to the records, such as $.records[*]; the default is $.", valueName: "path"))
  var jsonPath: String?

  @Option(help: ArgumentHelp("How records lie: automatic, lines or values.", valueName: "layout"))
  var jsonLayout = JSONOptions.Layout.automatic

  func validate() throws {
    guard let jsonPath else { return }
    do throws(InlayError) {
      _ = try JSONPath(text: jsonPath)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// The options, with what `csv` says of types and bad rows.
  func options(_ csv: CSVArguments) throws -> JSONOptions {
    var options = JSONOptions()
    if let jsonPath { options.path = try JSONPath(text: jsonPath) }
    options.layout = jsonLayout
    options.onBadRow = csv.onBadRow
    csv.readLimit.apply(to: &options)
    if let schema = csv.schema { options.types = .schema(try TableDeclaration(path: schema).schema) }
    return options
  }
}

extension JSONOptions.Layout: ExpressibleByArgument {}
