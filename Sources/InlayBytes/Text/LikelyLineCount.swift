/// Returns about how many lines files of text have, by the first 64 KiB of each; nil when one is compressed or cannot be
/// read, or has no line end so far.
package func likelyLineCount(ofFiles paths: [String]) -> Int? {
  var sum = 0.0
  for path in paths {
    guard let buffer = try? MappedFile(path: path).buffer else { return nil }
    guard buffer.count > 0 else { continue }
    let sample = buffer.bytes.extracting(first: 65_536)
    let isCompressed = sample.byteCount > 1 && sample.byte(at: 0) == 0x1F && sample.byte(at: 1) == 0x8B
    var lines = 0
    for index in 0..<sample.byteCount where sample.byte(at: index) == 0x0A { lines += 1 }
    guard !isCompressed, lines > 0 else { return nil }
    sum += Double(buffer.count) / Double(sample.byteCount) * Double(lines)
  }
  return Int(min(sum, 1e18))
}
