import InlayBytes
import InlayColumns

// The codes of values, block by block, as `ByteValues+Lookup.swift` does it and for the same reason.
extension WordValues {
  private static var blockSize: Int { 1_024 }
  /// Stands for a value that must be searched.
  private static var unknown: UInt32 { .max }

  @_specialize(where Word == UInt32)
  @_specialize(where Word == UInt64)
  @_specialize(where Word == UInt128)
  mutating func appendCodes(to codes: inout ValueBuilder<UInt32>, byteLimit: Int) -> Int {
    prepareLookup()
    let limit = byteLimit / byteWidth
    for start in stride(from: 0, to: run.count, by: Self.blockSize) {
      let block = start..<min(start + Self.blockSize, run.count)
      let first = codes.count
      suggest(for: block, into: &codes)
      for index in block where codes[first + index - start] == Self.unknown {
        guard let code = code(of: run[index], limit: limit) else {
          codes.truncate(to: first + index - start)
          return index
        }
        codes[first + index - start] = code
      }
    }
    return run.count
  }

  /// Appends for each value of a block its code, or `unknown` where it was not found at once.
  private mutating func suggest(for block: Range<Int>, into codes: inout ValueBuilder<UInt32>) {
    Self.computeHashes(of: run, block, into: &hashes)
    let (words, entries) = (run.span.extracting(block), entries.span)
    codes.append(count: block.count) { codes in
      table.suggest(hashes.span, into: &codes)
      for index in words.indices {
        // Safe: there are as many codes as values, and the table suggests codes of entries only.
        let code = unsafe codes[unchecked: index]
        if code == Self.unknown { continue }
        let isSame = unsafe words[unchecked: index] == entries[unchecked: Int(code)]
        unsafe codes[unchecked: index] = isSame ? code : Self.unknown
      }
    }
  }

  private static func computeHashes(
    of run: borrowing ValueBuilder<Word>, _ block: Range<Int>, into hashes: inout ValueBuilder<UInt64>
  ) {
    let words = run.span.extracting(block)
    hashes.truncate(to: 0)
    hashes.append(count: words.count) { room in
      // Safe: the room has one place for each value.
      for index in words.indices { unsafe room[unchecked: index] = words[unchecked: index].hash }
    }
  }
}
