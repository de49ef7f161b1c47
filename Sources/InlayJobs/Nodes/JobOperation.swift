import InlayColumns
import InlayDatasets
import InlayEngine
import InlayStorage

/// What a node of a type that this version runs does.
///
/// A type is one file that conforms to ``JobSource``, ``JobTransform`` or ``JobTarget``, and one line in
/// ``NodeCatalogue``.
protocol JobOperation: Sendable {
  /// How many inputs the node takes.
  static var inputCount: Int { get }

  /// Reads the operation from the members of its node, and reports what is wrong with them.
  init(reading reader: inout NodeReader)

  /// Says in a user's words what the node does, a line for each thing said.
  ///
  /// `inputs` are the names of the nodes that it takes rows from.
  func summary(inputs: [String]) -> [String]
}

/// An operation that rows come from.
protocol JobSource: JobOperation {
  /// The locations that it reads, as the document has them.
  var paths: [String] { get }
  /// How the files at those locations are listed.
  var listing: FileListing { get }

  /// Opens the files and reads their headers, and nothing more.
  func open(_ files: [String], options: JobOptions) throws -> any BatchSource

  /// Returns the names that the source gives its columns.
  func columnNames(of schema: Schema) -> [String]
}

extension JobSource {
  static var inputCount: Int { 0 }

  func columnNames(of schema: Schema) -> [String] { schema.names }
}

/// An operation that makes rows of rows.
protocol JobTransform: JobOperation {
  /// Returns the names of the columns that it makes of its inputs, in order, and reports what does not fit.
  func columns(of inputs: [InputColumns], reporting report: inout NodeReport) -> [String]

  /// Returns the plan that makes those rows of the plans of its inputs, whose columns have passed that check.
  func plan(of inputs: [LogicalPlan], label: String) throws -> LogicalPlan
}

/// An operation that rows end in.
protocol JobTarget: JobOperation {
  /// The location that it writes to, as the document has it.
  var path: String { get }
  /// The format of its files.
  var format: OutputOptions.Format { get }
}

extension JobTarget {
  static var inputCount: Int { 1 }
}

/// What an operation sees of the columns that one of its inputs gives it.
struct InputColumns {
  /// The input's name and id, as a message names it.
  let label: String
  /// The names of the columns, in order.
  let names: [String]
}
