import CInlayKernels
import InlayBytes

/// A form of values that a kernel reads many of at once; what is written in another way is left to `ValueText`.
enum UsualForm {
  case integers
  case doubles
  /// Timestamps in microseconds.
  case micros
  case booleans

  /// The bytes of a value in memory.
  var byteWidth: Int { self == .booleans ? 1 : 8 }
}

/// What a kernel made of the fields that it took.
struct UsualFields {
  /// The number of rows taken: those before the first field that is neither empty nor of the form.
  var rowCount = 0
  var found = inlay_csv_values()

  /// Whether any of the rows has a value.
  var hasValues: Bool { rowCount > found.empty_count }
}

extension FieldTable {
  /// Whether an empty field without quotes is the only one that stands for null, and the bytes of all others are values
  /// as they stand there.
  func allowsUsualForms(nullTexts: [Buffer]) -> Bool { isSimple && nullTexts.isEmpty }

  /// Reads a column's fields, from the first of the rows on, as long as they are of a form.
  ///
  /// - Parameters:
  ///   - values: Gets the values of the rows that are taken behind those that it has, 0 for an empty field.
  ///   - emptyRows: Gets in place of what it has which of the rows, counted from the first one, are empty.
  func readUsual<Value: BitwiseCopyable>(
    _ form: UsualForm, column: Int, rows: Range<Int>, into values: inout ValueBuilder<Value>,
    emptyRows: inout ValueBuilder<UInt32>
  ) -> UsualFields {
    precondition(MemoryLayout<Value>.stride == form.byteWidth)
    var fields = unsafe fields(of: column, rows: rows, room: Int(inlay_csv_value_room))
    var usual = UsualFields()
    usual.found.least = .max
    usual.found.greatest = .min
    let start = values.count
    emptyRows.truncate(to: 0)
    emptyRows.append(count: rows.count) { places in
      values.append(count: rows.count) { room in
        // Safe: there is room for all rows, in values of the width that was compared above; each field has room to be
        // read in whole words.
        unsafe room.withUnsafeMutableBytes { room in
          unsafe places.withUnsafeMutableBufferPointer { places in
            guard let room = room.baseAddress, let places = places.baseAddress else { return }
            usual.rowCount = unsafe Self.read(form, &fields, room, places, &usual.found)
          }
        }
      }
    }
    values.truncate(to: start + usual.rowCount)
    emptyRows.truncate(to: usual.found.empty_count)
    return usual
  }

  @unsafe
  private static func read(
    _ form: UsualForm, _ fields: inout inlay_csv_column, _ room: UnsafeMutableRawPointer,
    _ empty: UnsafeMutablePointer<UInt32>, _ found: inout inlay_csv_values
  ) -> Int {
    switch form {
    case .integers:
      unsafe inlay_csv_integers(&fields, room.assumingMemoryBound(to: Int64.self), empty, &found)
    case .doubles: unsafe inlay_csv_doubles(&fields, room.assumingMemoryBound(to: Double.self), empty, &found)
    case .micros: unsafe inlay_csv_micros(&fields, room.assumingMemoryBound(to: Int64.self), empty, &found)
    case .booleans:
      unsafe inlay_csv_booleans(&fields, room.assumingMemoryBound(to: UInt8.self), empty, &found)
    }
  }

  /// Returns how many rows, from the first of some rows on, have an empty field.
  func emptyCount(column: Int, rows: Range<Int>) -> Int {
    var fields = unsafe fields(of: column, rows: rows, room: 0)
    // Safe: the positions of the rows lie within the table, and no byte outside of a field is read.
    return unsafe inlay_csv_empty_fields(&fields)
  }
}
