import InlayBytes

/// The buffers that the views of a column name by number.
struct PageBuffers {
  private(set) var all: [Buffer] = []
  private var dictionaryStart: UInt32?

  /// The number that the next page gets.
  var next: UInt32 { UInt32(all.count) }

  /// Adds a page, and returns its number.
  mutating func add(_ buffer: Buffer) -> UInt32 {
    all.append(buffer)
    return UInt32(all.count - 1)
  }

  /// Adds the dictionary's buffers unless they are there, and returns the number of the first.
  mutating func addDictionary(_ buffers: [Buffer]) -> UInt32 {
    if let dictionaryStart { return dictionaryStart }
    let start = UInt32(all.count)
    all += buffers
    dictionaryStart = start
    return start
  }
}
