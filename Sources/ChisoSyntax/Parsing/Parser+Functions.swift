import ChisoDiagnostics

extension Parser {
  /// `def change(x, from: period, to: period) = x[to] - x[from] { summary: "…" }`
  mutating func function() -> Int32 {
    let mark = tree.mark
    let start = current.start
    takeHead()
    takeParameters()
    var flags: UInt8 = 0
    if expect(.equals, "“=”") {
      tree.push(expression())
      flags = NodeFlag.hasBody
    }
    takeFieldsIfAny()
    return finish(.functionDeclaration, from: mark, start: start, flags: flags)
  }

  /// The head of a function alone: `change(x, from: period, to: period) { summary: "…" }`.
  mutating func signature() -> Int32 {
    let mark = tree.mark
    let start = current.start
    if current.word == .def, next.kind == .word { advance() }
    tree.push(current.kind == .word ? takeLeaf(.name) : missingName(of: "a function"))
    takeParameters()
    takeFieldsIfAny()
    return finish(.functionDeclaration, from: mark, start: start)
  }

  private mutating func takeParameters() {
    guard current.kind == .leftParenthesis, !isAtLineEnd else {
      _ = expect(.leftParenthesis, "“(”")
      return
    }
    bracketed(.rightParenthesis, commasSeparate: true) { parser in
      parser.list(until: .rightParenthesis) { $0.parameter() }
    }
  }

  /// `x`, `n = 1`, `from: period`, `by: cagr|linear|trend = cagr`, `to:`
  private mutating func parameter() -> Int32 {
    let mark = tree.mark
    let start = current.start
    var flags: UInt8 = 0
    let hasName = current.kind == .word
    tree.push(hasName ? takeLeaf(.name) : missingName(of: "a parameter"))
    if hasName, current.kind == .colon {
      advance()
      if current.kind == .word {
        takeKinds()
      } else {
        flags |= NodeFlag.needsLabel
      }
    }
    if hasName, current.kind == .equals {
      advance()
      tree.push(expression(.asOf))
      flags |= NodeFlag.hasDefault
    }
    return finish(.parameter, from: mark, start: start, flags: flags)
  }

  private mutating func takeKinds() {
    tree.push(takeLeaf(.parameterKind))
    while current.kind == .bar {
      advance()
      guard current.kind == .word else {
        tree.push(missingName(of: "a kind"))
        return
      }
      tree.push(takeLeaf(.parameterKind))
    }
  }

  mutating func missingName(of what: Phrase) -> Int32 {
    if isInUnclosedBracket, current.kind == .end || isAtNewStatement {
      reportUnclosedBracket()
    } else if current.kind == .unknown {
      panicSilently()
    } else {
      report(.expectedName(of: what, found: shown(current), at: current.span))
    }
    return missingLeaf()
  }
}
