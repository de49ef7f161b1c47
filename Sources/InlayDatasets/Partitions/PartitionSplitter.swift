import InlayBytes
import InlayColumns
import InlayStorage

/// Sorts the rows of batches by the values of some columns, which are then told by the names of folders.
struct PartitionSplitter: Sendable {
  /// The columns that stay in the files.
  let fileSchema: Schema
  private let keys: [String]
  private let keyPositions: [Int]
  private let filePositions: [Int]

  /// Some rows of a batch whose values of the partition columns are the same.
  struct Piece: Sendable {
    /// The folders within the target, each with a slash behind it.
    let folder: String
    /// The columns that stay in the files.
    let rows: RecordBatch
  }

  /// Prepares to split batches of a schema.
  ///
  /// - Throws: ``InlayError/Code/invalidInput`` when a key is no column, occurs twice, or no other column is left;
  ///   ``InlayError/Code/unsupported`` for a type whose values are no names.
  init(_ schema: Schema, keys: [String]) throws {
    self.keys = keys
    keyPositions = try keys.map { key in
      guard let position = schema.index(of: key) else {
        throw InlayError(.invalidInput, "there is no such column to partition by: \(key)")
      }
      guard !key.isEmpty, schema[position].type.canNameFolders else {
        throw InlayError(
          .unsupported,
          "a table cannot be partitioned by a column without a name, or of this type: \(schema[position].type)",
          at: .init(column: key))
      }
      return position
    }
    if let twice = keys.indices.first(where: { keys[..<$0].contains(keys[$0]) }) {
      throw InlayError(
        .invalidInput, "a table is partitioned by a column once; leave one out: \(keys[twice])")
    }
    filePositions = schema.fields.indices.filter { [keyPositions] in !keyPositions.contains($0) }
    guard !filePositions.isEmpty else {
      throw InlayError(
        .invalidInput,
        "the files of a partitioned table need a column of their own; leave a partition column out")
    }
    fileSchema = schema.selecting(filePositions)
  }

  /// Splits a batch; the pieces come in the order of their first rows, and rows keep theirs.
  ///
  /// - Complexity: O(rows × columns).
  func pieces(of batch: RecordBatch) -> [Piece] {
    guard batch.rowCount > 0 else { return [] }
    let groups = groups(of: batch)
    let files = batch.selecting(filePositions)
    guard groups.folders.count > 1 else { return [Piece(folder: groups.folders[0], rows: files)] }
    let (order, ends) = Self.order(of: groups)
    return groups.folders.indices.map { group in
      let rows = order[(group == 0 ? 0 : ends[group - 1])..<ends[group]]
      return Piece(
        folder: groups.folders[group],
        rows: RecordBatch(
          schema: fileSchema, columns: files.columns.map { $0.gathered(rows) }, rowCount: rows.count))
    }
  }

  /// For each row the number of its folder.
  private struct Groups {
    var ofRows: Values<UInt32>
    var folders: [String]
  }

  private func groups(of batch: RecordBatch) -> Groups {
    let columns = zip(keys, keyPositions).map { Self.folders(of: batch.columns[$1], key: $0) }
    return columns.dropFirst().reduce(columns[0], Self.combining)
  }

  /// Numbers the folders of one column, in the order in which the rows meet them: values whose texts are the same share
  /// one.
  private static func folders(of column: Column, key: String) -> Groups {
    let column = column.decoded()
    let distinct = DistinctValues(of: column)
    let texts = column.gathered(distinct.firstRows)
    var folders = FolderNumbers(key: key)
    var numbers = [UInt32?](repeating: nil, count: distinct.count)
    var numberOfNull: UInt32?
    var ofRows = ValueBuilder<UInt32>(capacity: column.count)
    for row in 0..<column.count {
      let id = distinct.ids[row]
      let isNull = id == DistinctValues.nullID
      if let known = isNull ? numberOfNull : numbers[Int(id)] {
        ofRows.append(known)
        continue
      }
      let number = folders.number(of: isNull ? nil : texts.text(at: Int(id)))
      if isNull { numberOfNull = number } else { numbers[Int(id)] = number }
      ofRows.append(number)
    }
    return Groups(ofRows: ofRows.freeze(), folders: folders.list)
  }

  /// Numbers the pairs of an outer and an inner folder that occur.
  private static func combining(_ outer: Groups, _ inner: Groups) -> Groups {
    var table = CodeTable()
    var pairs: [(outer: UInt32, inner: UInt32)] = []
    var ofRows = ValueBuilder<UInt32>(capacity: outer.ofRows.count)
    for row in 0..<outer.ofRows.count {
      let pair = (outer.ofRows[row], inner.ofRows[row])
      let code = table.code(hash: Hash64.mix(UInt64(pair.0), UInt64(pair.1))) { pairs[Int($0)] == pair }
      if Int(code) == pairs.count { pairs.append(pair) }
      ofRows.append(code)
    }
    return Groups(
      ofRows: ofRows.freeze(),
      folders: pairs.map { outer.folders[Int($0.outer)] + inner.folders[Int($0.inner)] })
  }

  /// Returns the rows sorted by group, and for each group where its rows end.
  private static func order(of groups: Groups) -> (rows: Values<UInt32>, ends: [Int]) {
    var counts = Array(repeating: 0, count: groups.folders.count)
    for row in 0..<groups.ofRows.count { counts[Int(groups.ofRows[row])] += 1 }
    var ends: [Int] = []
    for count in counts { ends.append((ends.last ?? 0) + count) }
    var next = zip(ends, counts).map { $0 - $1 }
    var rows = ValueBuilder<UInt32>(capacity: groups.ofRows.count)
    rows.append(repeating: 0, count: groups.ofRows.count)
    for row in 0..<groups.ofRows.count {
      let group = Int(groups.ofRows[row])
      rows[next[group]] = UInt32(row)
      next[group] += 1
    }
    return (rows.freeze(), ends)
  }
}

extension DataType {
  /// Whether a value's text can be a folder's name that is read back as this value.
  fileprivate var canNameFolders: Bool {
    switch self {
    case .binary, .fixedBinary, .interval, .list, .structure, .map: false
    default: true
    }
  }
}

/// The folders of one column's values, numbered.
private struct FolderNumbers {
  let key: String
  private(set) var list: [String] = []
  private var numbers: [String: UInt32] = [:]

  init(key: String) { self.key = key }

  mutating func number(of value: String?) -> UInt32 {
    let folder = PartitionName(key: key, value: value).folder + "/"
    if let known = numbers[folder] { return known }
    let number = UInt32(list.count)
    numbers[folder] = number
    list.append(folder)
    return number
  }
}

extension Column {
  /// Returns the text of a value that is not null.
  fileprivate func text(at row: Int) -> String {
    guard case .views(let texts) = self[row..<row + 1].asText().decoded().storage else {
      preconditionFailure("texts are strings")
    }
    return texts.text(at: 0)
  }
}
