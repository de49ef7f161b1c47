import InlayBytes
import InlayColumns

/// Decodes the values of one column chunk page by page, some at a time; nulls take no part.
struct ChunkValueReader {
  private let file: ParquetFile
  private let rowGroup: Int
  private let leaf: ColumnLeaf
  private let questions: ValueQuestions
  private var chunk: ColumnChunkReader?
  private var dictionary: DictionaryBase?
  private var isRefused = false
  private var isDictionaryRefused = false

  /// How many values are decoded at once, or as many as their page has bytes: a page of a few bytes may hold any number.
  private static let valuesAtOnce = 65_536

  init(_ file: ParquetFile, rowGroup: Int, _ leaf: ColumnLeaf, _ questions: ValueQuestions) {
    self.file = file
    self.rowGroup = rowGroup
    self.leaf = leaf
    self.questions = questions
  }

  /// Returns what the values of a page are, or nil and tells why they cannot be decoded.
  mutating func read(
    _ page: OpenPage, _ encoding: Encoding, count: Int, at place: InlayError.Location,
    into findings: inout FindingList
  ) -> ValueFacts? {
    guard !isRefused, !(encoding.isDictionary && isDictionaryRefused && count > 0) else { return nil }
    do {
      return try facts(page, encoding, count: count)
    } catch let error as InlayError {
      // What cannot be opened, or is of a kind that is not known, is told once for the whole chunk.
      isRefused = chunk == nil || error.code != .corrupt
      isDictionaryRefused = encoding.isDictionary && dictionary == nil
      var place = place
      if isRefused || isDictionaryRefused { (place.page, place.byteOffset) = (nil, nil) }
      findings.add(.values, error, at: place)
      return nil
    } catch {
      preconditionFailure("values are refused with an InlayError")
    }
  }

  private mutating func facts(_ page: OpenPage, _ encoding: Encoding, count: Int) throws -> ValueFacts {
    var facts = ValueFacts()
    if questions.measuresBytes { facts.byteCount = 0 }
    let chunk = try chunk ?? ColumnChunkReader(file, rowGroup: rowGroup, leaf: leaf)
    self.chunk = chunk
    let step = Swift.max(Self.valuesAtOnce, page.valueRange.count)
    for start in stride(from: 0, to: count, by: step) {
      let values = EncodedValues(
        buffer: page.values, byteRange: page.valueRange, type: chunk.metadata.type, encoding: encoding,
        skippedCount: start, count: Swift.min(step, count - start), limits: file.options.limits)
      facts.take(try column(of: values, chunk), questions)
    }
    return facts
  }

  private mutating func column(of values: EncodedValues, _ chunk: ColumnChunkReader) throws -> Column {
    guard values.encoding.isDictionary else { return try chunk.column(of: values) }
    let dictionary = try dictionary ?? chunk.typedDictionary()
    self.dictionary = dictionary
    return try chunk.column(ofIndices: values, into: dictionary)
  }
}
