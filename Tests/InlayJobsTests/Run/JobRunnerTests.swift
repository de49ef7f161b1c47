import FoundationEssentials
import InlayBytes
import InlayEngine
import InlayTesting
import Synchronization
import Testing

@testable import InlayJobs

@Suite("Runs of jobs")
struct JobRunnerTests {
  /// Makes a runner of a document among those of the tests, with empty files in the places it names.
  private func runner(
    _ name: String, _ connector: TableConnector, in folder: TestFolder
  ) throws -> JobRunner {
    let json = try Data(contentsOf: DocumentTests.folder.appending(path: "\(name).json"))
    let graph = JobGraph(try JobDocument(parsing: Array(json), file: "\(name).json"))
    let options = [
      "s3://shop/=\(folder.path)/", "out=\(folder.path)/out", "people.csv=\(folder.path)/people.csv",
    ]
    return JobRunner(graph, locations: try LocationMap(options), connector: connector)
  }

  private static let orders = [
    ["id", "customer", "total"], ["o1", "c2", "5"], ["o2", "c1", ""], ["o3", "c9", "7"],
  ]
  private static let customers = [["number", "name"], ["c1", "Ann"], ["c2", "Bob"]]
  private static let parcels = [
    ["id", "order", "weight"], ["p1", "o2", "1"], ["p2", "o1", "2"], ["p3", "o2", "3"],
  ]

  @Test("Two joins and a drop give the rows and names that the document says", arguments: [1, 4])
  func twoJoins(threads: Int) throws {
    let folder = try TestFolder([
      "orders.csv": "", "customers.csv": "", "parcels/1.csv": "", "parcels/2.csv": "",
    ])
    let connector = TableConnector([
      "orders.csv": Self.orders, "customers.csv": Self.customers, "1.csv": Self.parcels,
      "2.csv": [["id", "order", "weight"], ["p4", "o1", "4"]],
    ])
    let report = try runner("two-joins", connector, in: folder).run(workers: Workers(count: threads))

    #expect(
      connector.written.withLock { $0["warehouse"] } == [
        ["order", "weight", "name", "id", "customer", "total"],
        ["o2", "1", "Ann", "o2", "c1", ""], ["o1", "2", "Bob", "o1", "c2", "5"],
        ["o2", "3", "Ann", "o2", "c1", ""], ["o1", "4", "Bob", "o1", "c2", "5"],
      ])
    #expect(report.job == "two-joins")
    #expect(report.run.rowCount == 4)
    #expect(report.warnings == [])
    #expect(report.targets.map(\.node) == ["Warehouse (node-7)"])
    #expect(report.targets.map(\.files) == [["warehouse/part-0"]])
    #expect(report.targets.map(\.rowCount) == [4])
    #expect(report.targets[0].columns == ["order", "weight", "name", "id", "customer", "total"])
    #expect(
      Set(report.run.operators.compactMap(\.label)) == [
        "Orders (node-1)", "Customers (node-2)", "Orders with customers (node-3)", "All (node-4)",
        "Parcels (node-5)",
        "Drop Fields (node-6)", "Warehouse (node-7)",
      ])
  }

  @Test("A node joined with itself, and two targets of one source")
  func twoTargets() throws {
    let folder = try TestFolder(["people.csv": ""])
    let connector = TableConnector(["people.csv": [["id", "boss"], ["a", "b"], ["b", "b"]]])
    let report = try runner("itself", connector, in: folder).run(workers: Workers(count: 2))
    #expect(
      connector.written.withLock { $0 } == [
        "1": [[".id", ".boss", "id", "boss"], ["a", "b", "b", "b"], ["b", "b", "b", "b"]],
        "2": [["id"], ["a"], ["b"]],
      ])
    #expect(report.targets.map(\.rowCount) == [2, 2])
    #expect(connector.events.withLock { $0 } == ["open people.csv", "publish 1", "publish 2"])
  }

  @Test("Columns are checked by the headers, before any row is read or any folder is touched")
  func columnFaults() throws {
    let folder = try TestFolder(["orders.csv": "", "customers.csv": "", "parcels/1.csv": ""])
    let connector = TableConnector([
      "orders.csv": [["id", "total"], ["!", "!"]], "customers.csv": [["Number"], ["!"]],
      "1.csv": Self.parcels,
    ])
    let runner = try runner("two-joins", connector, in: folder)
    let error = try #require(throws: InlayError.self) { try runner.run() }
    #expect(error.code == .invalidJob)
    #expect(
      error.description == """
        two-joins.json: The job cannot run before 2 errors are changed:
          node Orders with customers (node-3), dag.node-3.columns[0].keys[0]: The input Customers (node-2) has no \
        column of this name; did you mean Number? Found `number`.
          node Orders with customers (node-3), dag.node-3.columns[1].keys[0]: The input Orders (node-1) has no column \
        of this name; the columns are: id, total. Found `customer`.
        """)
    #expect(runner.check().map(\.path) == ["dag.node-3.columns[0].keys[0]", "dag.node-3.columns[1].keys[0]"])
    #expect(connector.events.withLock { $0.filter { !$0.hasPrefix("open") } } == [])
  }

  @Test("A source that cannot be opened is named, and so are places that are not there")
  func missingFiles() throws {
    let folder = try TestFolder(["orders.csv": "", "customers.csv": "", "parcels/1.csv": ""])
    let connector = TableConnector(["orders.csv": Self.orders, "1.csv": Self.parcels])
    let error = #expect(throws: InlayError.self) { try runner("two-joins", connector, in: folder).run() }
    #expect(
      error?.description
        == "node Customers (node-2), two-joins.json: dag.node-2.paths: customers.csv: no table")

    let nothing = try TestFolder(["orders.csv": "", "parcels/1.csv": ""])
    let absent = #expect(throws: InlayError.self) { try runner("two-joins", connector, in: nothing).run() }
    #expect(
      absent?.description
        == "node Customers (node-2), two-joins.json: dag.node-2.paths[0]: Nothing is there; the location "
        + "`s3://shop/customers.csv` stands for `\(nothing.path)/customers.csv`.")
  }

  @Test("A row that fails is told with its node, and every output is discarded")
  func rowFault() throws {
    let folder = try TestFolder(["orders.csv": "", "customers.csv": "", "parcels/1.csv": ""])
    let connector = TableConnector([
      "orders.csv": [["id", "customer", "total"], ["!", "", ""]], "customers.csv": Self.customers,
      "1.csv": Self.parcels,
    ])
    let error = #expect(throws: InlayError.self) { try runner("two-joins", connector, in: folder).run() }
    #expect(error?.description == "node Orders (node-1), x.csv, line 2: the row is broken")
    #expect(connector.written.withLock { $0 } == [:])
    #expect(connector.events.withLock { $0.last } == "discard warehouse")
  }

  @Test("When one target cannot take its place, those before it are as they were")
  func failedPublication() throws {
    let folder = try TestFolder(["people.csv": ""])
    let connector = TableConnector(["people.csv": [["id", "boss"], ["a", "b"]]], unwritable: "2")
    let error = #expect(throws: InlayError.self) { try runner("itself", connector, in: folder).run() }
    #expect(error?.description.hasSuffix("cannot be moved into place: full") == true)
    #expect(error?.description.hasPrefix("node ") == true)
    #expect(connector.written.withLock { $0 } == [:])
    let events = connector.events.withLock { $0 }
    #expect(events.prefix(4) == ["open people.csv", "publish 1", "restore 1", "discard 1"])
    #expect(events.last == "discard 2")
  }

  @Test("A run that is stopped leaves nothing")
  func cancellation() throws {
    let folder = try TestFolder(["people.csv": ""])
    let connector = TableConnector(["people.csv": [["id", "boss"], ["a", "b"]]])
    let monitor = RunMonitor()
    monitor.cancel()
    let error = #expect(throws: InlayError.self) {
      try runner("itself", connector, in: folder).run(monitor: monitor)
    }
    #expect(error?.code == .cancelled)
    #expect(connector.events.withLock { $0 } == ["open people.csv", "discard 1"])
  }

  @Test("Warnings of all steps come with the report")
  func warnings() throws {
    let folder = try TestFolder(["orders.csv": ""])
    let connector = TableConnector(["orders.csv": [["id"], ["a"]]])
    let runner = try runner("unused", connector, in: folder)
    let expected = [
      "warning: node Left over (node-2), dag.node-2: No target takes rows from the node; it is not run.",
      "warning: node Shorter (node-3), dag.node-3.paths[0]: The path names no column of Orders (node-1), so it drops "
        + "nothing; the columns are: id. Found `note`.",
    ]
    #expect(runner.check().map(\.description) == expected)
    #expect(try runner.run().warnings.map(\.description) == expected)
  }
}
