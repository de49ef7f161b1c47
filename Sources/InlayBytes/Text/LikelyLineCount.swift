/// Returns about how many lines files of text have; nil when one that is looked at is compressed, cannot be read, or has
/// no line end so far.
///
/// It looks at the first 64 KiB of the first 16 files, and takes the others to be like them: a folder may hold
/// thousands.
///
/// - Parameter byteCount: The size of all files together.
package func likelyLineCount(ofFiles paths: [String], byteCount: Int) -> Int? {
  var (lineCount, sampledByteCount) = (0.0, 0)
  for path in paths.prefix(16) {
    guard let buffer = try? MappedFile(path: path).buffer else { return nil }
    guard buffer.count > 0 else { continue }
    let sample = buffer.bytes.extracting(first: 65_536)
    let isCompressed = sample.byteCount > 1 && sample.byte(at: 0) == 0x1F && sample.byte(at: 1) == 0x8B
    var lines = 0
    for index in 0..<sample.byteCount where sample.byte(at: index) == 0x0A { lines += 1 }
    guard !isCompressed, lines > 0 else { return nil }
    lineCount += Double(buffer.count) / Double(sample.byteCount) * Double(lines)
    sampledByteCount += buffer.count
  }
  if paths.count > 16, sampledByteCount > 0 { lineCount *= Double(byteCount) / Double(sampledByteCount) }
  return Int(min(lineCount, 1e18))
}
