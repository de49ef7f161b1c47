import InlayBytes
import InlayColumns
import Testing

@testable import InlayParquet

/// The examples of VariantShredding.md, and what it says of invalid ones.
@Suite("Shredded variants")
struct VariantAssemblyTests {
  // MARK: Columns

  private static func binary(_ values: [[UInt8]?], _ type: DataType = .binary) -> Column {
    var views = ViewBuilder()
    for value in values {
      let bytes = Values(value ?? [])
      views.append(bytes.rawSpan)
    }
    return Column(type: type, storage: .views(views.freeze()), validity: Bitmap(values.map { $0 != nil }))
  }

  private static func integers(_ values: [Int64?], _ type: DataType = .int64) -> Column {
    Column(
      type: type, storage: .int64(Values(values.map { $0 ?? 0 })), validity: Bitmap(values.map { $0 != nil }))
  }

  private static func group(_ columns: [(String, Column)], validity: [Bool]? = nil) -> Column {
    Column(
      type: .structure(columns.map { Field($0.0, $0.1.type) }),
      storage: .structure(StructureValues(columns: columns.map(\.1), count: columns[0].1.count)),
      validity: validity.map { Bitmap($0) })
  }

  private static func metadata(_ names: [String], count: Int) -> Column {
    var bytes: [UInt8] = [0x11, UInt8(names.count), 0]
    var end = 0
    for name in names {
      end += name.utf8.count
      bytes.append(UInt8(end))
    }
    return binary(Array(repeating: bytes + names.flatMap { Array($0.utf8) }, count: count))
  }

  private static func values(_ column: Column) throws -> [[UInt8]?] {
    let whole = try VariantAssembly.assembled(column)
    #expect(whole.type == VariantAssembly.type)
    guard case .structure(let parts) = whole.storage, case .views(let views) = parts.columns[1].storage else {
      return []
    }
    return (0..<whole.count).map { whole.isNull(at: $0) ? nil : views.bytes(at: $0).copied() }
  }

  private static func message(_ column: Column) -> String? {
    do {
      _ = try VariantAssembly.assembled(column)
      return nil
    } catch { return (error as? InlayError)?.message }
  }

  // MARK: Examples

  @Test("Numbers that were taken out come back beside a null and a text")
  func measurements() throws {
    let column = Self.group([
      ("metadata", Self.metadata([], count: 5)),
      ("value", Self.binary([nil, [0], [0x0D, 0x6E, 0x2F, 0x61], nil, nil])),
      ("typed_value", Self.integers([34, nil, nil, 100, nil])),
    ])
    #expect(
      try Self.values(column) == [
        [24, 34, 0, 0, 0, 0, 0, 0, 0], [0], [0x0D, 0x6E, 0x2F, 0x61], [24, 100, 0, 0, 0, 0, 0, 0, 0],
        // Both are missing where a value is required.
        [0],
      ])
  }

  @Test("Arrays come back with their elements, whichever way those are stored")
  func arrays() throws {
    let element = Self.group([
      ("value", Self.binary([nil, nil, nil, [0], nil])),
      (
        "typed_value",
        Self.binary(["comedy", "drama", "horror", nil, "x"].map { $0.map { Array($0.utf8) } }, .string)
      ),
    ])
    let list = Column(
      type: .list(Field("element", element.type)),
      storage: .list(ListValues(offsets: Values([0, 2, 4, 4, 4]), elements: element)),
      validity: Bitmap([true, true, true, false]))
    let column = Self.group([
      ("metadata", Self.metadata([], count: 4)), ("value", Self.binary([nil, nil, nil, [0]])),
      ("typed_value", list),
    ])
    let comedy = [6 << 2 | 1] + Array("comedy".utf8)
    let drama = [5 << 2 | 1] + Array("drama".utf8)
    let horror = [6 << 2 | 1] + Array("horror".utf8)
    #expect(
      try Self.values(column) == [
        [3, 2, 0, 7, 13] + comedy + drama, [3, 2, 0, 7, 8] + horror + [0], [3, 0, 0], [0],
      ])
  }

  /// The `event` of the specification: `event_type`, a text, and `event_ts`, a timestamp, are taken out.
  private static func events(
    value: [[UInt8]?], typed: [Bool], type: [String?], typeValue: [[UInt8]?], moment: [Int64?],
    momentValue: [[UInt8]?], names: [String] = ["email", "event_ts", "event_type"], isPresent: [Bool]? = nil
  ) -> Column {
    let fields = group(
      [
        (
          "event_type",
          group([
            ("value", binary(typeValue)),
            ("typed_value", binary(type.map { $0.map { Array($0.utf8) } }, .string)),
          ])
        ),
        (
          "event_ts",
          group([
            ("value", binary(momentValue)),
            ("typed_value", integers(moment, .timestamp(.micros, isUTC: true))),
          ])
        ),
      ], validity: typed)
    return group(
      [("metadata", metadata(names, count: value.count)), ("value", binary(value)), ("typed_value", fields)],
      validity: isPresent)
  }

  private static let noop: [UInt8] = [17] + Array("noop".utf8)
  private static let moment: [UInt8] = [48, 1, 0, 0, 0, 0, 0, 0, 0]

  @Test("Objects come back with their fields in the order of the names, those left in the bytes among them")
  func objects() throws {
    let email: [UInt8] = [2, 1, 0, 0, 2, 5, 0x40]
    let column = Self.events(
      value: [nil, email, [1], nil, nil, nil], typed: [true, true, false, true, true, false],
      type: ["noop", "noop", nil, nil, nil, nil], typeValue: [nil, nil, nil, [0], nil, nil],
      moment: [1, 1, nil, 1, nil, nil], momentValue: Array(repeating: nil, count: 6),
      isPresent: [true, true, true, true, true, false])
    #expect(
      try Self.values(column) == [
        [2, 2, 1, 2, 5, 0, 14] + Self.noop + Self.moment,
        [2, 3, 0, 1, 2, 14, 5, 0, 16] + Self.noop + Self.moment + [5, 0x40],
        [1],
        // The field that is null is there; the one that is missing is not.
        [2, 2, 1, 2, 1, 0, 10] + [0] + Self.moment,
        [2, 0, 0],
        nil,
      ])
  }

  @Test("A field that stands in the bytes too counts as it was taken out")
  func duplicates() throws {
    let column = Self.events(
      value: [[2, 1, 2, 0, 2, 5, 0x40]], typed: [true], type: ["noop"], typeValue: [nil], moment: [nil],
      momentValue: [nil])
    #expect(try Self.values(column) == [[2, 1, 2, 0, 5] + Self.noop])
  }

  @Test("Variants that were never shredded are as they were")
  func plain() throws {
    let column = Self.group([
      ("value", Self.binary([[0], [5, 0x41]])), ("metadata", Self.metadata([], count: 2)),
    ])
    #expect(try Self.values(column) == [[0], [5, 0x41]])
  }

  @Test("Every simple type has its form")
  func primitives() throws {
    let columns: [(Column, [UInt8])] = [
      (Column(type: .boolean, storage: .boolean(Bitmap([true]))), [4]),
      (Column(type: .boolean, storage: .boolean(Bitmap([false]))), [8]),
      (Column(type: .int8, storage: .int8(Values([-1]))), [12, 255]),
      (Column(type: .int16, storage: .int16(Values([-2]))), [16, 254, 255]),
      (Column(type: .int32, storage: .int32(Values([1]))), [20, 1, 0, 0, 0]),
      (Column(type: .date, storage: .int32(Values([1]))), [44, 1, 0, 0, 0]),
      (Column(type: .float, storage: .float(Values([1]))), [56, 0, 0, 0x80, 0x3F]),
      (Column(type: .double, storage: .double(Values([1]))), [28, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F]),
      (
        Column(type: .decimal(precision: 9, scale: 2), storage: .int128(Values([-1]))),
        [32, 2, 255, 255, 255, 255]
      ),
      (
        Column(type: .decimal(precision: 18, scale: 0), storage: .int128(Values([1]))),
        [36, 0, 1, 0, 0, 0, 0, 0, 0, 0]
      ),
      (
        Column(type: .decimal(precision: 19, scale: 38 - 19), storage: .int128(Values([1]))),
        [40, 19, 1] + Array(repeating: 0, count: 15)
      ),
      (Self.integers([1], .time(.micros)), [68, 1, 0, 0, 0, 0, 0, 0, 0]),
      (Self.integers([1], .timestamp(.micros, isUTC: false)), [52, 1, 0, 0, 0, 0, 0, 0, 0]),
      (Self.integers([1], .timestamp(.nanos, isUTC: true)), [72, 1, 0, 0, 0, 0, 0, 0, 0]),
      (Self.integers([1], .timestamp(.nanos, isUTC: false)), [76, 1, 0, 0, 0, 0, 0, 0, 0]),
      (Self.binary([[7]]), [60, 1, 0, 0, 0, 7]),
      (
        Self.binary([Array(repeating: 0x61, count: 64)], .string),
        [64, 64, 0, 0, 0] + Array(repeating: 0x61, count: 64)
      ),
      (Self.binary([Array(0..<16)], .uuid), [80] + Array(0..<16)),
    ]
    for (typed, expected) in columns {
      let column = Self.group([("metadata", Self.metadata([], count: 1)), ("typed_value", typed)])
      #expect(try Self.values(column) == [expected], "\(typed.type)")
    }
  }

  // MARK: Refusals

  @Test("What is no variant is refused with the reason")
  func refusals() {
    let metadata = ("metadata", Self.metadata([], count: 1))
    #expect(Self.message(Self.group([metadata])) == "a group of a variant has neither value nor typed_value")
    #expect(
      Self.message(Self.group([("value", Self.binary([[0]]))]))
        == "a variant has no binary with the name metadata")
    #expect(
      Self.message(Self.group([metadata, ("value", Self.integers([1]))]))
        == "the value of a variant is not a binary: int64")
    #expect(
      Self.message(Self.group([metadata, ("typed_value", Self.integers([1], .time(.nanos)))]))
        == "a variant cannot have shredded values of this type: time(nanos)")
    #expect(
      Self.message(
        Self.group([metadata, ("value", Self.binary([[0]])), ("typed_value", Self.integers([1]))]))
        == "a variant has a value and a typed_value, and is no object: row 0")
    #expect(
      Self.message(
        Self.events(
          value: [[0]], typed: [true], type: [nil], typeValue: [nil], moment: [nil], momentValue: [nil]))
        == "a variant has shredded fields beside a value that is no object")
    #expect(
      Self.message(
        Self.events(
          value: [nil], typed: [true], type: ["a"], typeValue: [nil], moment: [nil], momentValue: [nil],
          names: []))
        == "a variant's metadata lack the name of a shredded field: event_type")
    let version = Self.group([("metadata", Self.binary([[2, 0, 0]])), ("typed_value", Self.integers([1]))])
    #expect(Self.message(version) == "a variant has metadata of an unknown version: 2")
  }

  @Test("Bytes that were cut or changed give a variant or an error")
  func hostile() {
    let object: [UInt8] = [2, 1, 0, 0, 2, 5, 0x40]
    let names: [UInt8] = [0x11, 3, 0, 5, 13, 23] + Array("emailevent_tsevent_type".utf8)
    var outcomes: Set<String> = []
    for (original, isValue) in [(object, true), (names, false)] {
      for index in original.indices {
        for byte in [0, 1, 3, 0x7F, 0xFF] as [UInt8] {
          var changed = original
          changed[index] = byte
          for bytes in [changed, Array(changed[...index])] {
            var column = Self.events(
              value: [isValue ? bytes : object], typed: [true], type: ["noop"], typeValue: [nil],
              moment: [nil],
              momentValue: [nil])
            if !isValue, case .structure(let fields) = column.type,
              case .structure(let parts) = column.storage
            {
              let columns = [Self.binary([bytes])] + parts.columns.dropFirst()
              column = Self.group(zip(fields, columns).map { ($0.name, $1) })
            }
            outcomes.insert(Self.message(column) ?? "read")
          }
        }
      }
    }
    #expect(outcomes.contains("read"))
    #expect(outcomes.contains("a variant's value ends before its parts do"))
    #expect(outcomes.contains("a variant's metadata end before its field names do"))
  }
}
