/// Decides whether pages of words are compressed by comparing words, which is fast, or by libsnappy, which finds
/// what is further away or moved by some bytes.
///
/// One page in so many is compressed in both ways.
struct SnappyWordChoice {
  private var pagesToTrial = 0
  private(set) var takesWords = true

  private static let pagesBetweenTrials = 31

  /// Whether the next page is to be compressed in both ways.
  var isDue: Bool { pagesToTrial == 0 }

  /// Notes a page that was compressed in the way that is taken at present.
  mutating func pass() { pagesToTrial -= 1 }

  /// Notes what became of a page in both ways; a twentieth more is worth the time.
  mutating func note(byWords: Int, byLibrary: Int) {
    takesWords = byWords - byLibrary <= byLibrary / 20
    pagesToTrial = Self.pagesBetweenTrials
  }
}
