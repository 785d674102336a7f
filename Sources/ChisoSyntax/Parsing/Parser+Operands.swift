import ChisoDiagnostics

extension Parser {
  /// What stands where an operand is expected, with `-`, `not` or `..` in front.
  mutating func prefix() -> Int32 {
    let start = current.start
    switch current.kind {
    case .minus:
      return nested { parser in
        let mark = parser.tree.mark
        parser.advance()
        parser.tree.push(parser.expression(.negation))
        return parser.finish(.negation, from: mark, start: start)
      }
    case .plus:
      note(.needlessPlus(at: current.span))
      return nested { parser in
        let mark = parser.tree.mark
        parser.advance()
        parser.tree.push(parser.prefix())
        return parser.finish(.error, from: mark, start: start)
      }
    case .range:
      return nested { parser in
        let mark = parser.tree.mark
        parser.advance()
        parser.tree.push(parser.expression(.sum))
        return parser.finish(.range, from: mark, start: start, flags: NodeFlag.hasLast)
      }
    case .word where current.word == .not:
      return nested { parser in
        let mark = parser.tree.mark
        parser.advance()
        parser.tree.push(parser.expression(.not))
        return parser.finish(.not, from: mark, start: start)
      }
    default:
      return power()
    }
  }

  /// `x ^ 2`, or something tighter.
  mutating func power() -> Int32 {
    let base = postfix()
    guard current.kind == .power, !isAtLineEnd else { return base }
    return nested { parser in
      let mark = parser.tree.mark
      let isOutside = parser.context.isExponent
      if parser.tree[base].kind == .quantity { parser.noteUnclearPower(of: parser.tree[base]) }
      parser.tree.push(base)
      parser.advance()
      parser.context.isExponent = true
      parser.tree.push(parser.expression(.negation))
      parser.context.isExponent = isOutside
      return parser.finish(.power, from: mark, start: parser.tree[base].start)
    }
  }

  private mutating func noteUnclearPower(of quantity: RawNode) {
    let span = SourceSpan(start: quantity.start, end: quantity.end)
    note(.unclearPower(of: shown(span), base: span, at: current.span))
  }

  /// An operand with its slices: `gdp[2024]`.
  private mutating func postfix() -> Int32 {
    var base = operand()
    while current.kind == .leftBracket, !current.isAfterNewline {
      let mark = tree.mark
      tree.push(base)
      arguments(closing: .rightBracket)
      base = finish(.slice, from: mark, start: tree[base].start)
    }
    return base
  }

  private mutating func operand() -> Int32 {
    switch current.kind {
    case .number: return quantity()
    case .period: return takeLeaf(.period)
    case .text: return current.flags.contains(.isCode) ? takeLeaf(.name) : takeLeaf(.text)
    case .leftParenthesis: return parenthesized()
    case .word: return word()
    case .unknown:
      panicSilently()
      return takeLeaf(.error)
    default: return missingExpression()
    }
  }

  private mutating func word() -> Int32 {
    if isAtNewStatement { return missingExpression() }
    switch current.word {
    case .true, .false: return takeLeaf(.boolean)
    case .if: return conditional()
    case .and, .or, .then, .else, .not: return missingExpression()
    case .missing where next.kind != .leftParenthesis || next.isAfterNewline: return takeLeaf(.missing)
    default: return nameOrCall()
    }
  }

  /// `gdp` or `share(a, b)`
  mutating func nameOrCall() -> Int32 {
    let start = current.start
    let name = takeLeaf(.name)
    guard current.kind == .leftParenthesis, !current.isAfterNewline else { return name }
    let mark = tree.mark
    tree.push(name)
    arguments(closing: .rightParenthesis)
    return finish(.call, from: mark, start: start)
  }

  private mutating func parenthesized() -> Int32 {
    let start = current.start
    let mark = tree.mark
    bracketed(.rightParenthesis, commasSeparate: false) { parser in
      parser.tree.push(parser.expression())
    }
    return finish(.parenthesized, from: mark, start: start)
  }

  /// `if a > b then c else d`
  private mutating func conditional() -> Int32 {
    nested { parser in
      let mark = parser.tree.mark
      let start = parser.current.start
      parser.advance()
      parser.tree.push(parser.expression())
      parser.expectWord(.then, "then")
      parser.tree.push(parser.expression())
      parser.expectWord(.else, "else")
      parser.tree.push(parser.expression(.or))
      return parser.finish(.conditional, from: mark, start: start)
    }
  }

  private mutating func expectWord(_ word: Word, _ spelling: String) {
    if current.kind == .word, current.word == word { return advance() }
    if isInUnclosedBracket { return reportUnclosedBracket() }
    report(.unexpectedToken(shown(current), at: current.span, wanted: Phrase(verbatim: "“\(spelling)”")))
  }

  /// Reports that an operand is missing, and gives a leaf for it.
  mutating func missingExpression() -> Int32 {
    if isInUnclosedBracket, current.kind == .end || isAtNewStatement {
      reportUnclosedBracket()
      return missingLeaf()
    }
    if current.kind == .unknown {
      panicSilently()
      return missingLeaf()
    }
    let isBehind = isAtNewStatement || current.kind == .end
    let left = index > 0 ? shown(tokens[index - 1]) : nil
    report(
      .expectedExpression(after: left, found: shown(current), at: isBehind ? placeBehind : current.span))
    return missingLeaf()
  }

  /// Whether an expression can begin with `token`.
  func beginsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .period, .text, .leftParenthesis, .minus: true
    case .word:
      switch token.word {
      case .and, .or, .then, .else: false
      default: true
      }
    default: false
    }
  }
}
