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

  private mutating func reportAfterClaim() {
    switch current.kind {
    case .greater, .greaterOrEqual, .less, .lessOrEqual, .equals, .equal, .about, .range, .comma:
      report(.claimedRange(shown(current), at: current.span))
    default:
      reportUnexpected()
    }
  }
}
