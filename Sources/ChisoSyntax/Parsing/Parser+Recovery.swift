import ChisoDiagnostics

extension Parser {
  /// Whether the innermost bracket is one that nobody closes.
  var isInUnclosedBracket: Bool {
    guard let opening = context.openBracket else { return false }
    return !tokens[opening].flags.contains(.isClosed)
  }

  mutating func reportUnclosedBracket() {
    guard let opening = context.openBracket else { return }
    let closing =
      switch tokens[opening].kind {
      case .leftParenthesis: ")"
      case .leftBracket: "]"
      default: "}"
      }
    report(.unclosedBracket(tokens[opening].span, closing: closing, expected: placeBehind))
  }

  /// Takes the closing bracket. What stands before it and was not understood becomes a node of kind `error`.
  mutating func close(_ closing: TokenKind, opening: Int) {
    if current.kind == closing { return advance() }
    guard tokens[opening].flags.contains(.isClosed) else { return reportUnclosedBracket() }
    reportUnexpected()
    let start = current.start
    var depth = 0
    while current.kind != .end {
      if depth == 0, current.kind == closing { break }
      depth = max(0, depth + depthChange(current))
      advance()
    }
    if start < current.start {
      tree.push(tree.addLeaf(.error, start: start, end: previousEnd))
    }
    if current.kind == closing { advance() }
  }

  /// What a token that is skipped does to the depth of brackets; those that nobody closes do nothing.
  private func depthChange(_ token: Token) -> Int {
    switch token.kind {
    case .leftParenthesis, .leftBracket, .leftBrace: token.flags.contains(.isClosed) ? 1 : 0
    case .rightParenthesis, .rightBracket, .rightBrace: -1
    default: 0
    }
  }

  /// Skips to the end of the statement, or of the entry of a block, and gives a leaf for what was skipped.
  ///
  /// Of what must be skipped something always is, unless an entry or the text ends here.
  mutating func skipEntry(inBlock: Bool, stopsAtKeys: Bool = false) -> Int32 {
    let start = current.start
    var depth = 0
    var isFirst = true
    while current.kind != .end {
      if depth == 0, !isFirst, endsEntry(inBlock: inBlock, stopsAtKeys: stopsAtKeys) { break }
      if depth == 0, inBlock, current.kind == .rightBrace { break }
      depth = max(0, depth + depthChange(current))
      isFirst = false
      advance()
    }
    let end = max(start, isFirst ? start : previousEnd)
    return tree.addLeaf(.error, start: start, end: end)
  }

  private func endsEntry(inBlock: Bool, stopsAtKeys: Bool) -> Bool {
    switch current.kind {
    case .end, .semicolon, .command: return true
    case .rightBrace: return inBlock
    case .comma: return stopsAtKeys && tokens[min(index + 2, tokens.count - 1)].kind == .colon
    case .pipe: return false
    case .word where current.word == .then || current.word == .else: return false
    case .word where stopsAtKeys && next.kind == .colon: return true
    default: return current.isAfterNewline
    }
  }

  /// Reports that the current token cannot stand where it stands, with what was probably meant.
  mutating func reportUnexpected(wantsComma: Bool = false) {
    guard !isPanicking else { return }
    switch current.kind {
    case _ where current.flags.contains(.isReported):
      panicSilently()
    case .end:
      report(.unexpectedToken("", at: placeBehind))
    case .percent:
      report(.percentOfExpression(at: current.span))
    case .rightParenthesis, .rightBracket, .rightBrace:
      report(.strayBracket(text(current), at: current.span))
    case .arrow where index > 0:
      report(
        .unexpectedMark("=>", at: current.span, hint: "At least is written >=.", write: ">="))
    case .semicolon where context.openBracket != nil && next.kind != .end:
      report(
        .unexpectedMark(
          ";", at: current.span, hint: "Separate arguments with a comma.", write: ","))
    case .leftBrace where index > 0 && tokens[index - 1].kind == .word:
      report(
        .unexpectedToken(
          "{", at: current.span, hints: [Diagnostic.Hint("A period stands in square brackets: gdp[2024].")]))
    case .colon where index > 0 && tokens[index - 1].kind == .number && next.kind == .number:
      report(
        .unexpectedMark(":", at: current.span, hint: "A range is written with two dots.", write: ".."))
    default:
      guard index > 0, beginsOperand(current), current.kind != .minus else {
        return report(.unexpectedToken(shown(current), at: current.span))
      }
      let left = tokens[index - 1]
      report(
        .missingOperator(
          left: left.span, right: current.span, leftText: shown(left), rightText: shown(current),
          hints: missingOperatorHints(wantsComma: wantsComma)))
    }
  }

  /// What two operands side by side were probably meant to be.
  private func missingOperatorHints(wantsComma: Bool) -> [Diagnostic.Hint] {
    let left = tokens[index - 1]
    let gap = SourceSpan(start: left.end, end: current.start)
    let (leftText, rightText) = (text(left), text(current))
    if let plain = Parser.spelledOut[leftText + " " + rightText] {
      let whole = SourceSpan(start: left.start, end: current.end)
      return [Diagnostic.Hint("Write \(plain).", edits: [.init(whole, plain)])]
    }
    if let plain = Parser.spelledOut[leftText] {
      let touches = index > 1 && tokens[index - 2].end == left.start
      return [Diagnostic.Hint("Write \(plain).", edits: [.init(left.span, touches ? " \(plain)" : plain)])]
    }
    if wantsComma, context.openBracket.map({ tokens[$0].kind == .leftBracket }) == true, left.kind == .word {
      guard current.kind == .number, leftText.utf8.count == 2 else {
        return [Diagnostic.Hint("One period stands in square brackets: 2024, 2024-S1, 2024-Q3.")]
      }
      let period = "\(rightText)-\(leftText.uppercased())"
      let whole = SourceSpan(start: left.start, end: current.end)
      return [Diagnostic.Hint("The year comes first: \(period).", edits: [.init(whole, period)])]
    }
    if wantsComma {
      return [Diagnostic.Hint("Separate arguments with a comma.", edits: [.init(gap, ", ")])]
    }
    switch current.word {
    case .as where next.kind == .period, .of where next.kind == .period:
      return [Diagnostic.Hint("For a day as known on, write as of.", edits: [.init(current.span, "as of")])]
    case .if:
      return [
        Diagnostic.Hint("To suppose a figure, write given.", edits: [.init(current.span, "given")]),
        Diagnostic.Hint("A choice is written if a then b else c."),
      ]
    case .as: return [Diagnostic.Hint("To convert, write to.", edits: [.init(current.span, "to")])]
    case .of: return [Diagnostic.Hint("For a part of it, multiply.", edits: [.init(current.span, "*")])]
    default: break
    }
    switch (left.kind, current.kind) {
    case (.word, .number), (.word, .period):
      let slice = Diagnostic.Edit(SourceSpan(start: left.end, end: current.end), "[\(rightText)]")
      return [Diagnostic.Hint("For one period write \(leftText)[\(rightText)].", edits: [slice])]
    case (.word, .word) where left.end + 1 == current.start && left.word == .other && current.word == .other:
      let joined = "\(leftText)_\(rightText)"
      return [
        Diagnostic.Hint("If it is one name, write \(joined).", edits: [.init(gap, "_")]),
        Diagnostic.Hint("To multiply, write * between them."),
      ]
    case (.number, .word), (.number, .leftParenthesis), (.word, .word), (.percent, .word),
      (.rightBracket, .word), (.rightParenthesis, .word):
      let product = Diagnostic.Hint("To multiply, write * between them.", edits: [.init(gap, " * ")])
      guard current.kind == .word else { return [product] }
      let conversion = Diagnostic.Hint("To convert, write to \(rightText).", edits: [.init(gap, " to ")])
      if rightText == "is" { return [Diagnostic.Hint("Whether there is a figure is asked with missing(x).")] }
      if current.word == .scale { return [conversion] }
      // Currencies and other symbols begin with a capital; a name is no unit where something is chosen from it.
      return rightText.first?.isUppercase == true && next.kind != .leftBracket ? [conversion] : [product]
    default:
      return []
    }
  }

  /// Words for units and scales, and what is written here.
  private static let spelledOut = [
    "percentage points": "pp", "percentage point": "pp", "percent points": "pp", "per cent": "percent",
    "phần trăm": "percent", "bn": "billion", "bln": "billion", "billions": "billion", "mn": "million",
    "mln": "million", "millions": "million", "trillions": "trillion", "thousands": "thousand",
  ]
}
