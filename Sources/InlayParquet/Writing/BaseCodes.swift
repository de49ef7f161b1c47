import InlayBytes
import InlayColumns

/// The codes of a base column's distinct values in the dictionary of the present column chunk.
///
/// A join's build side reaches the writer as rows of a base column that many batches share. Its distinct values are
/// numbered once for all, so that a row group's codes are a gather: no value is hashed, whatever the number of rows.
struct BaseCodes: ~Copyable {
  private var base: DictionaryBase?
  private var distinct: DistinctValues?
  // For each distinct value of the base its code, or `unknown`.
  private var codes = ValueBuilder<UInt32>()

  private static var unknown: UInt32 { .max }

  /// Whether rows of this base column can be coded.
  func isPrepared(for base: DictionaryBase) -> Bool { self.base === base }

  /// Whether no base column was seen in this chunk.
  var isEmpty: Bool { base == nil }

  /// Turns to a base column: none of its values has a code yet.
  mutating func prepare(for base: DictionaryBase) {
    self.base = base
    let distinct = base.distinct
    self.distinct = distinct
    codes.truncate(to: 0)
    codes.append(repeating: Self.unknown, count: distinct.count)
  }

  /// Begins the next chunk.
  mutating func removeAll() {
    base = nil
    distinct = nil
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
    let resolved = selection.resolved(in: dictionary)
    guard let rows = resolved.positions, let distinct else { return 0 }
    let start = output.count
    guard gather(rows, distinct, into: &output) else { return rows.count }
    for index in 0..<rows.count where output[start + index] == Self.unknown {
      // An earlier row may have had the same new value.
      let id = Int(distinct.ids[Int(rows[index])])
      if codes[id] == Self.unknown {
        let row = Int(distinct.firstRows[id])
        guard let code = try entries.code(of: dictionary.base.column, row: row, byteLimit: byteLimit) else {
          output.truncate(to: start + index)
          return index
        }
        codes[id] = code
      }
      output[start + index] = codes[id]
    }
    return rows.count
  }

  /// Appends the codes as far as they are known; returns whether there is a row whose value has none yet.
  private func gather(
    _ rows: Values<UInt32>, _ distinct: DistinctValues, into output: inout ValueBuilder<UInt32>
  ) -> Bool {
    let (rows, ids, codes) = (rows.span, distinct.ids.span, codes.span)
    precondition(codes.count == distinct.count)
    var greatest: UInt32 = 0
    output.append(count: rows.count) { room in
      for index in rows.indices {
        // Safe: `DictionaryValues` checked that its indices are rows of the base; the rows are not null, so their
        // number is below that of the distinct values.
        let id = unsafe ids[unchecked: Int(rows[unchecked: index])]
        let code = unsafe codes[unchecked: Int(id)]
        unsafe room[unchecked: index] = code
        greatest = max(greatest, code)
      }
    }
    return greatest == Self.unknown
  }
}
