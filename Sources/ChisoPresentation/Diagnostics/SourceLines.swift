import ChisoKernel

/// A text by its lines, for whoever has to show places in it.
struct SourceLines {
  private let bytes: [UInt8]
  /// The offset of the first byte of each line.
  private let starts: [Int]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  var count: Int { starts.count }

  /// The number of the line, from 0, in which the byte at `offset` stands.
  func line(of offset: Int) -> Int {
    let offset = min(max(0, offset), bytes.count)
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The bytes of a line, without its end.
  func range(of line: Int) -> Range<Int> {
    var end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
    if end > starts[line], bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return starts[line]..<end
  }

  /// The text between two offsets.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The part of `span` in its first line, at least as an empty place in it.
  func firstLinePart(of span: SourceSpan) -> (line: Int, range: Range<Int>) {
    let line = line(of: Int(span.start))
    let range = range(of: line)
    let start = min(max(range.lowerBound, Int(span.start)), range.upperBound)
    return (line, start..<max(start, min(Int(span.end), range.upperBound)))
  }
}
