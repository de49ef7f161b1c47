/// How a Parquet file is read.
public struct ParquetReadOptions: Hashable, Sendable {
  /// Whether the checksum of a page that has one is compared with its bytes.
  public var verifiesChecksums = true
  /// About how many rows a batch has: a row group of more than one and a half times as many is cut between pages.
  ///
  /// Batches are what workers take, so fewer rows mean less memory and better balance; but a page that lies across a
  /// cut is decompressed for both sides. Where pages are long, a batch has up to four times as many rows.
  public var rowsPerBatch = 65_536
  /// The keys of encrypted files, which can be read where Inlay is built with the package trait `Encryption`.
  public var decryption: DecryptionKeys?
  /// The paths of the columns that the file shall have, and of the parts of nested ones; nil for all. Nothing of any other
  /// is read.
  ///
  /// A path names a column or a part of one with all that is in it, as the schema has it: `person.name` is a field of a
  /// structure, `people.element.name` one of the structures in a list, `ages.value` the values of a map, whose keys
  /// come with them. The keys alone, `ages.key`, are a list. The order is the file's.
  public var columns: [String]?
  /// What a file may ask of the machine.
  public var limits = ParquetLimits()

  /// Makes the default options.
  public init() {}
}
