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
    if beginsUnit(current, before: next) {
      let unitStart = current.start
      let unitMark = tree.mark
      takeFactors(loosely: false)
      tree.push(finish(.unit, from: unitMark, start: unitStart))
    }
    return finish(.quantity, from: mark, start: start)
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
    if beginsUnit(current, before: next) || tree.mark == mark { takeFactors(loosely: true) }
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

  /// `USD`, `VND/USD`, `m^2`. `loosely`: also with spaces around `/`.
  private mutating func takeFactors(loosely: Bool) {
    tree.push(factor(flags: 0, loosely: loosely))
    while factorFollows(loosely: loosely) {
      let flags = current.kind == .divided ? NodeFlag.isDivisor : 0
      advance()
      tree.push(factor(flags: flags, loosely: loosely))
    }
  }

  /// Whether `/` or `*` comes next and goes on with the unit, rather than being arithmetic.
  private func factorFollows(loosely: Bool) -> Bool {
    guard current.kind == .divided || current.kind == .times, !current.isAfterNewline else { return false }
    let isTight = current.isTight && next.isTight
    return (isTight || loosely && current.kind == .divided) && beginsUnit(next, before: token(after: 2))
  }

  /// One name with its exponent: `m^2`, `%`.
  private mutating func factor(flags: UInt8, loosely: Bool) -> Int32 {
    let hasMinus = next.kind == .power && token(after: 2).kind == .minus
    let exponent = token(after: hasMinus ? 3 : 2)
    let isTight = next.isTight && token(after: 2).isTight && exponent.isTight
    guard next.kind == .power, exponent.kind == .number, !exponent.flags.contains(.hasDot),
      isTight || loosely && !next.isAfterNewline
    else { return takeLeaf(.unitFactor, flags: flags) }
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
    guard token.kind == .word, !token.word.isInfix, !token.word.isReserved else { return false }
    switch following.kind {
    case .colon: return false
    case .leftParenthesis, .leftBracket: return following.isAfterNewline
    default: return true
    }
  }
}
