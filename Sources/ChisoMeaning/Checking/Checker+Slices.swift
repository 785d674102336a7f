import ChisoDiagnostics
import ChisoModel
import ChisoSyntax

// Slices, and periods as arguments.
extension Checker {
  mutating func check(_ syntax: SliceSyntax) throws(DiagnosticError) -> NodeID {
    let base = try check(syntax.base)
    return try slice(base, selector(of: syntax), at: syntax.node)
  }

  /// What stands in the square brackets.
  package func selector(of syntax: SliceSyntax) throws(DiagnosticError) -> SliceSelector {
    var selector = SliceSelector()
    for argument in syntax.arguments {
      if let label = argument.label {
        guard let text = TextSyntax(argument.value) else {
          throw fail(.codeNeedsText(dimension: label.text, at: span(argument.value)))
        }
        selector.codes.append(DimensionCode(label.text, text.value))
      } else if let text = TextSyntax(argument.value),
        Diagnostic.periodHints(argument.value.text, at: span(argument.value)) == nil
      {
        throw fail(.codeWithoutDimension(text.value, at: span(argument.value)))
      } else if selector.time == nil {
        selector.time = try time(argument.value)
      } else {
        throw fail(.secondPeriod(at: span(argument.value)))
      }
    }
    selector.codes.sort { $0.dimension < $1.dimension }
    return selector
  }

  package mutating func slice(
    _ base: NodeID, _ selector: SliceSelector, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    guard nodes[Int(base)].isValue else {
      throw fail(.notAFigure(self[base].operation, at: self[base].span))
    }
    if selector.isWithoutTime, case .figure = self[base].extent { return try part(base, selector, at: node) }
    if nodes[Int(base)].extent != .series {
      let origin: Diagnostic.SliceOrigin =
        frame != nil ? .body : SliceSyntax(node) == nil ? .argument : .brackets
      throw fail(.sliceOfFigure(origin, at: span(node), operand: self[base].span))
    }
    var key = QuestionKey(.slice).appending(nodes[Int(base)].key)
    var extent = Extent.series
    switch selector.time {
    case .period(let period)?:
      key = key.appending(period.key)
      extent = .figure(period)
    case .range(let range)?:
      key = key.appending(QuestionKey(.range)).appending(range.first?.key ?? QuestionKey(.range))
        .appending(range.last?.key ?? QuestionKey(.range))
    case nil: break
    }
    key = selector.appendingCodes(to: key)
    return append(.slice(base, selector), nodes[Int(base)].type, extent, key, at: node)
  }

  /// A part of what is said of one period: `population[2024][area: "VN"]` is `population[2024, area: "VN"]`.
  private mutating func part(
    _ base: NodeID, _ selector: SliceSelector, at node: SyntaxNode
  ) throws(DiagnosticError) -> NodeID {
    let inner = self[base]
    if case .slice(let whole, var both) = inner.operation {
      both.codes += selector.codes
      both.codes.sort { $0.dimension < $1.dimension }
      return try slice(whole, both, at: node)
    }
    let key = selector.appendingCodes(to: QuestionKey(.slice).appending(inner.key))
    return append(.slice(base, selector), inner.type, inner.extent, key, at: node)
  }

  /// The period or range that `node` writes, or that its parameter stands for.
  package func time(_ node: SyntaxNode) throws(DiagnosticError) -> SliceSelector.Time {
    // Most are written plainly.
    if node.kind == .period || node.kind == .number { return .period(try writtenPeriod(node)) }
    if let range = RangeSyntax(node) {
      let first = try range.first.map { node throws(DiagnosticError) in try period(node) }
      let last = try range.last.map { node throws(DiagnosticError) in try period(node) }
      if let first, let last {
        if first.frequency != last.frequency { throw fail(.mixedRange(first, last, at: span(node))) }
        if PeriodAxis.isOrderedBefore(last, first) {
          throw fail(.backwardRange(first, last, isWritten: frame == nil, at: span(node)))
        }
      }
      return .range(PeriodRange(first: first, last: last))
    }
    if let name = NameSyntax(node), let parameter = frame?.parameters[name.text] {
      switch self[parameter].operation {
      case .period(let period): return .period(period)
      case .range(let range): return .range(range)
      default: throw fail(.notAPeriod(name.text, at: span(node)))
      }
    }
    return .period(try period(node))
  }

  /// The period that `node` writes, or that its parameter stands for.
  package func period(_ node: SyntaxNode) throws(DiagnosticError) -> Period {
    if let name = NameSyntax(node), let parameter = frame?.parameters[name.text] {
      if case .period(let period) = self[parameter].operation { return period }
    }
    guard PeriodSyntax(node) != nil || NumberSyntax(node) != nil else {
      throw fail(.notAPeriod(node.text, at: span(node)))
    }
    return try writtenPeriod(node)
  }

  private func writtenPeriod(_ node: SyntaxNode) throws(DiagnosticError) -> Period {
    guard let period = Period(node.text) else { throw fail(.noSuchPeriod(node.text, at: span(node))) }
    return period
  }

  /// Whether `node` is written like a period or range, or is a parameter that stands for one.
  func looksLikeTime(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case .range, .period: return true
    case .number: return Period(node.text) != nil
    case .name:
      guard let parameter = frame?.parameters[node.text] else { return false }
      switch self[parameter].operation {
      case .period, .range: return true
      default: return false
      }
    case .parenthesized: return looksLikeTime(node.unparenthesized)
    default: return false
    }
  }
}

extension SliceSelector {
  /// The key of a slice with its codes.
  fileprivate func appendingCodes(to key: QuestionKey) -> QuestionKey {
    codes.reduce(key) { key, code in
      key.appending(QuestionKey(.selector).appending(text: code.dimension).appending(text: code.code))
    }
  }
}

extension Period {
  /// The period in a normal form.
  package var key: QuestionKey {
    QuestionKey(
      .period,
      UInt64(UInt32(bitPattern: first.dayNumber)) << 32 | UInt64(UInt32(bitPattern: last.dayNumber)))
  }
}
