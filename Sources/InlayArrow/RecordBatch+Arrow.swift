public import CInlayArrow
import InlayBytes
public import InlayColumns

extension RecordBatch {
  /// Hands the batch over to another library of this process, by the Arrow C data interface.
  ///
  /// Nothing is copied where the layouts are one: numbers, times, decimals, texts and binaries (as views, `vu` and `vz`),
  /// lists, maps, structures, and values in dictionary form. Copied are bits that do not begin with a byte, `uuid`, `interval`
  /// and binaries of a fixed length, and texts of buffers of more than 2 GiB.
  ///
  /// - Parameters:
  ///   - schema: Uninitialised room for the type, a structure with a field a column. Who has it calls its `release` once.
  ///   - array: Uninitialised room for the values. Who has it calls its `release` once, on any thread; the memory lives
  ///     until then.
  @unsafe
  public func exportArrow(
    schema: UnsafeMutablePointer<ArrowSchema>, array: UnsafeMutablePointer<ArrowArray>
  ) {
    unsafe ExportedSchema.write(rowType, rowColumn, to: schema)
    unsafe ExportedArray.write(self, to: array)
  }

  private var rowType: Field { Field("", .structure(schema.fields), isNullable: false) }

  private var rowColumn: Column {
    Column(type: rowType.type, storage: .structure(StructureValues(columns: columns, count: rowCount)))
  }

  /// Takes a batch of another library of this process, by the Arrow C data interface.
  ///
  /// Its memory is shared, and given back when the last column that looks at it is gone. Made anew are views over texts with
  /// offsets, and values that lie otherwise here: seconds, days in milliseconds, narrow decimals, long lists.
  ///
  /// - Parameters:
  ///   - schema: The type, a structure. It is read, and stays the caller's.
  ///   - array: The values. They are taken over: the structure is marked as released, also when an error is thrown.
  /// - Throws: ``InlayError/Code/corrupt`` for structures that break the interface's rules, as far as these can be seen:
  ///   addresses are believed. ``InlayError/Code/unsupported`` for types that columns have not.
  @unsafe
  public init(
    importingArrow array: UnsafeMutablePointer<ArrowArray>, schema: UnsafePointer<ArrowSchema>
  ) throws {
    let memory = unsafe try ImportedMemory(taking: array)
    self = unsafe try Self.read(memory, try ImportedField.read(schema))
  }

  /// Reads the rows of an array of structures.
  static func read(_ memory: ImportedMemory, _ type: ImportedField) throws -> RecordBatch {
    guard case .structure(let fields) = type.field.type, type.indexFormat == nil else {
      throw ImportedField.refused("rows are structures")
    }
    let reader = unsafe try ArrayReader(type, memory.root, memory)
    if let validity = try reader.validity(), validity.countOnes() < reader.count {
      throw ImportedField.refused("a row is null as a whole")
    }
    let rows = try reader.structures()
    return RecordBatch(schema: Schema(fields), columns: rows.columns, rowCount: rows.count)
  }
}

extension Schema {
  /// Hands the columns' types over to another library of this process, as a structure with a field a column.
  ///
  /// - Parameter target: Uninitialised room. Who has it calls its `release` once.
  @unsafe
  public func exportArrow(to target: UnsafeMutablePointer<ArrowSchema>) {
    unsafe ExportedSchema.write(Field("", .structure(fields), isNullable: false), nil, to: target)
  }

  /// Reads columns' types that another library describes; the description stays the caller's.
  ///
  /// - Throws: ``InlayError/Code/corrupt`` for what is no structure or breaks the interface's rules;
  ///   ``InlayError/Code/unsupported`` for types that columns have not.
  @unsafe
  public init(importingArrow schema: UnsafePointer<ArrowSchema>) throws {
    guard case .structure(let fields) = unsafe try ImportedField.read(schema).field.type else {
      throw ImportedField.refused("rows are structures")
    }
    self.init(fields)
  }
}
