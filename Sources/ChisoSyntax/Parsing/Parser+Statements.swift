import ChisoDiagnostics

extension Parser {
  /// All statements.
  mutating func script() {
    let mark = tree.mark
    while current.kind != .end {
      if current.kind == .semicolon {
        advance()
        continue
      }
      beginEntry()
      tree.push(statement())
    }
    finishRoot(from: mark)
  }

  /// One statement by itself: `statement` reads what is expected.
  mutating func single(_ statement: (inout Parser) -> Int32) {
    let mark = tree.mark
    tree.push(whole(statement))
    while current.kind != .end {
      if !isPanicking { reportUnexpected() }
      tree.push(skipEntry(inBlock: false))
    }
    finishRoot(from: mark)
  }

  /// The root covers the whole text.
  private mutating func finishRoot(from mark: Int) {
    let length = Int32(clamping: source.utf8.count)
    _ = tree.finish(.script, from: mark, start: 0, end: length, flags: 0)
  }

  private mutating func statement() -> Int32 {
    if current.kind == .command { return takeLeaf(.command) }
    return whole { parser in
      if parser.tokens.beginsDeclaration(at: parser.index) { return parser.declaration() }
      if parser.looksLikeDeclaration {
        parser.report(.unknownDeclaration(parser.text(parser.current), at: parser.current.span))
        return parser.missingLeaf()
      }
      if let missing = parser.namelessDeclaration {
        parser.advance()
        parser.report(
          .expectedName(of: missing, found: parser.shown(parser.current), at: parser.current.span))
        return parser.missingLeaf()
      }
      return parser.expression()
    }
  }

  /// A statement up to its end. What is left over makes the whole a node of kind `error`.
  private mutating func whole(_ statement: (inout Parser) -> Int32) -> Int32 {
    let mark = tree.mark
    let start = current.start
    let before = index
    tree.push(statement(&self))
    if index > before || current.kind == .end, endsStatement { return tree.pop() }
    reportUnexpected()
    tree.push(skipEntry(inBlock: false))
    return finish(.error, from: mark, start: start)
  }

  private var endsStatement: Bool {
    switch current.kind {
    case .end, .semicolon, .command: true
    default: current.isAfterNewline
    }
  }

  /// What would be declared here if it had a name: `let 5 = x`, `indicator { kind: flow }`.
  private var namelessDeclaration: Phrase? {
    guard !next.isAfterNewline, [.number, .period, .text, .leftBrace].contains(next.kind) else { return nil }
    return switch current.word {
    case .let: "a value"
    case .def: "a function"
    case .unit: "a unit"
    case .source, .from: "a source"
    case .indicator: "an indicator"
    default: nil
    }
  }

  /// Two words, then what only a declaration has: `indikator gdp {`, `lett x = 1`, `unitt x "…"`.
  private var looksLikeDeclaration: Bool {
    guard current.kind == .word, current.word == .other, next.kind == .word, !next.isAfterNewline,
      !next.word.isInfix
    else { return false }
    switch token(after: 2).kind {
    case .leftBrace, .text, .equals: return !token(after: 2).isAfterNewline
    default: return false
    }
  }
}
