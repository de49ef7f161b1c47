import InlayBytes

/// Reads Thrift's compact protocol from bytes that nobody vouches for.
///
/// Every length is compared with the bytes that are left before it is believed, so nothing is allocated beyond what
/// the bytes can hold; the elements of lists, of which one byte can stand for hundreds in memory, have an allowance; and
/// nesting has a limit, so nothing runs out of stack.
struct ThriftReader: ~Escapable {
  let bytes: RawSpan
  // Where `bytes` begins in the file, for messages.
  private let fileOffset: Int
  var depth = 0
  // The bytes of memory that the elements of lists may still take.
  private var allowance: Int
  /// The number of bytes read so far.
  var offset = 0
  /// The texts that are not UTF-8, up to a number of them.
  private(set) var invalidTexts: [InvalidText] = []

  /// The deepest nesting that is followed, as in arrow-rs; Parquet's own structs nest 6 deep.
  static let depthLimit = 64

  private static let invalidTextLimit = 1_000

  /// Begins to read bytes that stand at `fileOffset` of a file.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, fileOffset: Int = 0) {
    self.bytes = bytes
    self.fileOffset = fileOffset
    // Real footers take 5 to 10 times their size.
    allowance = bytes.byteCount * 32 + (1 << 20)
  }

  /// The number of bytes left.
  var remaining: Int { bytes.byteCount - offset }

  /// Makes the error for a fault at the present place.
  func corrupt(_ message: String) -> InlayError {
    InlayError(.corrupt, message, at: .init(byteOffset: fileOffset + offset))
  }

  /// Notes a text at `range` that is not UTF-8.
  mutating func noteInvalidText(_ text: String, at range: Range<Int>) {
    guard invalidTexts.count < Self.invalidTextLimit else { return }
    invalidTexts.append(InvalidText(offset: fileOffset + range.lowerBound, repaired: text))
  }

  /// Takes the memory of a list's element from the allowance.
  mutating func charge(_ byteCount: Int) throws {
    allowance -= byteCount
    guard allowance >= 0 else {
      throw corrupt("the metadata hold far more elements than a writer leaves so empty")
    }
  }

  /// Returns a field's value, or throws where a field that the format requires is absent.
  func require<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw corrupt("the metadata lack a required field: \(name)") }
    return value
  }
}

extension ThriftReader {
  /// The place within a struct's fields.
  struct Cursor {
    fileprivate var lastID: Int16 = 0
  }

  /// A field's number and wire type; its value follows.
  struct Field {
    let id: Int16
    let type: ThriftType
  }

  /// Enters a struct.
  mutating func beginStruct() throws -> Cursor {
    guard depth < Self.depthLimit else {
      throw corrupt("the metadata nest deeper than \(Self.depthLimit) levels")
    }
    depth += 1
    return Cursor()
  }

  /// Returns the struct's next field, or nil at its end. The field must be read or skipped before the next call.
  mutating func next(_ cursor: inout Cursor) throws -> Field? {
    let header = try byte()
    guard header != 0 else {
      depth -= 1
      return nil
    }
    let id: Int16
    if header >> 4 == 0 {
      id = try zigzag(Int16.self)
    } else {
      let (sum, isOverflowing) = cursor.lastID.addingReportingOverflow(Int16(header >> 4))
      guard !isOverflowing else { throw corrupt("a field's number in the metadata is out of range") }
      id = sum
    }
    cursor.lastID = id
    return Field(id: id, type: try type(header & 0xF))
  }

  func type(_ number: UInt8) throws -> ThriftType {
    guard let type = ThriftType(rawValue: number) else {
      throw corrupt("the metadata hold a value of a wire type that Thrift does not have: \(number)")
    }
    return type
  }
}
