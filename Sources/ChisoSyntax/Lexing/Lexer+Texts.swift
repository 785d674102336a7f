import ChisoDiagnostics

extension Lexer {
  /// A text in quotes. It may run over line ends; one that nothing closes ends with its line, so that the lines
  /// below are read.
  mutating func scanText(_ token: inout Token) {
    let start = position
    token.kind = .text
    position += 1
    guard !hasUnclosedText else { return endUnclosedText(&token, from: start) }
    while position < count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        if token.flags.contains(.isMultiline) { lastMultilineText = SourceSpan(start..<position) }
        return
      case UInt8(ascii: "\\"):
        scanEscape()
      case UInt8(ascii: "\n"):
        token.flags.insert(.isMultiline)
        position += 1
      case 0xEF where isReplacement(at: position):
        reportReplacements()
      default:
        position = endOfPlainText(from: position + 1)
      }
    }
    hasUnclosedText = true
    endUnclosedText(&token, from: start)
  }

  /// The place of the next byte that means something in a text, or shortly before it.
  private func endOfPlainText(from start: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      var place = start
      while place + 8 <= count {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if word.holds(UInt8(ascii: "\"")) || word.holds(UInt8(ascii: "\\")) || word.holds(UInt8(ascii: "\n"))
          || word.holds(0xEF)
        {
          break
        }
        place += 8
      }
      return place
    }
  }

  /// Whether `�` stands at `place`: what a reader leaves of bytes that are not UTF-8.
  func isReplacement(at place: Int) -> Bool {
    bytes[place] == 0xEF && bytes[place + 1] == 0xBF && bytes[place + 2] == 0xBD
  }

  /// Moves over a run of `�` and tells of it.
  mutating func reportReplacements() {
    let start = position
    while position < count, isReplacement(at: position) { position += 3 }
    diagnostics.append(.notUTF8(at: SourceSpan(start..<position)))
  }

  private mutating func endUnclosedText(_ token: inout Token, from start: Int) {
    diagnostics.removeAll { ["unknown-escape", "not-utf8"].contains($0.id) && $0.span.start > start }
    position = start + 1
    skipToLineEnd()
    token.flags.formUnion(.isReported)
    token.flags.remove(.isMultiline)
    let opening = SourceSpan(start..<start + 1)
    // What closes brackets at the end was not meant to be text.
    var end = position
    if !bytes[start..<position].contains(where: opensBracket) {
      while end > start + 1, closesBracket(bytes[end - 1]) { end -= 1 }
    }
    diagnostics.append(
      .unterminatedText(
        opening: opening, lineEnd: SourceSpan(end..<end), multiline: lastMultilineText))
  }

  private func opensBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
  }

  private func closesBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  /// A backslash and what belongs to it.
  private mutating func scanEscape() {
    let start = position
    position += 1
    guard position < count else { return }
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u") where bytes[position + 1] == UInt8(ascii: "{"):
      position += 2
      let digits = position
      while bytes[position].isDigit || (bytes[position] | 0x20) &- UInt8(ascii: "a") < 6 { position += 1 }
      let value = UInt32(String(decoding: bytes[digits..<position], as: UTF8.self), radix: 16)
      let isScalar = value.flatMap(Unicode.Scalar.init) != nil
      guard isScalar, bytes[position] == UInt8(ascii: "}") else {
        diagnostics.append(.unknownEscape(at: SourceSpan(start..<position)))
        return
      }
      position += 1
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      diagnostics.append(.unknownEscape(at: SourceSpan(start..<position)))
    default:
      position += scalar(at: position).length
      diagnostics.append(.unknownEscape(at: SourceSpan(start..<position)))
    }
  }
}

extension UInt64 {
  /// Whether one of its eight bytes is this one (Mycroft's test for a byte that is zero).
  fileprivate func holds(_ byte: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = self ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & (ones << 7) != 0
  }
}
