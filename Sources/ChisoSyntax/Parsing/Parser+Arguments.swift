import ChisoDiagnostics

extension Parser {
  /// The arguments in ( ) or [ ], pushed one by one.
  mutating func arguments(closing: TokenKind) {
    let opening = current
    bracketed(closing, commasSeparate: true) { parser in
      if closing == .rightBracket, parser.current.kind == .rightBracket {
        parser.report(
          .expectedExpression(after: "[", found: "]", at: opening.span.union(parser.current.span)))
        parser.tree.push(parser.missingLeaf())
      }
      parser.list(until: closing) { closing == .rightBracket ? $0.selector() : $0.argument() }
    }
  }

  /// Elements with commas between them, one perhaps behind the last.
  mutating func list(until closing: TokenKind, _ element: (inout Parser) -> Int32) {
    while current.kind != closing, current.kind != .end {
      let before = index
      tree.push(element(&self))
      if current.kind == .comma {
        advance()
        if isInUnclosedBracket, current.kind == .end || isAtNewStatement { return reportUnclosedBracket() }
        continue
      }
      // A comma was forgotten, if the bracket is closed at all.
      guard current.kind != closing, !isInUnclosedBracket, index > before, beginsOperand(current) else {
        return
      }
      reportUnexpected(wantsComma: true)
    }
  }

  /// What stands in [ ]: a text in single quotes is no code of an indicator there.
  private mutating func selector() -> Int32 {
    current.flags.contains(.isCode) ? takeText() : argument { $0.selector() }
  }

  /// `gdp` or `to: 2023`
  private mutating func argument(_ value: (inout Parser) -> Int32 = { $0.expression() }) -> Int32 {
    guard current.kind == .word, !current.flags.contains(.hasDot) else { return expression() }
    if next.kind == .equals, !isInUnclosedBracket {
      note(.singleEquals(at: next.span, naming: nil, label: current.span))
    } else if next.kind != .colon {
      return expression()
    }
    let mark = tree.mark
    let start = current.start
    tree.push(takeLeaf(.name))
    advance()
    tree.push(current.flags.contains(.isCode) ? value(&self) : expression())
    return finish(.labelledArgument, from: mark, start: start)
  }

  // MARK: given

  /// `x given a[2025] = 1 USD, b[2025] >= 2 USD`
  mutating func given(_ operand: Int32) -> Int32 {
    let mark = tree.mark
    tree.push(operand)
    repeat {
      advance()
      tree.push(binding())
    } while current.kind == .comma && !isAtLineEnd && bindingFollows
    return finish(.given, from: mark, start: tree[operand].start)
  }

  /// Whether the comma here is followed by another binding, not by the next argument or field.
  private var bindingFollows: Bool {
    guard context.commasSeparate else { return true }
    var depth = 0
    for token in tokens[(index + 1)...] {
      if token.isAfterNewline && !context.newlinesAreSpaces { return false }
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        depth -= 1
        if depth < 0 { return false }
      case .comma, .colon, .semicolon: if depth == 0 { return false }
      case .equals, .greater, .greaterOrEqual, .less, .lessOrEqual, .about: if depth == 0 { return true }
      case .end, .command: return false
      default: break
      }
    }
    return false
  }

  private mutating func binding() -> Int32 {
    let mark = tree.mark
    let start = current.start
    tree.push(expression(.conversion))
    pushRelationAndQuantity()
    return finish(.binding, from: mark, start: start)
  }

  /// The second half of a claim or a binding: `= 18.3 %`.
  mutating func pushRelationAndQuantity() {
    let relation: RelationOperator? =
      switch current.kind {
      case .equals, .equal: .equal
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .about: .about
      default: nil
      }
    guard let relation, !isAtLineEnd else {
      reportMissingRelation()
      tree.push(missingLeaf())
      tree.push(missingLeaf())
      return
    }
    if current.kind == .equal {
      note(.expectedRelation(found: "==", at: current.span, replaceable: true))
    }
    tree.push(takeLeaf(.relationToken, flags: relation.rawValue))
    tree.push(expression(.sum))
  }

  private mutating func reportMissingRelation() {
    if current.kind == .unknown { return panicSilently() }
    if isInUnclosedBracket { return reportUnclosedBracket() }
    let isBehind = isAtLineEnd || current.kind == .end
    let found = isAtLineEnd ? "" : shown(current)
    let replaceable = current.kind == .colon || current.kind == .notEqual
    report(
      .expectedRelation(found: found, at: isBehind ? placeBehind : current.span, replaceable: replaceable))
  }
}
