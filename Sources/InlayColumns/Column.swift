public import InlayBytes

/// The values of one column of a batch: a type, typed storage, and a bitmap that says which values are there.
///
/// A column never changes and shares its memory: copying or slicing one costs nothing.
public struct Column: Sendable {
  /// What the values mean.
  public let type: DataType
  /// The values.
  public let storage: ColumnStorage
  /// A 1 for each value that is there, a 0 for each null; nil when nothing is null.
  ///
  /// In a column of dictionary form an entry of the base column may be null too: ``isNull(at:)`` asks both.
  public let validity: Bitmap?
  /// The number of values.
  public let count: Int

  /// Makes a column.
  ///
  /// Storage that is not the type's, or a bitmap of another length, is a fault of the caller and traps.
  public init(type: DataType, storage: ColumnStorage, validity: Bitmap? = nil) {
    precondition(storage.fits(type), "this storage cannot hold values of this type")
    count = storage.count
    precondition(validity == nil || validity?.count == count, "a validity bitmap has one bit a value")
    self.type = type
    self.storage = storage
    self.validity = type == .null ? Self.nothing(count) : validity
  }

  /// A bitmap of zeros: what a column of nulls only always has.
  private static func nothing(_ count: Int) -> Bitmap {
    var bits = BitmapBuilder(capacity: count)
    bits.append(repeating: false, count: count)
    return bits.freeze()
  }

  /// Returns whether the value at an index is null.
  public func isNull(at index: Int) -> Bool {
    if let validity, !validity[index] { return true }
    guard case .dictionary(let values) = storage, let baseValidity = values.base.column.validity else {
      return false
    }
    return !baseValidity[Int(values.indices[index])]
  }

  /// The number of null values; O(count / 64), or O(count) in dictionary form.
  public var nullCount: Int {
    if case .dictionary(let values) = storage, values.base.column.validity != nil {
      return (0..<count).count { isNull(at: $0) }
    }
    return validity.map { count - $0.countOnes() } ?? 0
  }

  /// The values of a range, sharing the memory; O(1).
  public subscript(range: Range<Int>) -> Column {
    Column(type: type, storage: storage.slice(range), validity: validity?[range])
  }

  /// Returns the values at `indices`, each less than `count`, in that order; O(indices.count).
  public func gathered(_ indices: Values<UInt32>) -> Column {
    Column(type: type, storage: storage.gathered(indices), validity: validity?.gathered(indices))
  }

  /// Returns this column with its values in storage of its own rather than as positions in a base column.
  public func decoded() -> Column {
    guard case .dictionary(let values) = storage else { return self }
    let plain = values.base.column.gathered(values.indices)
    guard let validity else { return plain }
    return Column(
      type: type, storage: plain.storage,
      validity: plain.validity.map { $0.intersection(validity) } ?? validity)
  }
}
