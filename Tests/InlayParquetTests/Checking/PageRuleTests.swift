import InlayBytes
import Testing

@testable import InlayParquet

@Suite("Checks of pages and of what is said of their values")
struct PageRuleTests {
  private static func findings(_ change: (inout DamagedFiles) throws -> Void) throws -> [String] {
    var file = try DamagedFiles()
    try change(&file)
    return try file.findings()
  }

  private static func word(_ value: Int64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  @Test("A page's damaged bytes are told by its checksum, and the other pages are checked all the same")
  func checksum() throws {
    let file = try DamagedFiles()
    let pages = try file.open().pages(rowGroup: 0, leaf: 0)
    let findings = try Self.findings {
      $0.data[pages[0].contents.lowerBound] ^= 1
      $0.data[pages[2].contents.lowerBound] ^= 1
    }
    #expect(findings.count == 2)
    #expect(findings[0].hasPrefix("f, row group 0, column n, page 0, byte 4: the page's checksum is "))
    #expect(
      findings[1].hasPrefix("f, row group 0, column n, page 2, byte \(pages[2].offset): the page's checksum"))
    #expect(findings.allSatisfy { $0.hasSuffix("[checksum]") })
  }

  @Test("A header that cannot be read is told, and the pages before it are checked")
  func header() throws {
    let second = try DamagedFiles().open().pages(rowGroup: 0, leaf: 0)[1]
    let findings = try Self.findings { $0.data[second.offset] = 0xFF }
    #expect(findings.count == 1)
    #expect(
      findings[0].hasPrefix(
        "f, row group 0, column n, page 1, byte \(second.offset + 1): the page's header cannot be read: "))
    #expect(findings[0].hasSuffix("[page-header]"))
  }

  @Test("Bounds that do not hold the values, or are none, are told")
  func bounds() throws {
    let place = "f, row group 0, column n: "
    #expect(
      try Self.findings { $0.changeStatistics(0) { $0.min = Self.word(5) } } == [
        "\(place)a value is below the lower bound of the chunk's statistics, 5: 0 [bounds]"
      ])
    #expect(
      try Self.findings { $0.changeStatistics(0) { $0.max = Self.word(98) } } == [
        "\(place)a value is above the upper bound of the chunk's statistics, 98: 99 [bounds]"
      ])
    #expect(
      try Self.findings { $0.changeStatistics(0) { $0.max = Self.word(100) } } == [
        "\(place)the upper bound of the chunk's statistics is said to be a value, and the greatest value is 99: 100 "
          + "[bounds]"
      ])
    #expect(
      try Self.findings { $0.changeStatistics(0) { ($0.max, $0.isMaxExact) = (Self.word(100), false) } } == []
    )
    #expect(
      try Self.findings { $0.changeStatistics(0) { $0.deprecatedMin = [1] } } == [
        "\(place)a bound of the chunk's statistics (min and max) is NaN or no value of the column's type: 0x01 [bounds]"
      ])
    #expect(
      try Self.findings { $0.changeStatistics(1) { $0.min = Array("bee".utf8) } } == [
        "f, row group 0, column t: a value is below the lower bound of the chunk's statistics, `bee`: `ant` [bounds]"
      ])
  }

  @Test("Counts that are not those of the values are told")
  func counts() throws {
    let place = "f, row group 0, column t: "
    #expect(
      try Self.findings { $0.changeStatistics(1) { $0.nullCount = 9 } } == [
        "\(place)the chunk's number of nulls is said to be 9; it is 10 [null-count]"
      ])
    #expect(
      try Self.findings { $0.changeStatistics(1) { $0.distinctCount = 4 } } == [
        "\(place)the number of distinct values is said to be 4; it is 3 [distinct-count]"
      ])
    #expect(
      try Self.findings { $0.changeStatistics(1) { $0.distinctCount = 2 } } == [
        "\(place)the chunk has more distinct values than are said: more than 2 [distinct-count]"
      ])
    #expect(
      try Self.findings {
        $0.change(1) {
          $0.sizeStatistics = SizeStatistics(
            byteArrayByteCount: 269, repetitionLevelHistogram: [], definitionLevelHistogram: [11, 89])
        }
      } == [
        "\(place)the bytes of all byte arrays is said to be 269; it is 270 [size-statistics]",
        "\(place)the histogram of definition levels is said to be [11, 89]; it is [10, 90] [size-statistics]",
      ])
  }

  @Test("A column index that does not go with the pages is told")
  func columnIndex() throws {
    let second = try DamagedFiles().open().pages(rowGroup: 0, leaf: 0)[1].offset
    #expect(
      try Self.findings { try $0.changeColumnIndex(0) { $0.minValues[1] = Self.word(41) } } == [
        "f, row group 0, column n, page 1, byte \(second): a value is below the lower bound of the column index, 41: 40 "
          + "[column-index]"
      ])
    #expect(
      try Self.findings { try $0.changeColumnIndex(0) { $0.boundaryOrder = .descending } } == [
        "f, row group 0, column n, page 1: the column index says DESCENDING, and 40 comes after 0 [column-index]",
        "f, row group 0, column n, page 2: the column index says DESCENDING, and 80 comes after 40 [column-index]",
      ])
    #expect(
      try Self.findings { try $0.changeColumnIndex(1) { $0.nullCounts?[2] = 7 } }.map {
        $0.split(separator: ": ").last
      } == [
        "the page's number of nulls in the index is said to be 7; it is 2 [column-index]"
      ])
    #expect(
      try Self.findings {
        try $0.changeColumnIndex(0) {
          $0 = ColumnIndex(
            nullPages: [false], minValues: [Self.word(0)], maxValues: [Self.word(99)],
            boundaryOrder: .ascending)
        }
      } == ["f, row group 0, column n: the chunk has 3 data pages, the column index 1 [column-index]"])
  }

  @Test("An offset index that does not go with the pages is told")
  func offsetIndex() throws {
    let second = try DamagedFiles().open().pages(rowGroup: 0, leaf: 0)[1].offset
    #expect(
      try Self.findings { try $0.changeOffsetIndex(0) { $0.pageLocations[1].firstRow = 41 } } == [
        "f, row group 0, column n, page 1, byte \(second): the page's first row in the index is said to be 41; it is 40 "
          + "[offset-index]"
      ])
    #expect(
      try Self.findings {
        try $0.changeOffsetIndex(0) {
          $0.pageLocations[0].offset = 5
          $0.pageLocations[2].compressedByteCount -= 14
        }
      }.map { $0.hasSuffix("[offset-index]") } == [true, true])
  }

  @Test("Rows that are not sorted as the footer says are told")
  func sorting() throws {
    func sorted(_ column: Int32, descending: Bool, nullsFirst: Bool) throws -> [String] {
      try Self.findings {
        $0.metadata.rowGroups[0].sortingColumns = [
          SortingColumn(columnIndex: column, isDescending: descending, areNullsFirst: nullsFirst)
        ]
      }
    }
    #expect(try sorted(0, descending: false, nullsFirst: false) == [])
    let message = "the row group is said to be sorted, and a row stands before the one above it"
    #expect(
      try sorted(0, descending: true, nullsFirst: false) == ["f, row group 0: \(message): row 1 [sorting]"])
    #expect(
      try sorted(1, descending: false, nullsFirst: true) == ["f, row group 0: \(message): row 3 [sorting]"])
    #expect(
      try sorted(2, descending: false, nullsFirst: true) == [
        "f, row group 0: a sorting column is not one of the schema's: 2 [sorting]"
      ])
  }

  @Test("A chunk over another one is told once, and its pages are not read")
  func overlap() throws {
    let findings = try Self.findings { file in
      file.change(1) { ($0.dictionaryPageOffset, $0.dataPageOffset) = (nil, 4) }
    }
    #expect(findings.count == 1)
    #expect(findings[0].hasSuffix("[place]"))
  }

  @Test("A dictionary page that the footer does not name is told")
  func dictionary() throws {
    let offset = try #require(
      try DamagedFiles().metadata.rowGroups[0].columns[1].metadata?.dictionaryPageOffset)
    #expect(
      try Self.findings { $0.change(1) { ($0.dictionaryPageOffset, $0.dataPageOffset) = (nil, offset) } } == [
        "f, row group 0, column t, byte \(offset): the chunk has a dictionary page, and dictionary_page_offset does not "
          + "say so [dictionary-page]"
      ])
  }

  @Test("Every change of one byte gives findings or none, and never ends the process")
  func hostile() throws {
    let bytes = try DamagedFiles().bytes
    var found = 0
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0xFF
      if try !DamagedFiles.findings(damaged).isEmpty { found += 1 }
    }
    #expect(found > bytes.count * 9 / 10)
  }
}
