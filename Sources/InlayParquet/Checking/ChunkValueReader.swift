import InlayBytes
import InlayColumns

/// Decodes the values of one flat column chunk, some rows at a time.
struct ChunkValueReader {
  private let file: ParquetFile
  private let rowGroup: Int
  private let column: Int
  private let element: SchemaElement
  private let distinctLimit: Int?
  private let rowCount: Int
  private var reader: RowGroupReader?
  private var isRefused = false

  /// How many rows are decoded at once: a page of a few bytes may hold any number.
  private static let rowsAtOnce = 65_536

  /// Begins to read the leaf at a position; nil for one that is not a column of its own.
  init?(_ file: ParquetFile, rowGroup: Int, position: Int) {
    let column = file.root.children.firstIndex {
      $0.isLeaf && $0.repetitionLevel == 0 && $0.leaves == position..<position + 1
    }
    guard let column else { return nil }
    self.file = file
    self.rowGroup = rowGroup
    self.column = column
    element = file.root.children[column].element
    let group = file.metadata.rowGroups[rowGroup]
    rowCount = Int(group.rowCount)
    distinctLimit = group.columns[position].metadata?.statistics?.distinctCount.map { Int(clamping: $0) }
  }

  /// Returns what the values of some rows are, or nil and tells why they cannot be decoded.
  mutating func read(
    _ rows: Range<Int>, at place: InlayError.Location, into findings: inout FindingList
  ) -> ValueFacts? {
    guard !isRefused, rows.upperBound <= rowCount else { return nil }
    var facts = ValueFacts()
    do {
      let reader = try reader ?? RowGroupReader(file, rowGroup: rowGroup, columns: [column])
      self.reader = reader
      let schema = file.schema.selecting([column])
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowsAtOnce) {
        let end = Swift.min(start + Self.rowsAtOnce, rows.upperBound)
        let column = try reader.read(RowRanges(start..<end), schema: schema).columns[0]
        facts.take(column, distinctLimit: distinctLimit, measuresBytes: element.type == .byteArray)
      }
      return facts
    } catch let error as InlayError {
      // What cannot be opened, or is of a kind that is not known, is told once for the whole chunk.
      isRefused = reader == nil || error.code != .corrupt
      var place = place
      if isRefused { (place.page, place.byteOffset) = (nil, nil) }
      findings.add(.values, error, at: place)
      return nil
    } catch {
      preconditionFailure("values are refused with an InlayError")
    }
  }
}
