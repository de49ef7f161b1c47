import InlayColumns

/// What a page, or a whole chunk, turned out to hold.
struct PageContents {
  /// What the levels say.
  var levels: LevelCounts
  /// What the values are; nil where they cannot be decoded.
  var values: ValueFacts?

  init(levels: LevelCounts, values: ValueFacts?) {
    self.levels = levels
    self.values = values
  }

  /// Joins the pages of a chunk; nil when one of them could not be read.
  init?(joining pages: [PageContents?]) {
    var levels = LevelCounts()
    var values: ValueFacts? = ValueFacts()
    for page in pages {
      guard let page else { return nil }
      levels.add(page.levels)
      if let more = page.values { values?.formUnion(more) } else { values = nil }
    }
    self.init(levels: levels, values: values)
  }
}
