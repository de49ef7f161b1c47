import Inlay

/// A page in a Parquet file that is right but for the page: every decoder and codec within reach of the first bytes.
enum PageEntry {
  static func test(_ bytes: [UInt8]) throws {
    var choices = Choices(bytes)
    let form = PageForm(&choices)
    try ParquetEntry.test(form.file(choices.rest()))
  }
}

/// What is said of a page, chosen by the first ten bytes of an input.
struct PageForm {
  private let type: Int
  private let typeLength: Int
  private let annotation: Int?
  private let encoding: Int
  private let codec: Int
  private let isV2: Bool
  private let isCompressed: Bool
  private let repetition: Int
  private let hasDictionary: Bool
  private let valueCount: Int
  private let byteCount: Int
  private let levelByteCount: Int
  private let dictionaryByteCount: Int

  init(_ choices: inout Choices) {
    type = choices.number(below: 8)
    encoding = choices.one(of: [0, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    codec = choices.number(below: 8)
    let flags = choices.byte()
    isV2 = flags & 1 != 0
    isCompressed = flags & 2 == 0
    repetition = [0, 1, 2, 1][Int(flags >> 2 & 3)]
    hasDictionary = flags & 16 != 0
    // UTF8, DECIMAL, INT_8, TIMESTAMP_MICROS, or nothing.
    annotation = [nil, 0, 5, 15, 10, nil, 19, 21][Int(flags >> 5)]
    typeLength = choices.number(below: 20)
    valueCount = Int(choices.byte()) << (typeLength & 4)
    byteCount = Int(choices.integer(UInt16.self))
    levelByteCount = choices.number(below: 64)
    dictionaryByteCount = choices.number(below: 200)
  }

  /// The file around a page.
  func file(_ contents: [UInt8]) -> [UInt8] {
    var file = Array("PAR1".utf8)
    let dictionary = hasDictionary ? Array(contents.prefix(dictionaryByteCount)) : []
    if hasDictionary { file += dictionaryHeader(dictionary.count) + dictionary }
    let page = Array(contents.dropFirst(dictionary.count))
    let pageOffset = file.count
    file += pageHeader(page.count) + page
    let footer = metadata(pageOffset: pageOffset, byteCount: file.count - 4).ended
    file += footer
    for shift in stride(from: 0, to: 32, by: 8) {
      file.append(UInt8(truncatingIfNeeded: footer.count >> shift))
    }
    return file + Array("PAR1".utf8)
  }

  /// The size before compression that a page of some bytes says it has.
  private func plainByteCount(_ count: Int) -> Int { codec == 0 || !isCompressed ? count : byteCount }

  private func dictionaryHeader(_ count: Int) -> [UInt8] {
    var header = CompactStructure()
    header.put(1, int32: 2)
    header.put(2, int32: codec == 0 ? count : byteCount)
    header.put(3, int32: count)
    var inner = CompactStructure()
    inner.put(1, int32: valueCount)
    inner.put(2, int32: 0)
    header.put(7, structure: inner)
    return header.ended
  }

  private func pageHeader(_ count: Int) -> [UInt8] {
    var header = CompactStructure()
    header.put(1, int32: isV2 ? 3 : 0)
    header.put(2, int32: plainByteCount(count))
    header.put(3, int32: count)
    header.put(isV2 ? 8 : 5, structure: isV2 ? headerV2 : headerV1)
    return header.ended
  }

  private var headerV1: CompactStructure {
    var inner = CompactStructure()
    inner.put(1, int32: valueCount)
    inner.put(2, int32: encoding)
    inner.put(3, int32: 3)
    inner.put(4, int32: 3)
    return inner
  }

  private var headerV2: CompactStructure {
    var inner = CompactStructure()
    inner.put(1, int32: valueCount)
    inner.put(2, int32: repetition == 0 ? 0 : valueCount / 2)
    inner.put(3, int32: valueCount)
    inner.put(4, int32: encoding)
    inner.put(5, int32: repetition == 0 ? 0 : levelByteCount)
    inner.put(6, int32: repetition == 2 ? levelByteCount / 2 : 0)
    inner.put(7, bool: isCompressed)
    return inner
  }

  private func metadata(pageOffset: Int, byteCount: Int) -> CompactStructure {
    var root = CompactStructure()
    root.put(4, text: "schema")
    root.put(5, int32: 1)
    var group = CompactStructure()
    group.put(1, structures: [chunk(pageOffset: pageOffset, byteCount: byteCount)])
    group.put(2, int64: byteCount)
    group.put(3, int64: valueCount)
    var metadata = CompactStructure()
    metadata.put(1, int32: 2)
    metadata.put(2, structures: [root, leaf])
    metadata.put(3, int64: valueCount)
    metadata.put(4, structures: [group])
    return metadata
  }

  private var leaf: CompactStructure {
    var leaf = CompactStructure()
    leaf.put(1, int32: type)
    leaf.put(2, int32: typeLength)
    leaf.put(3, int32: repetition)
    leaf.put(4, text: "c")
    if let annotation {
      leaf.put(6, int32: annotation)
      leaf.put(7, int32: 2)
      leaf.put(8, int32: 9)
    }
    return leaf
  }

  private func chunk(pageOffset: Int, byteCount: Int) -> CompactStructure {
    var inner = CompactStructure()
    inner.put(1, int32: type)
    inner.put(2, int32s: [0, 3, encoding])
    inner.put(3, texts: ["c"])
    inner.put(4, int32: codec)
    inner.put(5, int64: valueCount)
    inner.put(6, int64: byteCount)
    inner.put(7, int64: byteCount)
    inner.put(9, int64: pageOffset)
    if hasDictionary { inner.put(11, int64: 4) }
    var chunk = CompactStructure()
    chunk.put(2, int64: 0)
    chunk.put(3, structure: inner)
    return chunk
  }
}
