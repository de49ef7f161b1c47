import InlayBytes
import InlayColumns

/// The codes of the rows of a base column in the dictionary of the present column chunk.
///
/// A join's build side reaches the writer as rows of a base column that many batches share. Its distinct values are
/// known once for all, so that a row group's codes are a gather: no value is hashed, whatever the number of rows.
struct BaseCodes: ~Copyable {
  private var base: DictionaryBase?
  // For each row of the base the code of its value, or `unknown`.
  private var codes = ValueBuilder<UInt32>()

  private static var unknown: UInt32 { .max }

  /// Whether rows of this base column can be coded.
  func isPrepared(for base: DictionaryBase) -> Bool { self.base === base }

  /// Whether no base column was seen in this chunk.
  var isEmpty: Bool { base == nil }

  /// Turns to a base column: none of its values has a code yet.
  mutating func prepare(for base: DictionaryBase) {
    self.base = base
    codes.truncate(to: 0)
    codes.append(repeating: Self.unknown, count: base.column.count)
  }

  /// Begins the next chunk.
  mutating func removeAll() {
    base = nil
    codes.truncate(to: 0)
  }

  /// Appends the codes of the selected rows, none of which is null.
  ///
  /// - Returns: The number of rows coded: fewer than asked for when the next value would take the dictionary beyond
  ///   `byteLimit`.
  mutating func append<Entries: ChunkValues & ~Copyable>(
    _ dictionary: DictionaryValues, _ selection: RowSelection, to output: inout ValueBuilder<UInt32>,
    entries: inout Entries, byteLimit: Int
  ) throws -> Int {
    let rows = selection.resolved(in: dictionary)
    guard let rows = rows.positions else { return 0 }
    precondition(codes.count == dictionary.base.column.count)
    output.reserve(rows.count)
    for index in 0..<rows.count {
      let row = Int(rows[index])
      // Safe: `DictionaryValues` checked that its indices are rows of the base, which has as many codes.
      var code = unsafe codes.span[unchecked: row]
      if code == Self.unknown {
        guard let new = try newCode(dictionary.base, row, &entries, byteLimit) else { return index }
        code = new
      }
      output.append(code)
    }
    return rows.count
  }

  /// Gives a code to a row: that of the first row with the same value.
  private mutating func newCode<Entries: ChunkValues & ~Copyable>(
    _ base: DictionaryBase, _ row: Int, _ entries: inout Entries, _ byteLimit: Int
  ) throws -> UInt32? {
    let distinct = base.distinct
    let first = Int(distinct.firstRows[Int(distinct.ids[row])])
    if codes[first] == Self.unknown {
      guard let code = try entries.code(of: base.column, row: first, byteLimit: byteLimit) else { return nil }
      codes[first] = code
    }
    codes[row] = codes[first]
    return codes[row]
  }
}
