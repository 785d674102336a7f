/// Reads dates and periods from UTF-8 bytes; takes no memory.
struct PeriodReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// The letter that comes next, if it is one of `A` to `Z`.
  mutating func letter() -> Unicode.Scalar? {
    guard position < bytes.count, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[position]) else {
      return nil
    }
    defer { position += 1 }
    return Unicode.Scalar(bytes[position])
  }

  /// Exactly `count` digits.
  mutating func number(digits count: Int) -> Int? {
    guard bytes.count - position >= count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard let digit = decimalDigit(byte) else { return nil }
      value = value * 10 + digit
    }
    position += count
    return value
  }

  /// One digit or more, at most seven: longer durations leave the calendar anyway.
  mutating func number() -> Int? {
    var value = 0
    let start = position
    while position < bytes.count, let digit = decimalDigit(bytes[position]) {
      guard position - start < 7 else { return nil }
      value = value * 10 + digit
      position += 1
    }
    return position > start ? value : nil
  }

  /// `2024-10-12`.
  mutating func date() -> CivilDate? {
    guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
      let day = number(digits: 2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}

/// The value of an ASCII digit.
@inline(__always)
func decimalDigit(_ byte: UInt8) -> Int? {
  let digit = byte &- UInt8(ascii: "0")
  return digit < 10 ? Int(digit) : nil
}

extension String {
  /// Lends the UTF-8 bytes of the text: without a copy where it is stored so, which is nearly always.
  func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}

extension StringProtocol {
  /// Lends the UTF-8 bytes of the text: without a copy where it is stored so, which is nearly always.
  func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = String(self)
    return copy.withUTF8(body)
  }
}
