/// What a regular expression is made of.
indirect enum PatternNode {
  /// One character of a class.
  case character(CharacterClass)
  /// One part after the other; none is the empty text.
  case sequence([PatternNode])
  /// The first part that leads to a match.
  case alternatives([PatternNode])
  /// A part several times: as often as may be, or as rarely.
  case repetition(PatternNode, least: Int, most: Int?, isLazy: Bool)
  /// A part whose first match is kept, whatever follows.
  case atomic(PatternNode)
  /// Whether a part matches behind this place, or before it.
  case look(PatternNode, isBehind: Bool, isNegated: Bool)
  /// What is said of a place between two characters.
  case place(PatternPlace)
}

/// What is said of a place between two characters.
enum PatternPlace: Sendable {
  case textStart, textEnd, lastLineEnd, lineStart, lineEnd, wordBorder, noWordBorder
}
