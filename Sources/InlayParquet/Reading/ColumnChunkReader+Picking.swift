import InlayBytes
import InlayColumns

extension ColumnChunkReader {
  /// Whether ``pick(_:)`` takes few rows of the chunk faster than decoding what lies between them.
  var isPickable: Bool {
    guard leaf.isFlat, case .byteArray = layout else { return false }
    return true
  }

  /// Takes strings or binaries out of the pages that hold them: what lies between them is not looked at beyond its
  /// length, and no page is kept.
  ///
  /// - Throws: ``InlayError`` with file, row group, column and page.
  func pick(_ rows: RowRanges) throws -> Column {
    guard case .byteArray(let fixedLength) = layout, let first = rows.ranges.first,
      let last = rows.ranges.last
    else { preconditionFailure("rows of byte arrays are picked") }
    let located = try pages(holding: first.lowerBound..<last.upperBound)
    let pages = located.compactMap { page in
      PickedPage(page, rows)
    }
    if pages.allSatisfy({ $0.page.encoding.isDictionary }) {
      let dictionary = try dictionary()
      // A chunk of nulls only may have an empty dictionary, into which no index can point.
      if dictionary.column.count > 0 { return try pickIndices(pages, rows.count, into: dictionary) }
    }
    return try pickValues(pages, rows.count, fixedLength: fixedLength)
  }

  private func pickIndices(_ pages: [PickedPage], _ count: Int, into dictionary: DictionaryBase) throws
    -> Column
  {
    var picked = ValueBuilder<UInt32>(capacity: count)
    var validity = PickedValidity(capacity: count)
    var indices = ValueBuilder<UInt32>()
    try forEach(pages) { slice, places in
      try readIndices(slice.values, below: dictionary.column.count, into: &indices)
      slice.forEachOrdinal(of: places, &validity) { picked.append($0.map { indices[$0] } ?? 0) }
    }
    // Safe: the indices of each page were compared with the dictionary's count, and it has a first value.
    let values = unsafe DictionaryValues(unchecked: picked.freeze(), base: dictionary)
    return Column(type: field.type, storage: .dictionary(values), validity: validity.freeze())
  }

  private func pickValues(_ pages: [PickedPage], _ count: Int, fixedLength: Int?) throws -> Column {
    var picked = ViewBuilder(capacity: count)
    var validity = PickedValidity(capacity: count)
    var indices = ValueBuilder<UInt32>()
    try forEach(pages) { slice, places in
      if slice.values.encoding.isDictionary {
        guard case .views(let dictionary) = try dictionary().column.storage else {
          preconditionFailure("a dictionary is decoded in its column's layout")
        }
        try readIndices(slice.values, below: dictionary.count, into: &indices)
        slice.forEachOrdinal(of: places, &validity) {
          if let ordinal = $0 {
            picked.append(dictionary.bytes(at: Int(indices[ordinal])))
          } else {
            picked.appendEmpty()
          }
        }
        return
      }
      var ordinals = ValueBuilder<UInt32>(capacity: places.count)
      slice.forEachOrdinal(of: places, &validity) { ordinals.append($0.map(UInt32.init) ?? .max) }
      try slice.values.pick(
        ordinals.span, fixedLength: fixedLength, isText: field.type == .string, into: &picked)
    }
    return Column(type: field.type, storage: .views(picked.freeze()), validity: validity.freeze())
  }

  /// Writes all indices of a slice over those of the one before.
  private func readIndices(
    _ values: EncodedValues, below limit: Int, into indices: inout ValueBuilder<UInt32>
  ) throws {
    indices.truncate(to: 0)
    try indices.append(count: values.count) { room in try values.readIndices(below: limit, into: &room) }
  }

  /// Opens the pages one after the other, and calls `body` with the slice from the first wanted row to the last, and the
  /// places of the wanted rows in it.
  private func forEach(_ pages: [PickedPage], _ body: (PageSlice, Values<UInt32>) throws -> Void) throws {
    var reader = try PageReader(self)
    for picked in pages {
      do {
        try body(try reader.open(picked.page, rows: picked.rows), picked.places)
      } catch let error as InlayError {
        throw error.located(in: .init(page: picked.page.ordinal)).located(in: location)
      }
    }
  }
}

/// A page, and those of its rows that are wanted.
private struct PickedPage {
  let page: DataPage
  /// The rows from the first wanted one to the last.
  let rows: Range<Int>
  /// The places of the wanted rows among ``rows``.
  let places: Values<UInt32>

  /// Finds the wanted rows; nil when there are none in the page.
  init?(_ page: DataPage, _ wanted: RowRanges) {
    let ranges = wanted.ranges(in: page.rows)
    guard let first = ranges.first?.lowerBound, let end = ranges.last?.upperBound else { return nil }
    self.page = page
    rows = first..<end
    var places = ValueBuilder<UInt32>()
    for range in ranges { for row in range { places.append(UInt32(row - first)) } }
    self.places = places.freeze()
  }
}

/// Collects which of the picked rows have a value.
private struct PickedValidity: ~Copyable {
  private var bits: BitmapBuilder
  private var hasNulls = false

  init(capacity: Int) { bits = BitmapBuilder(capacity: capacity) }

  mutating func append(_ isThere: Bool) {
    bits.append(isThere)
    hasNulls = hasNulls || !isThere
  }

  /// Returns the bitmap, or nil when nothing is null.
  consuming func freeze() -> Bitmap? { hasNulls ? bits.freeze() : nil }
}

extension PageSlice {
  /// Calls `body` for each of some rising places with the number of values before it, or nil where there is a null.
  fileprivate func forEachOrdinal(
    of places: Values<UInt32>, _ isThere: inout PickedValidity, _ body: (Int?) -> Void
  ) {
    var (place, ordinal) = (0, 0)
    for index in 0..<places.count {
      let next = Int(places[index])
      guard let validity else {
        isThere.append(true)
        body(next)
        continue
      }
      ordinal += validity[place..<next].countOnes()
      place = next
      isThere.append(validity[next])
      body(validity[next] ? ordinal : nil)
    }
  }
}

extension EncodedValues {
  /// Copies BYTE_ARRAY or FIXED_LEN_BYTE_ARRAY values.
  ///
  /// - Parameter ordinals: The rising places of the values among those that are wanted; `UInt32.max` for an empty one.
  fileprivate func pick(
    _ ordinals: Span<UInt32>, fixedLength: Int?, isText: Bool, into picked: inout ViewBuilder
  ) throws {
    guard encoding == .plain else {
      return try pickDecoded(ordinals, fixedLength: fixedLength, isText: isText, into: &picked)
    }
    var decoder = PlainByteArrayDecoder(bytes, fixedLength: fixedLength)
    try decoder.skip(skippedCount)
    var passed = 0
    for index in ordinals.indices {
      guard ordinals[index] != .max else {
        picked.appendEmpty()
        continue
      }
      try decoder.skip(Int(ordinals[index]) - passed)
      passed = Int(ordinals[index]) + 1
      let value = bytes.extracting(try decoder.next())
      guard !isText || value.isUTF8 else { throw PlainByteArrayDecoder.notUTF8 }
      picked.append(value)
    }
  }

  /// The same for encodings in which a value is known by those before it.
  private func pickDecoded(
    _ ordinals: Span<UInt32>, fixedLength: Int?, isText: Bool, into picked: inout ViewBuilder
  ) throws {
    var views = ValueBuilder<ByteView>(capacity: count)
    var buffers = PageBuffers()
    try views.append(count: count) { room in
      try readViews(fixedLength: fixedLength, isText: isText, into: &room, &buffers)
    }
    let values = ViewValues(views: views.freeze(), buffers: buffers.all)
    for index in ordinals.indices {
      guard ordinals[index] != .max else {
        picked.appendEmpty()
        continue
      }
      picked.append(values.bytes(at: Int(ordinals[index])))
    }
  }
}
