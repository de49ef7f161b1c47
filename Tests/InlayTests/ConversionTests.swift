import Inlay
import InlayTesting
import Testing

@Suite("Conversion")
struct ConversionTests {
  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: InlayError.self, performing: body)?.description
  }

  private func convert(
    _ inputs: [String], to target: String, _ change: (inout Conversion.Options) -> Void = { _ in }
  ) throws -> [RunReport] {
    var options = Conversion.Options()
    options.csv.types = .inferred(decimals: false)
    options.workers = Workers(count: 2)
    change(&options)
    let conversion = try Conversion(inputs, to: target, options: options)
    return try conversion.steps.map { try conversion.run($0) }
  }

  @Test("A file becomes Parquet and CSV again, with its types and nulls")
  func roundTrip() throws {
    let text = "id,day,name\n1,2020-09-25,\"a,b\"\n,,\n-3,1969-12-31,ü\n"
    let folder = try TestFolder(["a.csv": text])
    let reports = try convert([folder.path("a.csv")], to: folder.path("a.parquet"))
    #expect(reports.map(\.rowCount) == [3])
    let schema = try Table.files(at: folder.path("a.parquet")).schema()
    #expect(schema.fields.map(\.type) == [.int64, .date, .string])
    _ = try convert([folder.path("a.parquet")], to: folder.path("b.csv"))
    #expect(try folder.text(of: "b.csv") == text)
  }

  @Test("Several files go to a folder under their own names, each with the separator that its name tells")
  func folders() throws {
    let folder = try TestFolder(["a.csv": "x,y\n1,2\n", "b.TSV": "x\ty\n3\t4\n"])
    let target = folder.path("out")
    _ = try convert([folder.path("a.csv"), folder.path("b.TSV")], to: target) { $0.separatesByName = true }
    for name in ["a", "b"] {
      let table = Table.files(at: "\(target)/\(name).parquet")
      #expect(try table.schema().fields.map(\.type) == [.int64, .int64])
      #expect(try table.rowCount() == 1)
    }
    #expect(try Table.files(at: target).rowCount() == 2)
  }

  @Test("Outputs that exist are refused before anything is read, and replaced on demand")
  func modes() throws {
    let folder = try TestFolder(["a.csv": "x\n1\n", "b.csv": "x\n2\n", "b.parquet": "old"])
    let inputs = ["a.csv", "b.csv"].map(folder.path)
    #expect(
      message { _ = try convert(inputs, to: folder.path) }
        == "\(folder.path)/b.parquet: exists already; give --mode overwrite to replace it")
    #expect(try folder.names == ["a.csv", "b.csv", "b.parquet"])
    _ = try convert(inputs, to: folder.path) { $0.mode = .overwrite }
    #expect(try Table.files(at: folder.path("b.parquet")).rowCount() == 1)
  }

  @Test("A conversion that fails leaves nothing, and says where")
  func failure() throws {
    let folder = try TestFolder(["a.csv": "x,y\n1,2\n3\n"])
    let text = message { _ = try convert([folder.path("a.csv")], to: folder.path("new/a.parquet")) }
    #expect(text?.hasPrefix("\(folder.path)/a.csv, line 3") == true)
    #expect(try folder.names == ["a.csv"])
  }

  @Test("Text and JSON are compressed where their names say so, and read back")
  func compressedText() throws {
    let folder = try TestFolder(["a.csv": "x,y\n1,a\n2,b\n"])
    let (csv, json) = (folder.path("b.csv.gz"), folder.path("b.json.gz"))
    _ = try convert([folder.path("a.csv")], to: csv)
    _ = try convert([csv], to: json)
    for path in [csv, json] {
      let buffer = try MappedFile(path: path).buffer
      #expect(Array(buffer).starts(with: [0x1F, 0x8B]))
    }
    let table = Table.files(at: json)
    #expect(try table.schema().names == ["x", "y"])
    #expect(try table.rowCount() == 2)
  }

  @Test("A target that makes no sense is refused")
  func targets() throws {
    let folder = try TestFolder(["a.csv": "x\n1\n", "a.txt": "x\n1\n"])
    let (csv, txt) = (folder.path("a.csv"), folder.path("a.txt"))
    #expect(
      message { _ = try convert([csv, txt], to: "b.parquet") }
        == "b.parquet: is one file, and there are 2 inputs; give a folder")
    #expect(
      message { _ = try convert([csv, txt], to: "\(folder.path)/") }
        == "\(folder.path)/a.parquet: would be made of two inputs; convert them one after the other: \(csv), \(txt)"
    )
    #expect(message { _ = try convert([folder.path("none.csv")], to: "b.csv") }?.contains("none.csv") == true)
  }
}
