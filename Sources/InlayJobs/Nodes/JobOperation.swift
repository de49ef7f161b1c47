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
  static var inputCount: ClosedRange<Int> { get }

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
  /// How many of those files are read.
  var bounds: SourceBounds { get }
  /// The table of the catalog that it reads in place of locations; nothing for other sources.
  var table: CatalogTable? { get }

  /// Opens the files and reads their headers, and nothing more.
  func open(_ files: [String], options: JobOptions) throws -> any BatchSource

  /// Returns the names that the source gives its columns.
  func columnNames(of schema: Schema) -> [String]
}

extension JobSource {
  static var inputCount: ClosedRange<Int> { 0...0 }

  func columnNames(of schema: Schema) -> [String] { schema.names }

  var bounds: SourceBounds { SourceBounds() }
  var table: CatalogTable? { nil }
}

/// An operation that makes rows of rows, in one of three ways.
protocol JobStep: JobOperation {}

/// An operation that makes one table of others.
protocol JobTransform: JobStep {
  /// Returns the plan that makes its rows of those of its inputs, and reports what does not fit.
  ///
  /// The check of a job and its run both come here, so neither finds what the other does not. What is returned beside an
  /// error is of no use; nothing is returned when there is no plan at all.
  func plan(of inputs: [JobFrame], reporting report: inout NodeReport) -> LogicalPlan?
}

/// An operation that makes several tables of one, of which ``SelectFromCollection`` takes one.
protocol JobSplit: JobStep {
  /// Returns the plans of its tables, in order, and reports what does not fit.
  func collection(of input: JobFrame, reporting report: inout NodeReport) -> [JobFrame]?
}

/// An operation whose columns depend on the values of its rows, which are read once before the run to find them out.
protocol SurveyingTransform: JobStep {
  /// Returns the plan whose rows tell what the operation needs to know.
  func survey(of input: JobFrame, reporting report: inout NodeReport) -> LogicalPlan?

  /// Returns the plan that makes its rows, and reports what does not fit.
  ///
  /// - Parameter survey: the rows of the survey's plan; nothing when they are not known yet, and the plan then is the
  ///   best that can be said.
  func plan(of input: JobFrame, survey: [RecordBatch]?, reporting report: inout NodeReport) -> LogicalPlan?
}

/// An operation that rows end in.
protocol JobTarget: JobOperation {
  /// Where and in how many files it writes.
  var files: S3TargetFiles { get }
  /// The format of its files.
  var format: OutputOptions.Format { get }
}

/// An operation that lets its rows pass, and writes some of them beside.
protocol JobTap: JobTransform {
  /// What the written rows end in.
  var sample: any JobTarget { get }

  /// Returns the plan of the rows that are written, of the plan of all.
  func sample(of plan: LogicalPlan, label: String) throws -> LogicalPlan
}

extension JobOperation {
  /// What the operation writes to: itself, or what it writes to beside; nothing when it writes nothing.
  var writer: (any JobTarget)? {
    self as? any JobTarget ?? (self as? any JobTap)?.sample
  }
}

extension JobStep {
  static var inputCount: ClosedRange<Int> { 1...1 }
}

extension JobTarget {
  /// The location that it writes to, as the document has it.
  var path: String { files.path }

  static var inputCount: ClosedRange<Int> { 1...1 }
}
