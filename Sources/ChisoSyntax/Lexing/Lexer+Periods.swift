extension Lexer {
  /// The end of the period that begins at `start`, by its shape alone; nil where there is none.
  ///
  /// Four digits, then `-S1` `-Q3` `-M06` `-W05` (also without the dash), `-06` or `-10-12`, then perhaps
  /// `/P9M`. `2024-13` has the shape too: the checker tells people what is wrong with it. `2024-6` and
  /// `2024-2030` are differences.
  func periodEnd(from start: Int) -> Int? {
    for offset in 0..<4 where !bytes[start + offset].isDigit { return nil }
    guard let end = partEnd(from: start + 4) else { return nil }
    return durationEnd(from: end) ?? end
  }

  /// The end of the part behind the year.
  private func partEnd(from start: Int) -> Int? {
    let hasDash = bytes[start] == UInt8(ascii: "-")
    let place = hasDash ? start + 1 : start
    if hasDash, bytes[place].isDigit { return monthEnd(from: place) }
    switch bytes[place] {
    case UInt8(ascii: "S"), UInt8(ascii: "Q"), UInt8(ascii: "M"), UInt8(ascii: "W"): break
    case UInt8(ascii: "s"), UInt8(ascii: "q"), UInt8(ascii: "m"), UInt8(ascii: "w"):
      // `2024-q3` has the shape, and gets a hint; `2024m2` is a quantity.
      guard hasDash else { return nil }
    default: return nil
    }
    var end = place + 1
    while bytes[end].isDigit { end += 1 }
    return end > place + 1 && endsCleanly(at: end) ? end : nil
  }

  /// The end of `06` or `10-12`.
  private func monthEnd(from start: Int) -> Int? {
    guard let month = twoDigitsEnd(from: start) else { return nil }
    if bytes[month] == UInt8(ascii: "-"), let day = twoDigitsEnd(from: month + 1), endsCleanly(at: day) {
      return day
    }
    return endsCleanly(at: month) ? month : nil
  }

  private func twoDigitsEnd(from start: Int) -> Int? {
    bytes[start].isDigit && bytes[start + 1].isDigit ? start + 2 : nil
  }

  /// The end of `/P9M`, `/P1Y6M`.
  private func durationEnd(from start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "/"), bytes[start + 1] == UInt8(ascii: "P") else { return nil }
    var end = start + 2
    while bytes[end].isDigit {
      while bytes[end].isDigit { end += 1 }
      guard bytes[end].isLetter else { return nil }
      end += 1
    }
    return end > start + 2 && endsCleanly(at: end) ? end : nil
  }

  /// Whether neither a name nor a number goes on at `place`.
  private func endsCleanly(at place: Int) -> Bool {
    let byte = bytes[place]
    if byte.continuesName || byte >= 0x80 { return false }
    return byte != UInt8(ascii: ".") || !bytes[place + 1].isDigit
  }
}
