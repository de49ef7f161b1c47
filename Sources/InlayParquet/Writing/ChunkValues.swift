import InlayBytes
import InlayColumns

/// The values of one column on their way into pages: what differs between the physical types.
///
/// Values come in runs without nulls: `load` takes a run in, and then it is either turned into dictionary codes or
/// appended to a page as it is.
protocol ChunkValues: ~Copyable {
  init(_ layout: ColumnLayout)

  /// Whether the type is worth a dictionary at all.
  static var allowsDictionary: Bool { get }

  /// Takes the selected values of a column that is not in dictionary form as the current run.
  mutating func load(_ column: Column, _ selection: RowSelection) throws
  /// Lets go of the current run.
  mutating func unload()

  // MARK: Dictionary

  /// The number of entries of the dictionary.
  var entryCount: Int { get }
  /// The bytes of the dictionary in its plain encoding.
  var dictionaryByteCount: Int { get }
  /// Appends the codes of the current run, with new entries for new values.
  ///
  /// - Returns: The number of values coded: less than the run has when the next one would take the dictionary beyond
  ///   `byteLimit`.
  mutating func appendCodes(to codes: inout ValueBuilder<UInt32>, byteLimit: Int) -> Int
  /// Returns the code of one value, or nil when it is new and would take the dictionary beyond `byteLimit`.
  ///
  /// As long as ``prepareLookup()`` was not called, every value counts as new: the caller knows that it is.
  mutating func code(of column: Column, row: Int, byteLimit: Int) throws -> UInt32?
  /// Makes all entries known to ``code(of:row:byteLimit:)``.
  mutating func prepareLookup()
  /// Returns the bounds of what a page of codes stands for; nil when there are none, or NaNs only.
  mutating func bounds(of codes: borrowing ValueBuilder<UInt32>) -> ValueBounds?
  /// Returns a number of bytes that values take at least in the plain encoding when every entry occurs in them; O(1).
  func leastPlainByteCount(valueCount: Int) -> Int
  /// Returns the bytes that the values of codes take in the plain encoding.
  func plainByteCount(of codes: borrowing ValueBuilder<UInt32>) -> Int
  /// Writes the dictionary page: the entries in their plain encoding, for indices of an encoding.
  func writeEntries(to pages: inout PageWriter, _ encoding: Encoding) throws
  /// Takes the values of codes as the current run. No entry may be added after that.
  mutating func loadEntries(_ codes: borrowing ValueBuilder<UInt32>)
  /// Forgets the dictionary.
  mutating func removeEntries()

  // MARK: Plain

  /// Appends values of the current run from `first` on, at most `count`, until the page has `byteLimit` bytes.
  ///
  /// - Returns: The number of values appended, at least one when the page has room and there is one.
  mutating func appendPlain(
    from first: Int, count: Int, to page: inout ValueBuilder<UInt8>, byteLimit: Int
  ) -> Int
  /// Returns the bounds of the values appended to the page, and begins the next page.
  mutating func takeBounds(of page: borrowing ValueBuilder<UInt8>) -> ValueBounds?
}

extension ValueBuilder<UInt32> {
  /// Puts a 1 at each place that one of these codes names; a code out of bounds traps.
  borrowing func mark(in seen: inout ValueBuilder<UInt8>) {
    let codes = span
    var seen = seen.mutableSpan
    // Safe: the index is one of the span's.
    for index in codes.indices { seen[Int(unsafe codes[unchecked: index])] = 1 }
  }
}

extension ValueBuilder<UInt8> {
  /// Returns the places of the ones among zeros and ones, in ascending order.
  borrowing func positionsOfOnes() -> ValueBuilder<UInt32> {
    var positions = ValueBuilder<UInt32>(capacity: count)
    let marks = span
    var found = 0
    positions.append(count: marks.count) { room in
      for index in marks.indices {
        // Safe: there is room for each mark, and `found` never exceeds `index`.
        unsafe room[unchecked: found] = UInt32(truncatingIfNeeded: index)
        found &+= unsafe Int(marks[unchecked: index])
      }
    }
    positions.truncate(to: found)
    return positions
  }
}
