import ChisoDiagnostics

extension Parser {
  /// `from session_9 { … }`
  mutating func claimBlock() -> Int32 {
    let mark = tree.mark
    let start = current.start
    advance()
    tree.push(takeLeaf(.name))
    if current.kind == .leftBrace, !isAtLineEnd {
      block { $0.claim() }
    } else {
      _ = expect(.leftBrace, "“{”")
    }
    return finish(.claimBlock, from: mark, start: start)
  }

  /// `estimate growth(gdp)[2024-S1] = 6.4 % { note: "…" }`
  private mutating func claim() -> Int32 {
    let mark = tree.mark
    let start = current.start
    takeModifiers()
    tree.push(expression(.conversion))
    pushRelationAndQuantity()
    takeFieldsIfAny()
    let node = finish(.claim, from: mark, start: start)
    guard !isAtClaimEnd else { return node }
    reportAfterClaim()
    let errorMark = tree.mark
    tree.push(node)
    tree.push(skipEntry(inBlock: true))
    return finish(.error, from: errorMark, start: start)
  }

  /// Words directly before another word: `target`, `estimate`.
  private mutating func takeModifiers() {
    while current.kind == .word, !current.word.isReserved, next.kind == .word, !next.isAfterNewline,
      !next.word.isInfix
    {
      tree.push(takeLeaf(.modifier))
    }
  }

  private var isAtClaimEnd: Bool {
    switch current.kind {
    case .rightBrace, .end, .semicolon: true
    default: isAtLineEnd
    }
  }

  /// Whether another claim begins there, on the same line: what stands there has a relation of its own.
  private func claimBegins(at place: Int) -> Bool {
    guard beginsOperand(tokens[place]), !tokens[place].word.isInfix else { return false }
    var depth = 0
    for token in tokens[place...] {
      if token.isAfterNewline, depth == 0 { return false }
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        depth -= 1
        if depth < 0 { return false }
      case .semicolon, .comma: if depth == 0 { return false }
      case .equals, .equal, .greater, .greaterOrEqual, .less, .lessOrEqual, .about:
        if depth == 0 { return true }
      case .end, .command: return false
      default: break
      }
    }
    return false
  }

  private mutating func reportAfterClaim() {
    let isComma = current.kind == .comma
    if claimBegins(at: isComma ? index + 1 : index) {
      let gap = SourceSpan(start: previousEnd, end: isComma ? next.start : current.start)
      return report(.claimsOnOneLine(at: current.span, between: gap))
    }
    switch current.kind {
    case .greater, .greaterOrEqual, .less, .lessOrEqual, .equals, .equal, .about, .range, .comma:
      report(.claimedRange(shown(current), at: current.span))
    default:
      reportUnexpected()
    }
  }
}
