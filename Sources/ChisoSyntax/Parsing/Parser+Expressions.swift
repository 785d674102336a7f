import ChisoDiagnostics

extension Parser {
  /// An expression whose operators bind at least as tightly as `minimum`.
  mutating func expression(_ minimum: Precedence = .given) -> Int32 {
    var left = prefix()
    while let precedence = infixPrecedence, precedence >= minimum {
      left =
        switch precedence {
        case .given: given(left)
        case .asOf: asOf(left)
        case .pipe: pipeChain(left)
        case .or: wordChain(.orChain, left, .or, operands: .and)
        case .and: wordChain(.andChain, left, .and, operands: .not)
        case .comparison: comparisonChain(left)
        case .conversion: conversion(left)
        case .range: range(from: left)
        case .sum: chain(.sumChain, left, .sum, operands: .product)
        default: chain(.productChain, left, .product, operands: .negation)
        }
    }
    return left
  }

  /// How tightly the current token binds as an operator between operands; nil where it is none.
  private var infixPrecedence: Precedence? {
    if isAtLineEnd, current.kind != .pipe { return nil }
    switch current.kind {
    case .plus, .minus: return .sum
    case .times, .divided: return .product
    case .less, .lessOrEqual, .equal, .notEqual, .greaterOrEqual, .greater: return .comparison
    case .equals: return isInUnclosedBracket ? nil : .comparison
    case .range: return .range
    case .pipe: return .pipe
    case .word: return wordPrecedence
    default: return nil
    }
  }

  private var wordPrecedence: Precedence? {
    switch current.word {
    case .to, .in: isAtKey ? nil : .conversion
    case .given: isAtKey ? nil : .given
    case .as: next.word == .of ? .asOf : nil
    case .and: isAtKey ? nil : .and
    case .or: isAtKey ? nil : .or
    default: nil
    }
  }

  // MARK: Chains

  /// Operands and operators in turn: `a + b - c`.
  private mutating func chain(
    _ kind: SyntaxKind, _ first: Int32, _ precedence: Precedence, operands: Precedence
  ) -> Int32 {
    let mark = tree.mark
    let start = tree[first].start
    tree.push(first)
    var terms = 1
    repeat {
      tree.push(infixLeaf())
      tree.push(expression(operands))
      terms += 1
    } while infixPrecedence == precedence
    checkLength(terms, from: start)
    return finish(kind, from: mark, start: start)
  }

  /// Operands only: `a and b and c`.
  private mutating func wordChain(
    _ kind: SyntaxKind, _ first: Int32, _ precedence: Precedence, operands: Precedence
  ) -> Int32 {
    let mark = tree.mark
    let start = tree[first].start
    tree.push(first)
    var terms = 1
    repeat {
      advance()
      tree.push(expression(operands))
      terms += 1
    } while infixPrecedence == precedence
    checkLength(terms, from: start)
    return finish(kind, from: mark, start: start)
  }

  private mutating func comparisonChain(_ first: Int32) -> Int32 {
    let left = tree[first]
    var middle = left
    var terms = 1
    let mark = tree.mark
    tree.push(first)
    repeat {
      if terms == 2 { noteComparisonChain(left, middle) }
      if current.kind == .equals { noteSingleEquals(left: terms == 1 ? left : nil) }
      tree.push(infixLeaf())
      let operand = expression(.conversion)
      middle = tree[operand]
      tree.push(operand)
      terms += 1
    } while infixPrecedence == .comparison
    checkLength(terms, from: left.start)
    return finish(.comparisonChain, from: mark, start: left.start)
  }

  private mutating func noteComparisonChain(_ left: RawNode, _ middle: RawNode) {
    let first = SourceSpan(start: left.start, end: middle.end)
    let between = SourceSpan(start: middle.start, end: middle.end)
    note(
      .comparisonChain(
        first.union(current.span), second: current.span, left: shown(first), middle: between,
        middleText: between.text(in: source)))
  }

  private mutating func noteSingleEquals(left: RawNode?) {
    let isStatement = left?.kind == .name && index == entryStart + 1 && context.openBracket == nil
    if isStatement, let left, Word.declarations.contains(shown(SourceSpan(start: left.start, end: left.end)))
    {
      return note(.expectedName(of: "what is declared", found: "=", at: current.span))
    }
    let naming = isStatement ? left.map { SourceSpan(start: $0.start, end: $0.end) } : nil
    note(.singleEquals(at: current.span, naming: naming, label: nil))
  }

  /// The operator that the current token is, as a leaf.
  private mutating func infixLeaf() -> Int32 {
    let infix: InfixOperator =
      switch current.kind {
      case .plus: .plus
      case .minus: .minus
      case .times: .times
      case .divided: .divided
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .notEqual: .notEqual
      case .greaterOrEqual: .greaterOrEqual
      case .greater: .greater
      default: .equal
      }
    return takeLeaf(.operatorToken, flags: infix.rawValue)
  }

  private mutating func checkLength(_ terms: Int, from start: Int32) {
    guard terms > Self.maximumTerms else { return }
    note(.tooLong(at: SourceSpan(start: start, end: previousEnd), limit: Self.maximumTerms))
  }

  // MARK: Looser than chains

  /// `x to billion USD`
  private mutating func conversion(_ operand: Int32) -> Int32 {
    let mark = tree.mark
    advance()
    tree.push(operand)
    tree.push(unit())
    return finish(.conversion, from: mark, start: tree[operand].start)
  }

  /// `2021..2025`, `2021..`
  private mutating func range(from first: Int32) -> Int32 {
    let mark = tree.mark
    advance()
    tree.push(first)
    var flags = NodeFlag.hasFirst
    if boundFollows {
      tree.push(expression(.sum))
      flags |= NodeFlag.hasLast
    }
    return finish(.range, from: mark, start: tree[first].start, flags: flags)
  }

  /// Whether the last bound of a range comes next. `to` and the like are bounds only where nothing stands
  /// before them: `from..to`, but `2021.. to percent`.
  private var boundFollows: Bool {
    if isAtLineEnd || isAtKey { return false }
    if current.kind == .word, current.word.isInfix { return current.isTight && !current.word.isReserved }
    return beginsOperand(current)
  }

  /// `x |> growth |> rolling(3, mean)`
  private mutating func pipeChain(_ source: Int32) -> Int32 {
    let mark = tree.mark
    let start = tree[source].start
    tree.push(source)
    var terms = 1
    repeat {
      advance()
      tree.push(stage(from: start))
      terms += 1
    } while infixPrecedence == .pipe
    checkLength(terms, from: start)
    return finish(.pipeChain, from: mark, start: start)
  }

  private mutating func stage(from start: Int32) -> Int32 {
    guard current.kind == .word, !current.word.isReserved, !isAtNewStatement else {
      if isInUnclosedBracket || current.kind == .end || isAtNewStatement { return missingExpression() }
      report(.unexpectedToken(shown(current), at: current.span, wanted: "a function"))
      guard beginsOperand(current) else { return missingLeaf() }
      let mark = tree.mark
      let start = current.start
      tree.push(nested { $0.power() })
      return finish(.error, from: mark, start: start)
    }
    let stage = nameOrCall()
    if current.kind == .leftBracket, !current.isAfterNewline { reportSlicedStage(from: start) }
    return stage
  }

  private mutating func reportSlicedStage(from start: Int32) {
    let hint = Diagnostic.Hint(
      "A pipe is sliced as a whole: put parentheses around it.",
      edits: [.init(SourceSpan(start: start, end: start), "("), .init(placeBehind, ")")])
    report(.unexpectedToken("[", at: current.span, hints: [hint]))
  }

  /// `x as of 2024-12-31`
  private mutating func asOf(_ operand: Int32) -> Int32 {
    let mark = tree.mark
    advance()
    advance()
    tree.push(operand)
    tree.push(expression(.sum))
    return finish(.asOf, from: mark, start: tree[operand].start)
  }
}
