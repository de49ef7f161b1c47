import InlayBytes
import InlayColumns

extension ByteValues {
  var entryCount: Int { entries.count }
  var dictionaryByteCount: Int { arena.count }

  mutating func appendCodes(to codes: inout ValueBuilder<UInt32>, byteLimit: Int) -> Int {
    prepareLookup()
    codes.reserve(run.count)
    let run = run
    let views = run.span
    for index in views.indices {
      guard let code = lookUp(views[index], byteLimit) else { return index }
      codes.append(code)
    }
    return views.count
  }

  /// Returns the code of a value of the current run.
  @inline(__always)
  private mutating func lookUp(_ view: ByteView, _ byteLimit: Int) -> UInt32? {
    guard !view.isInline else { return lookUpShort(view, byteLimit) }
    // Safe: the value has `count` bytes there, and the regions stay as they are while the span is used.
    let bytes = unsafe RawSpan(_unsafeStart: regions.start(of: view), byteCount: view.count)
    return lookUpLong(view, bytes, byteLimit)
  }

  @inline(__always)
  private mutating func lookUpShort(_ view: ByteView, _ byteLimit: Int) -> UInt32? {
    let hash = Hash64.mix(view.low, view.high)
    let known = table.find(
      hash: hash,
      isSame: { code in
        // Safe: the table gives codes of entries only.
        let entry = unsafe entries.span[unchecked: Int(code)]
        return entry.low == view.low && entry.high == view.high
      })
    return known ?? insert(short: view, hash: hash, byteLimit)
  }

  @inline(__always)
  private mutating func lookUpLong(_ view: ByteView, _ bytes: RawSpan, _ byteLimit: Int) -> UInt32? {
    let hash = Hash64.hash(bytes)
    let known = table.find(
      hash: hash,
      isSame: { code in
        // Safe: the table gives codes of entries only.
        let entry = unsafe entries.span[unchecked: Int(code)]
        return entry.low == view.low && self.bytes(ofEntry: Int(code)).hasSameBytes(as: bytes)
      })
    return known ?? insert(view, bytes, hash: hash, byteLimit)
  }

  @inline(never)
  private mutating func insert(short view: ByteView, hash: UInt64, _ byteLimit: Int) -> UInt32? {
    let words: InlineArray<2, UInt64> = [view.low, view.high]
    // Safe: a number has no padding.
    let bytes = unsafe words.span.bytes.extracting(droppingFirst: 4).extracting(first: view.count)
    return insert(view, bytes, hash: hash, byteLimit)
  }

  @inline(never)
  private mutating func insert(
    _ view: ByteView, _ bytes: RawSpan, hash: UInt64, _ byteLimit: Int
  ) -> UInt32? {
    guard appendEntry(view, bytes, byteLimit) else { return nil }
    return table.code(hash: hash) { _ in false }
  }

  /// Copies a new value into the dictionary; returns whether there was room.
  private mutating func appendEntry(_ view: ByteView, _ bytes: RawSpan, _ byteLimit: Int) -> Bool {
    guard arena.count + 4 + bytes.byteCount <= min(byteLimit, Int(Int32.max)) else { return false }
    arena.append(littleEndian: UInt32(bytes.byteCount))
    let offset = UInt32(arena.count)
    arena.append(bytes: bytes)
    entries.append(view.isInline ? view : ByteView(bytes, buffer: 0, offset: offset))
    offsets.append(offset)
    sortKeys.append(bytes.sortKey)
    return true
  }

  mutating func code(of column: Column, row: Int, byteLimit: Int) throws -> UInt32? {
    guard case .views(let values) = column.storage else {
      throw InlayError(
        .invalidInput, "a column has other values than its field's type says: \(column.type)")
    }
    let (view, bytes) = (values.views[row], values.bytes(at: row))
    if isHashed {
      return view.isInline ? lookUpShort(view, byteLimit) : lookUpLong(view, bytes, byteLimit)
    }
    return appendEntry(view, bytes, byteLimit) ? UInt32(entries.count - 1) : nil
  }

  mutating func prepareLookup() {
    guard !isHashed else { return }
    for index in 0..<entries.count {
      let entry = entries[index]
      let hash =
        entry.isInline ? Hash64.mix(entry.low, entry.high) : Hash64.hash(bytes(ofEntry: index))
      _ = table.code(hash: hash) { _ in false }
    }
    isHashed = true
  }

  @_lifetime(borrow self)
  func bytes(ofEntry index: Int) -> RawSpan {
    arena.rawSpan.extracting(droppingFirst: Int(offsets[index])).extracting(first: entries[index].count)
  }

  func appendEntries(to output: inout ValueBuilder<UInt8>) { output.append(bytes: arena.rawSpan) }

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
    sortKeys.truncate(to: 0)
    seen.truncate(to: 0)
    if isHashed { table.removeAll() }
    isHashed = false
  }
}

// MARK: - Survey

extension ByteValues {
  mutating func survey(_ codes: borrowing ValueBuilder<UInt32>, wantsBounds: Bool) -> PageSurvey {
    seen.append(repeating: 0, count: entries.count - seen.count)
    let byteCount = Self.mark(codes, entries, in: &seen)
    var least: Int?
    var greatest: Int?
    for index in 0..<entries.count where seen[index] != 0 {
      seen[index] = 0
      guard wantsBounds else { continue }
      if least.map({ precedes(index, $0) }) ?? true { least = index }
      if greatest.map({ precedes($0, index) }) ?? true { greatest = index }
    }
    guard let least, let greatest else { return PageSurvey(plainByteCount: byteCount) }
    let bounds = ValueBounds(min: bytes(ofEntry: least).copied(), max: bytes(ofEntry: greatest).copied())
    return PageSurvey(bounds: bounds.shortened(isText: isText), plainByteCount: byteCount)
  }

  /// Marks the entries that occur, and returns how many bytes their occurrences take in the plain encoding.
  private static func mark(
    _ codes: borrowing ValueBuilder<UInt32>, _ entries: borrowing ValueBuilder<ByteView>,
    in seen: inout ValueBuilder<UInt8>
  ) -> Int {
    let (codes, entries) = (codes.span, entries.span)
    var seen = seen.mutableSpan
    var byteCount = 4 * codes.count
    precondition(seen.count == entries.count)
    for index in codes.indices {
      let code = Int(unsafe codes[unchecked: index])
      // A code out of bounds traps here.
      seen[code] = 1
      // Safe: there are as many marks as entries.
      byteCount &+= unsafe entries[unchecked: code].count
    }
    return byteCount
  }

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    let keys = (sortKeys[first], sortKeys[second])
    return keys.0 == keys.1 ? bytes(ofEntry: first).precedes(bytes(ofEntry: second)) : keys.0 < keys.1
  }
}

extension RawSpan {
  /// The bytes as an array.
  func copied() -> [UInt8] { (0..<byteCount).map { byte(at: $0) } }
}
