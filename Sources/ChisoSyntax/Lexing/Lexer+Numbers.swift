import ChisoDiagnostics

extension Lexer {
  /// A number or a period. Spellings that are no number are one token nevertheless, with a message.
  mutating func scanNumber(_ token: inout Token) {
    if let end = periodEnd(from: position) {
      token.kind = .period
      position = end
      return
    }
    let start = position
    token.kind = .number
    skipDigits()
    let hasPoint = separatorFollows(UInt8(ascii: "."))
    let hasComma = argumentDepth == 0 && separatorFollows(UInt8(ascii: ","))
    guard hasPoint || hasComma else { return finishNumber(&token, from: start) }
    token.flags.insert(.hasDot)
    position += 1
    skipDigits()
    guard hasComma || anySeparatorFollows else { return finishNumber(&token, from: start) }
    while anySeparatorFollows {
      position += 1
      skipDigits()
    }
    report(&token, from: start)
  }

  /// A range, or a number that begins with its point.
  mutating func scanDot(_ token: inout Token) {
    let start = position
    if bytes[start + 1] == UInt8(ascii: "."), bytes[start + 2] == UInt8(ascii: ".") {
      return takeForeign(&token, write: "..", kind: .range, length: 3)
    }
    if bytes[start + 1] == UInt8(ascii: ".") { return take(.range, &token, length: 2) }
    guard bytes[start + 1].isDigit else {
      take(.unknown, &token)
      token.flags.insert(.isReported)
      return diagnostics.append(.unknownCharacter(".", at: SourceSpan(start..<position), write: nil))
    }
    token.kind = .number
    token.flags.insert(.hasDot)
    position += 1
    skipDigits()
    report(&token, from: start)
  }

  /// The exponent, if there is one, and a check of the underscores.
  private mutating func finishNumber(_ token: inout Token, from start: Int) {
    if bytes[position] | 0x20 == UInt8(ascii: "e") {
      var end = position + 1
      if bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      let digits = end
      while bytes[end].isDigit { end += 1 }
      if end > digits, !bytes[end].continuesName, bytes[end] < 0x80 {
        position = end
        token.flags.insert(.hasDot)
      }
    }
    if bytes[position - 1] == UInt8(ascii: "_") { report(&token, from: start) }
  }

  private mutating func report(_ token: inout Token, from start: Int) {
    token.flags.insert(.isReported)
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    diagnostics.append(.numberSpelling(text, at: SourceSpan(start..<position)))
  }

  private mutating func skipDigits() {
    while bytes[position].isDigit || bytes[position] == UInt8(ascii: "_") { position += 1 }
  }

  /// Whether a point and a digit come next, or, outside of ( ) and [ ], a comma and a digit.
  private var anySeparatorFollows: Bool {
    separatorFollows(UInt8(ascii: ".")) || (argumentDepth == 0 && separatorFollows(UInt8(ascii: ",")))
  }

  /// Whether `mark` and then a digit come next.
  private func separatorFollows(_ mark: UInt8) -> Bool {
    bytes[position] == mark && bytes[position + 1].isDigit
  }
}
