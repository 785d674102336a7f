/// A stretch of a text: UTF-8 byte offsets, the end excluded.
public struct SourceSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int32
  /// The offset behind the last byte.
  public var end: Int32

  /// The bytes from `start` up to, not including, `end`.
  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// The bytes of `range`; offsets beyond 2 GiB are clamped.
  public init(_ range: Range<Int>) {
    self.init(start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound))
  }

  /// The offsets as a range of integers.
  public var range: Range<Int> { Int(start)..<Int(max(start, end)) }

  /// Whether the span holds no byte: a place between two.
  public var isEmpty: Bool { start >= end }

  /// The shortest span that holds both.
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(start: min(start, other.start), end: max(end, other.end))
  }

  /// The text that the span covers in `source`; offsets outside of it are moved into it.
  public func text(in source: String) -> String {
    let fast = source.utf8.withContiguousStorageIfAvailable { bytes -> String in
      let low = min(max(0, Int(start)), bytes.count)
      let high = min(max(low, Int(end)), bytes.count)
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[low..<high]), as: UTF8.self)
    }
    if let fast { return fast }
    var contiguous = source
    contiguous.makeContiguousUTF8()
    return text(in: contiguous)
  }
}
