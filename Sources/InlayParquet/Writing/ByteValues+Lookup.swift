import CInlayKernels
import InlayBytes
import InlayColumns

// The codes of values, block by block. Most values of a column that is worth a dictionary are known, so a block is
// first read through for what is likely, in loops whose loads do not wait for each other, and only what is left is
// searched one by one. New values get their codes in that last step, in the order of the rows.
extension ByteValues {
  private static var blockSize: Int { 512 }

  mutating func appendCodes(to codes: inout ValueBuilder<UInt32>, byteLimit: Int) -> Int {
    prepareLookup()
    let run = run
    var block = LookupBlock()
    swap(&block, &lookupBlock)
    defer { swap(&block, &lookupBlock) }
    for start in stride(from: 0, to: run.count, by: Self.blockSize) {
      let views = run.span.extracting(start..<min(start + Self.blockSize, run.count))
      let taken = appendCodes(of: views, to: &codes, &block, byteLimit)
      if taken < views.count { return start + taken }
    }
    return run.count
  }

  private mutating func appendCodes(
    of views: Span<ByteView>, to codes: inout ValueBuilder<UInt32>, _ block: inout LookupBlock,
    _ byteLimit: Int
  ) -> Int {
    if Self.isUniform(views) {
      guard let code = lookUp(views[0], hash: hash(views[0]), byteLimit) else { return 0 }
      codes.append(repeating: code, count: views.count)
      return views.count
    }
    if Self.findRuns(in: views, &block.runs) {
      return appendCodes(ofRunsIn: views, to: &codes, &block, byteLimit)
    }
    return searchCodes(of: views, to: &codes, &block, byteLimit)
  }

  mutating func searchCodes(
    of views: Span<ByteView>, to codes: inout ValueBuilder<UInt32>, _ block: inout LookupBlock,
    _ byteLimit: Int
  ) -> Int {
    computeHashes(of: views, into: &block.hashes)
    let start = codes.count
    codes.append(count: views.count) { room in
      table.suggest(block.hashes.span, into: &room)
      verify(&room, views, &block.places)
    }
    Self.findUnknown(codes.span.extracting(droppingFirst: start), into: &block.unknown)
    for position in 0..<block.unknown.count {
      let index = Int(block.unknown[position])
      guard let code = lookUp(views[index], hash: block.hashes[index], byteLimit) else {
        codes.truncate(to: start + index)
        return index
      }
      codes[start + index] = code
    }
    return views.count
  }

  /// Lists the places of a block without a code. Which they are is as good as random: no branch.
  private static func findUnknown(_ codes: Span<UInt32>, into places: inout ValueBuilder<UInt32>) {
    places.truncate(to: 0)
    var count = 0
    places.append(count: codes.count) { places in
      for index in codes.indices {
        // Safe: there is a place for each code, and `count` never exceeds `index`.
        unsafe places[unchecked: count] = UInt32(truncatingIfNeeded: index)
        count &+= unsafe codes[unchecked: index] == unknown ? 1 : 0
      }
    }
    places.truncate(to: count)
  }

  /// Stands for a value that must be searched.
  private static var unknown: UInt32 { .max }

  /// Returns whether all values are one and the same short one.
  private static func isUniform(_ views: Span<ByteView>) -> Bool {
    let first = views[0]
    guard first.isInline else { return false }
    for index in views.indices where views[index].low != first.low || views[index].high != first.high {
      return false
    }
    return true
  }

  /// The bytes of a long value of the current run.
  @inline(__always) @_lifetime(borrow self)
  private func bytes(of view: ByteView) -> RawSpan {
    // Safe: the value has `count` bytes there, and the regions stay as they are as long as the run does.
    let span = unsafe RawSpan(_unsafeStart: regions.start(of: view), byteCount: view.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  @inline(__always)
  private func hash(_ view: ByteView) -> UInt64 {
    view.isInline ? Hash64.mix(view.low, view.high) : ByteHash.hash(long: bytes(of: view))
  }

  private func computeHashes(of views: Span<ByteView>, into hashes: inout ValueBuilder<UInt64>) {
    hashes.truncate(to: 0)
    hashes.append(count: views.count) { room in
      // Safe: the room has one place for each view.
      for index in views.indices {
        unsafe room[unchecked: index] = hash(views[unchecked: index])
      }
    }
  }

  /// Compares each value with the entry that is suggested for it, and forgets the suggestion where they differ.
  ///
  /// Long values in a second pass: the first one asks for their bytes ahead.
  private func verify(
    _ codes: inout MutableSpan<UInt32>, _ views: Span<ByteView>, _ places: inout ValueBuilder<UInt32>
  ) {
    precondition(codes.count == views.count && offsets.count == entries.count)
    let (entries, offsets) = (entries.span, offsets.span)
    // Safe: an address is only asked for, not read.
    let start = unsafe arena.rawSpan.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    places.truncate(to: 0)
    var hasLong = false
    places.append(count: views.count) { places in
      for index in views.indices {
        // Safe: the index is below all counts, and the table suggests codes of entries only.
        let (code, view) = unsafe (codes[unchecked: index], views[unchecked: index])
        unsafe places[unchecked: index] = 0
        if code == Self.unknown { continue }
        if view.isInline {
          let entry = unsafe entries[unchecked: Int(code)]
          let isSame = view.low == entry.low && view.high == entry.high
          unsafe codes[unchecked: index] = isSame ? code : Self.unknown
        } else {
          let place = unsafe offsets[unchecked: Int(code)]
          unsafe places[unchecked: index] = place
          inlay_prefetch(start &+ UInt(place) &- 4)
          inlay_prefetch(start &+ UInt(place) &+ UInt(truncatingIfNeeded: view.count &- 1))
          hasLong = true
        }
      }
    }
    if hasLong { verifyLong(&codes, views, places.span) }
  }

  private func verifyLong(
    _ codes: inout MutableSpan<UInt32>, _ views: Span<ByteView>, _ places: Span<UInt32>
  ) {
    precondition(codes.count == views.count && places.count == views.count)
    for index in views.indices {
      // Safe: the index is below all counts. A place is an entry's, and before its bytes stands their number.
      let (view, place) = unsafe (views[unchecked: index], Int(places[unchecked: index]))
      if place > 0 && !isSame(view, at: place) { unsafe codes[unchecked: index] = Self.unknown }
    }
  }

  /// Returns whether a long value of the current run is that of the entry whose bytes begin at `place` of the arena.
  @inline(__always)
  private func isSame(_ view: ByteView, at place: Int) -> Bool {
    let entry = arena.rawSpan.extracting(droppingFirst: place &- 4)
    // Safe: the entry's length stands here, in four bytes.
    let count = unsafe entry.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self).littleEndian
    guard Int(count) == view.count else { return false }
    return ByteHash.isSame(long: bytes(of: view), entry.extracting(4..<4 &+ view.count))
  }

  /// Returns whether a value of the current run is that of an entry.
  private func isSame(_ view: ByteView, _ code: UInt32) -> Bool {
    let entry = entries[Int(code)]
    guard view.low == entry.low else { return false }
    return view.isInline ? view.high == entry.high : isSame(view, at: Int(offsets[Int(code)]))
  }

  @inline(never)
  private mutating func lookUp(_ view: ByteView, hash: UInt64, _ byteLimit: Int) -> UInt32? {
    if let code = table.find(hash: hash, isSame: { isSame(view, $0) }) { return code }
    guard view.isInline else {
      // Safe: the value has `count` bytes there, and the regions do not change before it is copied.
      let bytes = unsafe RawSpan(_unsafeStart: regions.start(of: view), byteCount: view.count)
      return insert(view, bytes, hash: hash, byteLimit)
    }
    let words: InlineArray<2, UInt64> = [view.low, view.high]
    // Safe: a number has no padding.
    let bytes = unsafe words.span.bytes.extracting(droppingFirst: 4).extracting(first: view.count)
    return insert(view, bytes, hash: hash, byteLimit)
  }

  /// Returns the code of a value that need not be in the current run.
  mutating func lookUp(_ view: ByteView, _ bytes: RawSpan, hash: UInt64, _ byteLimit: Int) -> UInt32? {
    let code = table.find(hash: hash) { code in
      entries[Int(code)].low == view.low && self.bytes(ofEntry: Int(code)).hasSameBytes(as: bytes)
    }
    return code ?? insert(view, bytes, hash: hash, byteLimit)
  }

  private mutating func insert(
    _ view: ByteView, _ bytes: RawSpan, hash: UInt64, _ byteLimit: Int
  ) -> UInt32? {
    guard appendEntry(view, bytes, byteLimit) else { return nil }
    return table.code(hash: hash) { _ in false }
  }
}
