extension InlayError {
  /// Where an error happened: as many of these as are known.
  public struct Location: Hashable, Sendable {
    /// The node of a visual job, as `name (id)`.
    public var node: String?
    /// The file's path as the user gave it.
    public var file: String?
    /// The line of a text file, from 1; a quoted line end counts as a line too, as an editor shows it.
    public var line: Int?
    /// The offset in bytes from the start of the file (of the decompressed text for a compressed one), from 0.
    public var byteOffset: Int?
    /// The column's name, or its path for a nested one.
    public var column: String?
    /// The row of a table, from 0.
    public var row: Int?
    /// The row group of a Parquet file, from 0.
    public var rowGroup: Int?
    /// The page within its column chunk, from 0.
    public var page: Int?

    /// Makes a location; what is left out is unknown.
    public init(
      node: String? = nil, file: String? = nil, line: Int? = nil, byteOffset: Int? = nil,
      column: String? = nil, row: Int? = nil, rowGroup: Int? = nil, page: Int? = nil
    ) {
      self.node = node
      self.file = file
      self.line = line
      self.byteOffset = byteOffset
      self.column = column
      self.row = row
      self.rowGroup = rowGroup
      self.page = page
    }

    /// Takes from `outer` what is unknown here.
    public mutating func fill(from outer: Location) {
      node = node ?? outer.node
      file = file ?? outer.file
      line = line ?? outer.line
      byteOffset = byteOffset ?? outer.byteOffset
      column = column ?? outer.column
      row = row ?? outer.row
      rowGroup = rowGroup ?? outer.rowGroup
      page = page ?? outer.page
    }
  }
}

extension InlayError.Location: CustomStringConvertible {
  /// The known parts, from the widest to the narrowest, separated by commas.
  public var description: String {
    var parts: [String] = []
    if let node { parts.append("node \(node)") }
    if let file { parts.append(file) }
    if let line { parts.append("line \(line)") }
    if let rowGroup { parts.append("row group \(rowGroup)") }
    if let row { parts.append("row \(row)") }
    if let column { parts.append("column \(column)") }
    if let page { parts.append("page \(page)") }
    if let byteOffset { parts.append("byte \(byteOffset)") }
    return parts.joined(separator: ", ")
  }
}
