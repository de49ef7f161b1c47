import InlayBytes
import InlayColumns

extension Shredder {
  /// Turns to a field of the structures that have been reached.
  mutating func passField(_ position: Int) {
    resolveDictionary()
    guard case .structure(let values) = column.storage else { return }
    column = values.columns[position]
  }

  /// Turns to the elements of the lists that have been reached: an entry becomes as many as its list has elements, and
  /// stays one, left behind, where there are none.
  mutating func passElements() {
    defer {
      definitionLevel += 1
      repetitionLevel += 1
    }
    resolveDictionary()
    guard case .list(let lists) = column.storage else { return }
    if definition == nil && reached == nil && !lists.hasEmpty {
      spreadAll(lists)
    } else {
      spread(lists)
    }
  }

  /// Goes from a column of dictionary form to its base.
  private mutating func resolveDictionary() {
    guard case .dictionary(let values) = column.storage else { return }
    reached = reached.map { values.indices.gathered($0) } ?? values.indices
    column = values.base.column
  }

  /// Spreads lists that all have been reached and have an element: the elements lie one behind the other.
  private mutating func spreadAll(_ lists: ListValues) {
    let known = repetition ?? .repeating(0, count: count)
    let (offsets, outer) = (lists.offsets.span, known.span)
    precondition(offsets.count == count + 1 && outer.count == count)
    let used = Int(offsets[0])..<Int(offsets[count])
    var levels = ValueBuilder<UInt8>(capacity: used.count)
    levels.append(repeating: repetitionLevel + 1, count: used.count)
    // The first element of each list belongs to what the list belonged to.
    for index in outer.indices { levels[Int(offsets[index]) - used.lowerBound] = outer[index] }
    repetition = levels.freeze()
    column = lists.elements[used]
    count = used.count
  }

  private mutating func spread(_ lists: ListValues) {
    let outer = (
      repetition: repetition ?? .repeating(0, count: count),
      definition: definition ?? .repeating(definitionLevel, count: count)
    )
    var output = Spread(repetitionLevel: repetitionLevel + 1, definitionLevel: definitionLevel + 1)
    var place = 0
    for index in 0..<count {
      var elements = 0..<0
      if outer.definition[index] == definitionLevel {
        elements = lists[reached.map { Int($0[place]) } ?? place]
        place += 1
      }
      output.append(elements, repetition: outer.repetition[index], definition: outer.definition[index])
    }
    count = output.repetition.count
    column = lists.elements
    (repetition, definition, reached) = output.freeze()
  }

  /// The entries that lists with nulls or empty ones among them become.
  private struct Spread: ~Copyable {
    let repetitionLevel: UInt8
    let definitionLevel: UInt8
    var repetition = ValueBuilder<UInt8>()
    var definition = ValueBuilder<UInt8>()
    var positions = ValueBuilder<UInt32>()

    init(repetitionLevel: UInt8, definitionLevel: UInt8) {
      self.repetitionLevel = repetitionLevel
      self.definitionLevel = definitionLevel
    }

    /// Adds a list; one without elements keeps the levels that it came with.
    mutating func append(_ elements: Range<Int>, repetition outer: UInt8, definition level: UInt8) {
      repetition.append(outer)
      guard !elements.isEmpty else { return definition.append(level) }
      repetition.append(repeating: repetitionLevel, count: elements.count - 1)
      definition.append(repeating: definitionLevel, count: elements.count)
      for element in elements { positions.append(UInt32(element)) }
    }

    consuming func freeze() -> (Values<UInt8>?, Values<UInt8>?, Values<UInt32>?) {
      (repetition.freeze(), definition.freeze(), positions.freeze())
    }
  }
}

extension ListValues {
  /// Whether a list has no element; O(count).
  fileprivate var hasEmpty: Bool {
    let offsets = offsets.span
    var emptyCount = 0
    for index in 1..<max(offsets.count, 1) { emptyCount &+= offsets[index] == offsets[index - 1] ? 1 : 0 }
    return emptyCount > 0
  }
}

extension Values<UInt8> {
  fileprivate static func repeating(_ value: UInt8, count: Int) -> Values<UInt8> {
    var values = ValueBuilder<UInt8>(capacity: count)
    values.append(repeating: value, count: count)
    return values.freeze()
  }
}
