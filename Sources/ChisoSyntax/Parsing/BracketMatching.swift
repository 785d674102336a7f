/// Marks the opening brackets that have their closing ones.
///
/// A bracket that nobody closes would otherwise take the rest of the file. So the parser wants to know at once:
/// in one that is closed, a strange token is a mistake inside; in one that is not, the line end closes it. A
/// command, or a declaration at the start of a line, stands in no bracket: there all open ones are given up.
func markClosedBrackets(in tokens: inout [Token]) {
  var open: [Int] = []
  for index in tokens.indices {
    switch tokens[index].kind {
    case .leftParenthesis, .leftBracket, .leftBrace: open.append(index)
    case .rightParenthesis: close(.leftParenthesis)
    case .rightBracket: close(.leftBracket)
    case .rightBrace: close(.leftBrace)
    case .command: open.removeAll(keepingCapacity: true)
    case .word where tokens[index].isAfterNewline && !open.isEmpty && tokens.beginsDeclaration(at: index):
      open.removeAll(keepingCapacity: true)
    default: break
    }
  }

  /// Closes the innermost open bracket of `kind`; those inside of it stay open. `)` and `]` look no further
  /// than the block they stand in, and nobody further than brackets may be nested.
  func close(_ kind: TokenKind) {
    var position = open.count - 1
    let outermost = max(0, open.count - 2 * Parser.maximumNesting)
    while position >= outermost, tokens[open[position]].kind != kind {
      if kind != .leftBrace, tokens[open[position]].kind == .leftBrace { return }
      position -= 1
    }
    guard position >= outermost else { return }
    tokens[open[position]].flags.insert(.isClosed)
    open.removeSubrange(position...)
  }
}

extension [Token] {
  /// Whether a declaration begins at `index`: `let a`, `from b {`, `rule "c":`. Elsewhere these words are names.
  func beginsDeclaration(at index: Int) -> Bool {
    guard index + 1 < count else { return false }
    let next = self[index + 1]
    guard !next.isAfterNewline else { return false }
    let word = self[index].word
    switch word {
    case .let, .def, .unit, .source, .indicator, .from:
      guard next.kind == .word else { return false }
      guard next.word.isInfix, index + 2 < count else { return true }
      // `source to USD` is an expression, `source to {` is none.
      switch self[index + 2].kind {
      case .equals: return word == .let
      case .leftParenthesis: return word == .def
      case .leftBrace: return word != .let && word != .def
      default: return false
      }
    case .rule:
      switch next.kind {
      case .colon, .text: return true
      case .word: return !next.word.isInfix
      default: return false
      }
    default: return false
    }
  }
}
