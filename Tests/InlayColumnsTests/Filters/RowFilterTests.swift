import InlayBytes
import InlayTesting
import Testing

@testable import InlayColumns

@Suite("Filters of rows")
struct RowFilterTests {
  /// The rows that the code under test keeps.
  private static func kept(_ filter: RowFilter, _ columns: [Column]) throws -> [Int] {
    let schema = Schema(columns.enumerated().map { Field("c\($0)", $1.type) })
    let bound = try BoundFilter(filter, schema: schema)
    let bits = bound.kept(rowCount: columns[0].count) { columns[$0] }
    return (0..<bits.count).filter { bits[$0] }
  }

  private static func expected(_ filter: RowFilter, _ columns: [Column]) -> [Int] {
    let logic = ReferenceLogic(columns: columns)
    return (0..<columns[0].count).filter { logic.truth(of: filter, row: $0) == true }
  }

  /// The column itself, and in dictionary form over a base that is smaller and one that is larger.
  private static func forms(_ column: Column) -> [Column] {
    let small = DictionaryBase(column[0..<40])
    let indices = Values((0..<100).map { UInt32($0 % 40) })
    let large = DictionaryBase(column)
    let validity = Bitmap((0..<100).map { $0 % 5 != 1 })
    return [
      column, column[3..<131],
      Column(type: column.type, storage: .dictionary(DictionaryValues(base: small, indices: indices))),
      Column(
        type: column.type, storage: .dictionary(DictionaryValues(base: large, indices: indices)),
        validity: validity),
    ]
  }

  @Test(
    "Comparisons and their opposites keep what SQL's logic keeps", arguments: FilteredColumns.types,
    [true, false])
  func comparisons(type: DataType, hasNulls: Bool) throws {
    for column in Self.forms(FilteredColumns.column(type, hasNulls: hasNulls)) {
      for value in FilteredColumns.values(type) {
        for comparison in RowFilter.Comparison.allCases {
          let filter = RowFilter.comparison(column: 0, comparison, value)
          #expect(try Self.kept(filter, [column]) == Self.expected(filter, [column]), "\(filter)")
          #expect(try Self.kept(.not(filter), [column]) == Self.expected(.not(filter), [column]), "\(filter)")
        }
      }
    }
  }

  @Test("Sets, prefixes and nulls", arguments: FilteredColumns.types, [true, false])
  func sets(type: DataType, hasNulls: Bool) throws {
    let values = FilteredColumns.values(type)
    var filters: [RowFilter] = [
      .isNull(column: 0), .isNotNull(column: 0), .isOneOf(column: 0, []), .isOneOf(column: 0, values),
      .isOneOf(column: 0, Array(values.prefix(1))), .isOneOf(column: 0, Array(values.prefix(3))),
      .isOneOf(column: 0, Array(values.suffix(2))), .all([]), .any([]),
    ]
    if type == .string || type == .binary {
      filters += FilteredColumns.texts.map { .startsWith(column: 0, Array($0.utf8)) }
      filters.append(.startsWith(column: 0, [0xFF]))
    }
    for column in Self.forms(FilteredColumns.column(type, hasNulls: hasNulls)) {
      for filter in filters + filters.map({ .not($0) }) {
        #expect(try Self.kept(filter, [column]) == Self.expected(filter, [column]), "\(filter)")
      }
    }
  }

  @Test("Conditions over several columns, negated at any depth", arguments: 0..<40)
  func trees(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let columns = (0..<3).map { _ in
      FilteredColumns.column(
        FilteredColumns.types.randomElement(using: &random)!, hasNulls: Bool.random(using: &random))
    }
    for _ in 0..<20 {
      let filter = Self.randomFilter(columns, depth: 3, &random)
      #expect(try Self.kept(filter, columns) == Self.expected(filter, columns), "\(filter)")
    }
  }

  private static func randomFilter(_ columns: [Column], depth: Int, _ random: inout SeededGenerator)
    -> RowFilter
  {
    let column = Int.random(in: columns.indices, using: &random)
    let values = FilteredColumns.values(columns[column].type)
    switch Int.random(in: depth > 0 ? 0..<7 : 0..<3, using: &random) {
    case 0: return .isNull(column: column)
    case 1: return .isOneOf(column: column, [values[0], values[values.count - 1]])
    case 2:
      return .comparison(
        column: column, RowFilter.Comparison.allCases.randomElement(using: &random)!,
        values.randomElement(using: &random)!)
    case 3: return .not(randomFilter(columns, depth: depth - 1, &random))
    case 4: return .all((0..<2).map { _ in randomFilter(columns, depth: depth - 1, &random) })
    case 5: return .any((0..<2).map { _ in randomFilter(columns, depth: depth - 1, &random) })
    default: return .not(.all((0..<3).map { _ in randomFilter(columns, depth: depth - 1, &random) }))
    }
  }

  @Test("A filter that does not go with the columns is refused")
  func refusals() throws {
    let schema = Schema([Field("name", .string), Field("year", .int32)])
    func message(_ filter: RowFilter) -> String? {
      do {
        _ = try BoundFilter(filter, schema: schema)
        return nil
      } catch { return "\(error)" }
    }
    #expect(
      message(.comparison(column: 1, .equal, .text("x")))
        == "column year: a int32 is compared with a value of kind integer; the filter gives bytes([120])")
    #expect(
      message(.isNull(column: 2)) == "the filter names a column that is not among the 2 there are: 2")
    #expect(
      message(.startsWith(column: 1, [])) != nil && message(.isOneOf(column: 0, [.integer(1)])) != nil)
    let deep = (0..<200).reduce(RowFilter.isNull(column: 0)) { filter, _ in .not(filter) }
    #expect(message(deep) == "the conditions of a filter nest too deep; the limit is 100")
  }
}
