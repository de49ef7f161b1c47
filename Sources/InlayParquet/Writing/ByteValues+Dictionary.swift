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
    guard hasOrder else { return nil }
    seen.append(repeating: 0, count: entries.count - seen.count)
    codes.mark(in: &seen)
    defer { seen.truncate(to: 0) }
    guard let (least, greatest) = extremesOfSeenEntries() else { return nil }
    let bounds = ValueBounds(min: bytes(ofEntry: least).copied(), max: bytes(ofEntry: greatest).copied())
    return bounds.shortened(isText: isText)
  }

  /// Returns the least and the greatest of the entries that are marked.
  private func extremesOfSeenEntries() -> (least: Int, greatest: Int)? {
    let (seen, entries) = (seen.span, entries.span)
    precondition(seen.count == entries.count)
    var found: (least: Int, greatest: Int)?
    var (leastKey, greatestKey) = (UInt32.max, UInt32.min)
    for index in seen.indices where seen[index] != 0 {
      // Safe: there are as many entries as marks.
      let key = unsafe entries[unchecked: index].sortKey
      guard key <= leastKey || key >= greatestKey else { continue }
      let known = found ?? (index, index)
      found = (
        precedes(index, known.least) ? index : known.least,
        precedes(known.greatest, index) ? index : known.greatest
      )
      leastKey = min(leastKey, key)
      greatestKey = max(greatestKey, key)
    }
    return found
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
