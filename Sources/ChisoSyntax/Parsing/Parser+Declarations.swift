import ChisoDiagnostics

extension Parser {
  /// A declaration; its first word was recognised by what follows it.
  mutating func declaration() -> Int32 {
    switch current.word {
    case .let where token(after: 2).kind == .leftParenthesis:
      note(.functionByLet(at: current.span))
      return function()
    case .let: return constant()
    case .def: return function()
    case .unit: return unitDeclaration()
    case .source: return withFields(.sourceDeclaration)
    case .indicator: return withFields(.indicatorDeclaration)
    case .from: return claimBlock()
    default: return rule()
    }
  }

  /// The word with which a declaration begins, then its name as a child.
  mutating func takeHead() {
    advance()
    tree.push(declaredName())
  }

  /// A name that is declared; it has no dot.
  private mutating func declaredName() -> Int32 {
    if current.word.isReserved { note(.reservedName(text(current), at: current.span)) }
    if current.flags.contains(.hasDot) { note(.qualifiedDeclaration(text(current), at: current.span)) }
    return takeLeaf(.name)
  }

  /// `let de = share(digital_economy, gdp)`
  private mutating func constant() -> Int32 {
    let mark = tree.mark
    let start = current.start
    takeHead()
    tree.push(expect(.equals, "“=”") ? expression() : missingLeaf())
    return finish(.letDeclaration, from: mark, start: start)
  }

  /// Takes a token of `kind`; reports and gives false where there is none.
  mutating func expect(_ kind: TokenKind, _ spelling: String) -> Bool {
    if current.kind == kind, !isAtLineEnd {
      advance()
      return true
    }
    if current.kind == .unknown {
      panicSilently()
    } else if isAtLineEnd || current.kind == .end {
      report(.unexpectedToken("", at: placeBehind, wanted: Phrase(verbatim: spelling)), mayGoOn: false)
    } else {
      report(.unexpectedToken(shown(current), at: current.span, wanted: Phrase(verbatim: spelling)))
    }
    return false
  }

  /// `unit account "tài khoản" { … }`
  private mutating func unitDeclaration() -> Int32 {
    let mark = tree.mark
    let start = current.start
    takeHead()
    if current.kind == .text, !isAtLineEnd { tree.push(takeText()) }
    takeFieldsIfAny()
    return finish(.unitDeclaration, from: mark, start: start)
  }

  /// `source session_9 { … }`, `indicator gdp { … }`
  private mutating func withFields(_ kind: SyntaxKind) -> Int32 {
    let mark = tree.mark
    let start = current.start
    takeHead()
    if current.kind == .leftBrace, !isAtLineEnd {
      takeFieldsIfAny()
    } else {
      _ = expect(.leftBrace, "“{”")
    }
    return finish(kind, from: mark, start: start)
  }

  /// `rule suspicious "both lists fit": a >= b + c`
  private mutating func rule() -> Int32 {
    let mark = tree.mark
    let start = current.start
    advance()
    if current.kind == .word, next.kind == .colon || next.kind == .text {
      if current.word != .suspicious, current.word != .note {
        note(.unexpectedToken(shown(current), at: current.span, wanted: "suspicious, note or nothing"))
      }
      tree.push(takeLeaf(.modifier))
    }
    if current.kind == .text, !isAtLineEnd { tree.push(takeText()) }
    tree.push(expect(.colon, "“:”") ? expression() : missingLeaf())
    return finish(.rule, from: mark, start: start)
  }

  // MARK: Fields

  mutating func takeFieldsIfAny() {
    guard current.kind == .leftBrace, !isAtLineEnd else { return }
    let wasPanicking = isPanicking
    block { $0.field() }
    if wasPanicking { panicSilently() }
  }

  /// The entries of a block, pushed one by one; each may have its own mistake.
  mutating func block(_ entry: (inout Parser) -> Int32) {
    bracketed(.rightBrace, commasSeparate: true) { parser in
      while parser.current.kind != .rightBrace, parser.current.kind != .end {
        if parser.current.kind == .comma || parser.current.kind == .semicolon {
          parser.advance()
          continue
        }
        if parser.isInUnclosedBracket, parser.isAtNewStatement { return }
        parser.beginEntry()
        let before = parser.index
        parser.tree.push(entry(&parser))
        if parser.index == before { parser.tree.push(parser.skipEntry(inBlock: true)) }
      }
      parser.beginEntry()
    }
  }

  /// `label.vi: "…"`, `assumed: period, base`, `example: f(2) => 4`
  private mutating func field() -> Int32 {
    guard isAtKey else {
      if current.kind == .unknown { panicSilently() }
      report(
        current.kind == .word && next.kind == .equals
          ? .fieldByEquals(at: next.span, behind: current.span)
          : .expectedField(found: shown(current), at: current.span))
      return skipEntry(inBlock: true, stopsAtKeys: true)
    }
    let mark = tree.mark
    let start = current.start
    let isUnit = current.word == .unit
    let isDefinition = text(current) == "definition"
    tree.push(takeLeaf(.name))
    advance()
    var flags: UInt8 = 0
    let isText = current.flags.contains(.isCode) && !isDefinition
    tree.push(isAtFieldEnd ? missingExpression() : isUnit ? unit() : isText ? takeText() : expression())
    while valueFollows {
      advance()
      tree.push(expression())
    }
    if current.kind == .arrow, !isAtLineEnd {
      advance()
      tree.push(expression())
      flags = NodeFlag.hasResult
    }
    let node = finish(.field, from: mark, start: start, flags: flags)
    guard !isAtFieldEnd else { return node }
    reportUnexpected()
    let errorMark = tree.mark
    tree.push(node)
    tree.push(skipEntry(inBlock: true, stopsAtKeys: true))
    return finish(.error, from: errorMark, start: start)
  }

  /// Whether a comma comes next, and behind it neither another field nor the end.
  private var valueFollows: Bool {
    guard current.kind == .comma, !isAtLineEnd else { return false }
    if next.kind == .rightBrace || next.kind == .end { return false }
    return !(next.kind == .word && token(after: 2).kind == .colon)
  }

  private var isAtFieldEnd: Bool {
    switch current.kind {
    case .rightBrace, .end, .comma, .semicolon: true
    default: isAtLineEnd || isAtKey
    }
  }
}
