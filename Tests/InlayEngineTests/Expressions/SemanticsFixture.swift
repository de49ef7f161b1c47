import Foundation
import InlayBytes
import InlayColumns
import InlayEngine

/// A file of what Spark makes of expressions: frames of columns, expressions over them, and rows of values and results.
struct SemanticsFixture {
  /// Some columns, expressions over them, and rows of cells: values, then results.
  struct Frame {
    var columns: [DataType]
    var expressions: [(text: String, type: DataType)] = []
    var rows: [[String?]] = []
  }

  private(set) var frames: [Frame] = []

  /// The folder of the fixtures.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// Returns the lines of a file, each as its fields.
  static func lines(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: folder.appending(path: "\(name).tsv"), encoding: .utf8)
    return text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  /// Reads the fixture of a name.
  init(_ name: String) throws {
    for line in try Self.lines(name) {
      switch line[0] {
      case "columns": frames.append(Frame(columns: try line.dropFirst().map { try DataType(text: $0) }))
      case "expression":
        frames[frames.count - 1].expressions.append((line[2], try DataType(text: line[1])))
      default:
        frames[frames.count - 1].rows.append(line.dropFirst().map { $0 == "\\N" ? nil : Self.unescaped($0) })
      }
    }
  }

  private static func unescaped(_ cell: String) -> String {
    guard cell.contains("\\") else { return cell }
    let parts = cell.components(separatedBy: "\\u")
    return parts.dropFirst().reduce(parts[0]) { text, part in
      let code = UInt32(part.prefix(4), radix: 16) ?? 0
      return text + String(Unicode.Scalar(code).map { Character($0) } ?? "?") + part.dropFirst(4)
    }
  }
}

extension SemanticsFixture.Frame {
  /// The values as a batch, the columns called `a`, `b` and so on.
  var batch: RecordBatch {
    let fields = columns.enumerated().map { Field(String(UnicodeScalar(UInt8(97 + $0))), $1) }
    let values = columns.enumerated().map { position, type in
      CellValues.column(type, rows.map { $0[position] })
    }
    return RecordBatch(schema: Schema(fields), columns: values, rowCount: rows.count)
  }

  /// The results of the expression of a number.
  func results(_ number: Int) -> Column {
    let type = expressions[number].type
    return CellValues.column(type.isNested ? .string : type, rows.map { $0[columns.count + number] })
  }
}
