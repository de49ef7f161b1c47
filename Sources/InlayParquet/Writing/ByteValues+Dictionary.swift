import InlayBytes
import InlayColumns

extension ByteValues {
  var entryCount: Int { entries.count }
  var dictionaryByteCount: Int { arena.count }

  /// Copies a new value into the dictionary; returns whether there was room.
  mutating func appendEntry(_ view: ByteView, _ bytes: RawSpan, _ byteLimit: Int) -> Bool {
    guard arena.count + 4 + bytes.byteCount <= min(byteLimit, Int(Int32.max)) else { return false }
    arena.append(littleEndian: UInt32(bytes.byteCount))
    let offset = UInt32(arena.count)
    arena.append(bytes: bytes)
    entries.append(view.isInline ? view : ByteView(bytes, buffer: 0, offset: offset))
    offsets.append(offset)
    return true
  }

  mutating func code(of column: Column, row: Int, byteLimit: Int) throws -> UInt32? {
    guard case .views(let values) = column.storage else {
      throw InlayError(
        .invalidInput, "a column has other values than its field's type says: \(column.type)")
    }
    let (view, bytes) = (values.views[row], values.bytes(at: row))
    if isHashed { return lookUp(view, bytes, hash: ByteHash.hash(view, bytes), byteLimit) }
    return appendEntry(view, bytes, byteLimit) ? UInt32(entries.count - 1) : nil
  }

  mutating func prepareLookup() {
    guard !isHashed else { return }
    for index in 0..<entries.count {
      let hash = ByteHash.hash(entries[index], bytes(ofEntry: index))
      _ = table.code(hash: hash) { _ in false }
    }
    isHashed = true
  }

  @_lifetime(borrow self)
  func bytes(ofEntry index: Int) -> RawSpan {
    arena.rawSpan.extracting(droppingFirst: Int(offsets[index])).extracting(first: entries[index].count)
  }

  func writeEntries(to pages: inout PageWriter, _ encoding: Encoding) throws {
    try pages.appendDictionary(arena, count: entries.count, for: encoding)
  }

  mutating func loadEntries(_ codes: borrowing ValueBuilder<UInt32>) {
    var views = ValueBuilder<ByteView>(capacity: codes.count)
    for index in 0..<codes.count { views.append(entries[Int(codes[index])]) }
    run = views.freeze()
    if arena.count > 0 {
      var full = ValueBuilder<UInt8>()
      swap(&full, &arena)
      regions.replace(with: [full.freeze().buffer])
    }
  }

  mutating func removeEntries() {
    arena.truncate(to: 0)
    entries.truncate(to: 0)
    offsets.truncate(to: 0)
    seen.truncate(to: 0)
    if isHashed { table.removeAll() }
    isHashed = false
  }
}

// MARK: - What codes stand for

extension ByteValues {
  mutating func bounds(of codes: borrowing ValueBuilder<UInt32>) -> ValueBounds? {
    guard hasOrder, let (least, greatest) = extremeEntries(of: codes) else { return nil }
    let bounds = ValueBounds(min: bytes(ofEntry: least).copied(), max: bytes(ofEntry: greatest).copied())
    return bounds.shortened(isText: isText)
  }

  /// Returns the entries with the least and the greatest value: of the codes as they come where the entries are more,
  /// else of each entry once.
  private mutating func extremeEntries(of codes: borrowing ValueBuilder<UInt32>) -> (
    least: Int, greatest: Int
  )? {
    guard codes.count > 0 else { return nil }
    if codes.count < entries.count { return extremeEntries(among: codes.span) }
    seen.append(repeating: 0, count: entries.count - seen.count)
    codes.mark(in: &seen)
    defer { seen.truncate(to: 0) }
    return extremeEntries(among: seen.positionsOfOnes().span)
  }

  private func extremeEntries(among codes: Span<UInt32>) -> (least: Int, greatest: Int) {
    let entries = entries.span
    var (least, greatest) = (codes[0], codes[0])
    var leastKey = entries[Int(least)].sortKey
    var greatestKey = leastKey
    for index in codes.indices {
      // Safe: the index is one of the codes'; what they say is checked.
      let code = unsafe codes[unchecked: index]
      let key = entries[Int(code)].sortKey
      guard key <= leastKey || key >= greatestKey else { continue }
      if key <= leastKey && code != least && precedes(Int(code), Int(least)) {
        (least, leastKey) = (code, key)
      }
      if key >= greatestKey && code != greatest && precedes(Int(greatest), Int(code)) {
        (greatest, greatestKey) = (code, key)
      }
    }
    return (Int(least), Int(greatest))
  }

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    let keys = (entries[first].sortKey, entries[second].sortKey)
    return keys.0 == keys.1 ? bytes(ofEntry: first).precedes(bytes(ofEntry: second)) : keys.0 < keys.1
  }

  /// Every value has its length before it, and every entry occurs.
  func leastPlainByteCount(valueCount: Int) -> Int { arena.count + 4 * (valueCount - entries.count) }

  func plainByteCount(of codes: borrowing ValueBuilder<UInt32>) -> Int {
    let (codes, entries) = (codes.span, entries.span)
    var byteCount = 4 * codes.count
    // Safe: the index is one of the codes'; what they say is checked.
    for index in codes.indices { byteCount &+= entries[Int(unsafe codes[unchecked: index])].count }
    return byteCount
  }
}

extension RawSpan {
  /// The bytes as an array.
  func copied() -> [UInt8] { (0..<byteCount).map { byte(at: $0) } }
}
