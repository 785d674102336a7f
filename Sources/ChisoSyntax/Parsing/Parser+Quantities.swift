import ChisoDiagnostics

extension Parser {
  /// A number, with the scale words and the unit behind it: `18.3`, `152 billion USD`.
  mutating func quantity() -> Int32 {
    let start = current.start
    let number = takeLeaf(.number)
    guard beginsUnit(current, before: next) else { return number }
    let mark = tree.mark
    tree.push(number)
    takeScaleWords()
    var isPercentage = false
    if beginsUnit(current, before: next) {
      let unitStart = current.start
      let unitMark = tree.mark
      takeFactors()
      isPercentage = ["%", "percent"].contains(
        SourceSpan(start: unitStart, end: previousEnd).text(in: source))
      tree.push(finish(.unit, from: unitMark, start: unitStart))
    }
    let quantity = finish(.quantity, from: mark, start: start)
    return isPercentage && isAtPortion ? portion(quantity, start: start) : quantity
  }

  /// Whether `of` and what it is said of come next: `5 % of 200`.
  private var isAtPortion: Bool {
    current.kind == .word && current.word == .of && !isAtLineEnd && !isAtKey
      && (beginsOperand(next) || next.kind == .end)
  }

  /// `5 % of 200`, where the percentage is read.
  private mutating func portion(_ percentage: Int32, start: Int32) -> Int32 {
    nested { parser in
      let mark = parser.tree.mark
      parser.tree.push(percentage)
      parser.advance()
      parser.tree.push(parser.expression(.negation))
      return parser.finish(.portion, from: mark, start: start)
    }
  }

  /// What stands behind `to`, and in the field `unit`: `billion USD`, `VND / USD`, `%`.
  mutating func unit() -> Int32 {
    guard !isAtNewStatement, isUnitName(current, before: next) else {
      if isInUnclosedBracket, current.kind == .end || isAtNewStatement {
        reportUnclosedBracket()
      } else {
        report(
          .expectedUnit(found: shown(current), at: isAtNewStatement ? placeBehind : current.span))
      }
      return missingLeaf()
    }
    let mark = tree.mark
    let start = current.start
    if current.word == .scale { takeScaleWords() }
    if beginsUnit(current, before: next) || tree.mark == mark { takeFactors() }
    return finish(.unit, from: mark, start: start)
  }

  /// `nghìn tỷ`: those on one line.
  private mutating func takeScaleWords() {
    var isFirst = true
    while current.word == .scale, isFirst || !current.isAfterNewline, next.kind != .colon {
      tree.push(takeLeaf(.scaleWord))
      isFirst = false
    }
  }

  /// `USD`, `VND/USD`, `m^2`, with or without spaces. What follows `/` or `*` may prove to be no unit: only who knows
  /// the names can tell.
  private mutating func takeFactors() {
    tree.push(factor(flags: 0))
    while let end = endOfNextFactor, !goesOnAsPower(at: end) {
      let flags = current.kind == .divided ? NodeFlag.isDivisor : 0
      advance()
      tree.push(factor(flags: flags))
    }
  }

  /// Where the factor ends that follows the `/` or `*` which comes next, as a number of tokens from here; nil where
  /// none follows.
  private var endOfNextFactor: Int? {
    guard current.kind == .divided || current.kind == .times, !isAtLineEnd, !context.isExponent,
      isUnitName(next, before: token(after: 2)), next.word != .missing,
      !(next.isAfterNewline && tokens.beginsDeclaration(at: index + 1))
    else { return nil }
    return 2 + (exponentLength(after: 2) ?? 0)
  }

  /// Whether `^` stands there: what is raised is no unit then, or its exponent is computed.
  private func goesOnAsPower(at offset: Int) -> Bool {
    let token = token(after: offset)
    return token.kind == .power && (!token.isAfterNewline || context.newlinesAreSpaces)
  }

  /// The number of tokens of `^2` or `^-2` from `offset` on; nil where none stands there.
  private func exponentLength(after offset: Int) -> Int? {
    let hasMinus = token(after: offset + 1).kind == .minus
    let exponent = token(after: offset + (hasMinus ? 2 : 1))
    guard goesOnAsPower(at: offset), exponent.kind == .number, !exponent.flags.contains(.hasDot) else {
      return nil
    }
    return hasMinus ? 3 : 2
  }

  /// One name with its exponent: `m^2`, `%`.
  private mutating func factor(flags: UInt8) -> Int32 {
    guard let length = exponentLength(after: 1) else { return takeLeaf(.unitFactor, flags: flags) }
    let hasMinus = length == 3
    let mark = tree.mark
    let start = current.start
    tree.push(takeLeaf(.name))
    advance()
    if hasMinus { advance() }
    tree.push(takeLeaf(.number))
    return finish(
      .unitFactor, from: mark, start: start, flags: flags | (hasMinus ? NodeFlag.isNegative : 0))
  }

  /// Whether `token`, on the line of the number before it, belongs to the quantity.
  private func beginsUnit(_ token: Token, before following: Token) -> Bool {
    token.kind != .number && !token.isAfterNewline && isUnitName(token, before: following)
  }

  /// Whether `token` can name a unit: no operator, no key, nothing that is called or sliced.
  private func isUnitName(_ token: Token, before following: Token) -> Bool {
    if token.kind == .percent { return true }
    guard token.kind == .word, !token.word.isInfix, !token.word.isReserved, token.word != .of else {
      return false
    }
    switch following.kind {
    case .colon: return false
    case .leftParenthesis, .leftBracket: return following.isAfterNewline
    default: return true
    }
  }
}
