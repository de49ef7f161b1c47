/// How a Parquet file is written.
public struct ParquetWriterOptions: Hashable, Sendable {
  /// How pages are compressed; Zstandard and Brotli need the package traits of their names.
  public var compression = Compression.snappy
  /// How much time is given to make pages smaller: one of the codec's ``Compression/levels``, or nil for its default.
  public var compressionLevel: Int?
  /// The most rows of a row group, about one of which a writer holds in compressed form.
  public var rowsPerGroup = 262_144
  /// The bytes of a row group's values, in the plain encoding and before compression, from which on it is full, even
  /// with fewer rows than ``rowsPerGroup``; nil for rows alone.
  ///
  /// Nulls and empty lists take no bytes, a boolean one. The row that reaches the bound is the last of its row group.
  public var bytesPerGroup: Int?
  /// The bytes of a page, in the plain encoding and before compression, from which on it is full.
  public var bytesPerPage = 1 << 20
  /// The most rows of a page.
  public var rowsPerPage = 20_000
  /// The form of data pages.
  public var dataPageVersion = DataPageVersion.v1
  /// How the encodings of the columns are chosen.
  public var encoding = EncodingPolicy.compatible
  /// How the encodings of some columns are chosen, by their names or, of columns within others, their paths with dots
  /// (`tags.list.element`); where a column is named here, ``encoding`` does not count.
  public var columnEncodings: [String: EncodingPolicy] = [:]
  /// The most bytes of a column chunk's dictionary; a chunk that needs more is written without one.
  public var dictionaryByteLimit = 16 << 20
  /// Whether the bounds of column chunks and pages are written.
  public var writesStatistics = true
  /// Whether the sizes of byte arrays and the numbers of entries at each level are written, for chunks and pages.
  ///
  /// Readers need neither, and for values in dictionary form it takes another pass over the codes.
  public var writesSizeStatistics = false
  /// The columns by which the rows of each row group are sorted, the first one first; rows that are not are an error.
  public var sortingColumns: [SortKey] = []
  /// Whether pages carry a checksum.
  public var writesChecksums = true
  /// The leaf columns whose chunks get a bloom filter of their values, by their names from the root with dots between
  /// them, and how it is made.
  public var bloomFilters: [String: BloomFilterOptions] = [:]
  /// Texts to be kept in the file under names.
  public var keyValues: [KeyValue] = []

  /// The entries from which on no row begins in a plain page any more: nulls and empty lists take no bytes.
  var entriesPerPage: Int { max(rowsPerPage, bytesPerPage) }
  /// The entries from which on no row begins in a page of codes any more, so that they stay within the bytes of a page
  /// whatever their width.
  var codesPerPage: Int { max(1, bytesPerPage / 4) }

  /// Makes the default options.
  public init() {}
}

extension ParquetWriterOptions {
  /// The options with pages that readers of the codec have room for.
  ///
  /// Readers of the deprecated LZ4 take one block of 256 KiB at most. A page is full a value after its limit, and levels
  /// come on top: half of that leaves room for both.
  var boundedByCodec: ParquetWriterOptions {
    guard compression == .lz4 else { return self }
    var bounded = self
    bounded.bytesPerPage = min(bytesPerPage, LZ4Hadoop.blockByteCount / 2)
    bounded.dictionaryByteLimit = min(dictionaryByteLimit, LZ4Hadoop.blockByteCount / 2)
    return bounded
  }
}
