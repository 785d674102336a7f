import ChisoDiagnostics

extension Lexer {
  /// A word, with the words behind its dots: `gdp`, `economy.gdp`, `label.vi`.
  mutating func scanWord(_ token: inout Token) {
    let start = position
    skipName()
    while bytes[position] == UInt8(ascii: "."), nameBegins(at: position + 1) {
      token.flags.insert(.hasDot)
      position += 1
      skipName()
    }
    token.kind = .word
    if !token.flags.contains(.hasDot) { token.word = Word(bytes, start..<position) }
  }

  /// A character beyond ASCII, or one that stands for nothing.
  mutating func scanOther(_ token: inout Token) {
    let (scalar, length) = scalar(at: position)
    if scalar.beginsName { return scanWord(&token) }
    let start = position
    if scalar == "'", scanCode(&token) { return }
    token.flags.insert(.isReported)
    if isReplacement(at: start) { return reportReplacements() }
    if let closing = scalar.closingQuote, scanForeignText(&token, closing) { return }
    position += length
    if let plain = scalar.plainSpelling {
      token.kind = plain.kind
      diagnostics.append(.unknownCharacter(scalar, at: SourceSpan(start..<position), write: plain.text))
      return
    }
    // One message for a run of them: `€€€`, or half a binary file.
    while position < count, let length = meaninglessLength(at: position) { position += length }
    diagnostics.append(.unknownCharacter(scalar, at: SourceSpan(start..<position), write: nil))
  }

  /// A code in single quotes, closed on the same line and soon: `'NY.GDP.MKTP.CD'`. False where it is not.
  private mutating func scanCode(_ token: inout Token) -> Bool {
    let quote = UInt8(ascii: "'")
    let end = min(count, position + 100)
    guard
      let closing = bytes[(position + 1)..<end].firstIndex(where: { $0 == quote || $0 < 0x20 || $0 == 0x22 }),
      bytes[closing] == quote, closing > position + 1
    else { return false }
    token.kind = .text
    token.flags.insert(.isCode)
    position = closing + 1
    return true
  }

  /// A text in the quotes of another place, closed on the same line and soon: `“VN”`. False where it is not.
  private mutating func scanForeignText(_ token: inout Token, _ closing: Unicode.Scalar) -> Bool {
    let opening = position..<position + scalar(at: position).length
    var place = opening.upperBound
    let end = min(count, place + 100)
    while place < end, bytes[place] != UInt8(ascii: "\n"), bytes[place] != UInt8(ascii: "\"") {
      let (scalar, length) = scalar(at: place)
      if scalar == closing {
        token.kind = .text
        position = place + length
        diagnostics.append(
          .foreignQuotes(opening: SourceSpan(opening), closing: SourceSpan(place..<place + length)))
        return true
      }
      place += length
    }
    return false
  }

  private mutating func skipName() {
    while true {
      if bytes[position].continuesName {
        position += 1
      } else if bytes[position] >= 0x80 {
        let (scalar, length) = scalar(at: position)
        guard scalar.continuesName else { return }
        position += length
      } else {
        return
      }
    }
  }

  private func nameBegins(at place: Int) -> Bool {
    bytes[place] < 0x80 ? bytes[place].beginsName : scalar(at: place).scalar.beginsName
  }

  /// The length of the character at `place` if it stands for nothing, not even for another one.
  private func meaninglessLength(at place: Int) -> Int? {
    let byte = bytes[place]
    if byte < 0x80 {
      let isControl = byte < 0x20 && !(0x09...0x0D).contains(byte)
      return isControl || byte == 0x7F || "$?@\\`".utf8.contains(byte) ? 1 : nil
    }
    let (scalar, length) = scalar(at: place)
    let hasMeaning = scalar.beginsName || scalar.isSpace || scalar.plainSpelling != nil
    return hasMeaning ? nil : length
  }

  /// The scalar whose first byte stands at `place`, and its length. The text is well-formed: it was a `String`.
  func scalar(at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
    func low(_ offset: Int) -> UInt32 {
      place + offset < count ? UInt32(bytes[place + offset] & 0x3F) : 0
    }
    let lead = UInt32(bytes[place])
    let (value, length): (UInt32, Int) =
      switch lead {
      case ..<0x80: (lead, 1)
      case ..<0xE0: ((lead & 0x1F) << 6 | low(1), 2)
      case ..<0xF0: ((lead & 0x0F) << 12 | low(1) << 6 | low(2), 3)
      default: ((lead & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", min(length, count - place))
  }
}
