import InlayBytes
import InlayColumns

/// Writes the values of several columns, or of one that is neither of words nor of texts, into one string a row.
///
/// A row's string begins with a bit for each column that says whether the value is there, then come the values that
/// have all one width, then the others after their lengths: two rows have equal strings exactly when all values are.
struct ComposedKeys {
  private enum Part {
    case words(Values<UInt64>, width: Int)
    case views(ViewValues)
  }

  private let parts: [Part]
  private let validities: [Bitmap?]
  private let rowCount: Int

  init(_ columns: [Column], rowCount: Int) {
    self.rowCount = rowCount
    validities = columns.flatMap { column in
      // A decimal number of many digits is two words.
      if case .int128 = column.storage, GroupWords.byteWidth(of: column.type) == nil {
        return [column.validity, column.validity]
      }
      return [column.validity]
    }
    parts = columns.flatMap(Self.parts(of:))
  }

  private static func parts(of column: Column) -> [Part] {
    if let width = GroupWords.byteWidth(of: column.type), let words = GroupWords.words(of: column) {
      return [.words(words, width: width)]
    }
    switch column.storage {
    case .views(let views): return [.views(views)]
    case .int128(let values):
      return [
        .words(GroupWords.mapped(values.span) { UInt64(truncatingIfNeeded: $0) }, width: 8),
        .words(GroupWords.mapped(values.span) { UInt64(truncatingIfNeeded: $0 >> 64) }, width: 8),
      ]
    default: return [.views(OrderedBytes.views(of: column))]
    }
  }

  private var flagBytes: Int { (parts.count + 7) / 8 }

  /// The bytes of every row before its texts.
  private var fixedWidth: Int {
    parts.reduce(flagBytes) { sum, part in
      if case .words(_, let width) = part { sum + width } else { sum }
    }
  }

  private var hasTexts: Bool { parts.contains { if case .views = $0 { true } else { false } } }

  /// Returns the strings.
  ///
  /// - Throws: ``InlayError/Code/limitExceeded`` when they are 4 GiB or more.
  func views() throws -> ViewValues {
    if !hasTexts && fixedWidth <= ByteView.inlineCapacity { return inlineViews() }
    let offsets = try offsets()
    var bytes = ValueBuilder<UInt8>(capacity: Int(offsets[rowCount]))
    bytes.append(count: Int(offsets[rowCount])) { room in
      write(into: &room, at: offsets)
    }
    let buffer = bytes.freeze().buffer
    var views = ValueBuilder<ByteView>(capacity: rowCount)
    for row in 0..<rowCount {
      let range = Int(offsets[row])..<Int(offsets[row + 1])
      views.append(ByteView(buffer.bytes.extracting(range), buffer: 0, offset: offsets[row]))
    }
    return ViewValues(views: views.freeze(), buffers: [buffer])
  }

  /// Where each row's string begins, and where the last one ends.
  private func offsets() throws -> Values<UInt32> {
    var ends = ValueBuilder<Int>(capacity: rowCount)
    ends.append(repeating: fixedWidth, count: rowCount)
    for (part, validity) in zip(parts, validities) {
      guard case .views(let views) = part else { continue }
      for row in 0..<rowCount { ends[row] &+= 4 &+ (validity?[row] ?? true ? views.views[row].count : 0) }
    }
    var offsets = ValueBuilder<UInt32>(capacity: rowCount + 1)
    var end = 0
    for row in 0..<rowCount {
      offsets.append(UInt32(truncatingIfNeeded: end))
      end += ends[row]
    }
    guard end <= UInt32.max else {
      throw InlayError(
        .limitExceeded, "the keys of one batch take 4 GiB or more; group by fewer or shorter columns: \(end)")
    }
    offsets.append(UInt32(truncatingIfNeeded: end))
    return offsets.freeze()
  }

  /// Writes one column after the other, each at its place in every row.
  private func write(into room: inout MutableSpan<UInt8>, at offsets: Values<UInt32>) {
    var places = ValueBuilder<Int>(capacity: rowCount)
    for row in 0..<rowCount { places.append(Int(offsets[row]) + flagBytes) }
    for row in 0..<rowCount {
      for byte in 0..<flagBytes { room[Int(offsets[row]) + byte] = 0 }
    }
    for (position, part) in parts.enumerated() {
      let validity = validities[position]
      if let validity {
        let bit: UInt8 = 1 << UInt8(position & 7)
        for row in 0..<rowCount where !validity[row] { room[Int(offsets[row]) + position >> 3] |= bit }
      }
      if case .words(let words, let width) = part { write(words, width, validity, into: &room, &places) }
    }
    for (part, validity) in zip(parts, validities) {
      if case .views(let views) = part { write(views, validity, into: &room, &places) }
    }
  }

  private func write(
    _ words: Values<UInt64>, _ width: Int, _ validity: Bitmap?, into room: inout MutableSpan<UInt8>,
    _ places: inout ValueBuilder<Int>
  ) {
    for row in 0..<rowCount {
      var word = validity?[row] ?? true ? words[row] : 0
      let place = places[row]
      for byte in 0..<width {
        room[place + byte] = UInt8(truncatingIfNeeded: word)
        word >>= 8
      }
      places[row] = place + width
    }
  }

  private func write(
    _ views: ViewValues, _ validity: Bitmap?, into room: inout MutableSpan<UInt8>,
    _ places: inout ValueBuilder<Int>
  ) {
    for row in 0..<rowCount {
      let isPresent = validity?[row] ?? true
      let count = isPresent ? views.views[row].count : 0
      var place = places[row]
      for byte in 0..<4 { room[place + byte] = UInt8(truncatingIfNeeded: count >> (byte * 8)) }
      place += 4
      if isPresent {
        let bytes = views.bytes(at: row)
        for index in 0..<count { room[place + index] = bytes.byte(at: index) }
      }
      places[row] = place + count
    }
  }

  /// Makes strings of at most 12 bytes without writing them to memory first.
  private func inlineViews() -> ViewValues {
    var contents = ValueBuilder<UInt128>(capacity: rowCount)
    contents.append(repeating: 0, count: rowCount)
    var shift = UInt128(flagBytes * 8)
    for (position, part) in parts.enumerated() {
      let flag: UInt128 = 1 << UInt128(position)
      guard case .words(let words, let width) = part else { continue }
      let mask = UInt64.max >> UInt64(64 - width * 8)
      let validity = validities[position]
      for row in 0..<rowCount {
        contents[row] |= validity?[row] ?? true ? UInt128(words[row] & mask) << shift : flag
      }
      shift += UInt128(width * 8)
    }
    let count = UInt64(fixedWidth)
    let views = GroupWords.mapped(contents.span) { content in
      ByteView(
        low: count | UInt64(truncatingIfNeeded: content) << 32,
        high: UInt64(truncatingIfNeeded: content >> 32))
    }
    return ViewValues(views: views, buffers: [])
  }
}
