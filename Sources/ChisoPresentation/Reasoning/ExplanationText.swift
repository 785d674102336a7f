package import ChisoExchange
package import ChisoKernel
package import ChisoTerminal
import ChisoWords

/// Explanations as people read them: a tree, each step with its value, its source and why it was chosen.
package struct ExplanationText {
  let style: FigureStyle
  /// The columns there are; 80 where nothing is known.
  let width: Int?

  package init(style: FigureStyle, width: Int?) {
    self.style = style
    self.width = width
  }

  private var language: Language { style.language }
  private var columns: Int { min(max(width ?? 80, 40), 80) }

  /// The whole explanation, without a line feed at its end.
  package func text(_ explanation: Explanation) -> StyledText {
    var lines: [StyledText] = []
    if explanation.roots.count == 1, let root = explanation.roots.first {
      lines += headline(explanation.expression, root)
      lines += self.lines(root, prefix: "", isLast: true)
    } else {
      lines.append(StyledText(explanation.expression, .emphasis))
      for (index, root) in explanation.roots.enumerated() {
        lines += self.lines(root, prefix: "", isLast: index == explanation.roots.count - 1)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func headline(_ expression: String, _ root: ExplanationNode) -> [StyledText] {
    (StyledText(expression, .emphasis) + " = " + figure(root)).wrapped(to: columns, indentation: 2)
  }

  private func lines(_ node: ExplanationNode, prefix: String, isLast: Bool) -> [StyledText] {
    var lines: [StyledText] = []
    let branch = isLast ? "└ " : "├ "
    let inner = prefix + (isLast ? "  " : "│ ")
    // What a step is on one line, and whence on the next where both do not fit.
    let (figure, whence) = sentence(node)
    let whole = whence.isEmpty ? figure : figure + separator + joined(whence)
    if whole.displayWidth + (prefix + branch).displayWidth <= columns || whence.isEmpty {
      lines += laidOut(whole, first: prefix + branch, rest: inner + "    ")
    } else {
      lines += laidOut(figure, first: prefix + branch, rest: inner + "    ")
      lines += laidOut(joined(whence), first: inner + "  ", rest: inner + "    ")
    }
    for other in node.notChosen {
      lines += laidOut(notChosen(other, node.unit), first: inner + "  ", rest: inner + "    ")
    }
    for (index, child) in node.children.enumerated() {
      lines += self.lines(child, prefix: inner, isLast: index == node.children.count - 1)
    }
    return lines
  }

  private func laidOut(_ text: StyledText, first: String, rest: String) -> [StyledText] {
    let room = max(24, columns - max(first.displayWidth, rest.displayWidth))
    return text.wrapped(to: room, indentation: 0).enumerated().map { index, line in
      StyledText(index == 0 ? first : rest, .quiet) + line
    }
  }

  private var separator: StyledText { StyledText(" · ", .quiet) }

  private func joined(_ parts: [StyledText]) -> StyledText { parts.joined(separator: separator) }

  /// `gdp[2024] = 476.3 billion USD`, and `gso, 2025-01-06`, `the only claim`.
  private func sentence(_ node: ExplanationNode) -> (figure: StyledText, whence: [StyledText]) {
    if node.reason == .leftOut {
      return (
        StyledText(
          language.text("… more steps, too many to be told"),
          .quiet), []
      )
    }
    var parts: [StyledText] = []
    if let claim = node.claim {
      parts.append(StyledText(source(claim), .quiet))
      if let rule = node.rule { parts.append(StyledText(translated(rule), .quiet)) }
      if !claim.assumed.isEmpty {
        let words = claim.assumed.joined(separator: ", ")
        parts.append(StyledText(language.text("assumed: \(words)"), .warning))
      }
    }
    if let reason = reason(node) { parts.append(StyledText(reason, .quiet)) }
    if node.isToldAbove { parts.append(StyledText(language.text("as above"), .quiet)) }
    if let remark = node.remark {
      parts.append(StyledText(translated(remark), remark == "does not agree" ? .warning : .quiet))
    }
    return (StyledText(node.text, .name) + " = " + figure(node), parts)
  }

  private func figure(_ node: ExplanationNode) -> StyledText {
    if node.isTruth {
      return AnswerText.truth(Observation(value: node.value, interval: node.interval), language)
    }
    guard var text = style.figure(node.value, node.interval, node.unit) else {
      return StyledText(language.word(for: .missing), .warning)
    }
    if style.showsIntervals, let value = node.value {
      let magnitude = Magnitude(for: value, in: node.unit, isExact: node.interval.isOneDecimal)
      if let interval = style.interval(value, node.interval, magnitude) {
        text += StyledText(" (\(interval))", .quiet)
      }
    }
    for word in language.words(for: node.quality) where node.quality.status != .missing {
      text += " \(word, node.quality.textRole)"
    }
    return text
  }

  private func source(_ claim: ExplainedClaim) -> String {
    claim.published.map { "\(claim.source), \($0)" } ?? claim.source
  }

  private func notChosen(_ claim: ExplainedClaim, _ unit: UnitOfMeasure) -> StyledText {
    let value = style.value(claim.value, claim.interval, unit)
    let why = claim.whyNot.map { ": \(translated($0))" } ?? ""
    return StyledText(language.text("not chosen:") + " ", .quiet) + value
      + StyledText(" · \(source(claim))\(why)", .quiet)
  }

  private func reason(_ node: ExplanationNode) -> String? {
    switch node.reason {
    case .claimed, .written, .lastObservation: nil
    case .computed: language.text("computed")
    case .defined(let name): language.text("by the definition of \(name)")
    case .total: language.text("the sum of its parts")
    case .supposed: language.text("supposed by `given`")
    case .inferred: language.text("inferred")
    case .observed: language.text("from an observation source")
    case .tabled: language.text("from a table")
    case .missing: language.text("nothing is claimed")
    case .leftOut: nil
    }
  }

  private func translated(_ words: String) -> String { language.text(Phrase(stringLiteral: words)) }
}

extension Explanation {
  /// The explanation for other programs: the whole tree.
  package var record: [(name: String, value: JSONValue)] {
    [("expression", .string(expression)), ("explanation", .array(roots.map(\.json)))]
  }
}

extension ExplanationNode {
  fileprivate var json: JSONValue {
    var reasonName = "\(reason)"
    var definition: String?
    if case .defined(let name) = reason { (reasonName, definition) = ("defined", name) }
    let above: [(name: String, value: JSONValue)] = isToldAbove ? [("told_above", .bool(true))] : []
    return .object(
      [
        ("expression", .string(text)), ("reason", .string(reasonName)),
        ("definition", .string(orNull: definition)),
        ("period", .string(orNull: period?.description)), ("unit", .string(unit.description)),
        ("value", isTruth ? value.map { .bool($0 != 0) } ?? .null : .number(orNull: value)),
      ] + JSONValue.bounds(interval, of: value) + [
        ("status", .string(value == nil && interval.isUnbounded ? "M" : quality.status.rawValue)),
        ("role", .string(quality.role.rawValue)),
        ("claim", claim?.json ?? .null), ("rule", .string(orNull: rule)), ("remark", .string(orNull: remark)),
        ("not_chosen", .array(notChosen.map(\.json))), ("from", .array(children.map(\.json))),
      ] + above)
  }
}

extension ExplainedClaim {
  fileprivate var json: JSONValue {
    .object(
      [
        ("claim", .string(text)), ("source", .string(source)),
        ("published", .string(orNull: published?.description)), ("value", .number(value)),
      ] + JSONValue.bounds(interval, of: value) + [
        ("status", .string(quality.status.rawValue)), ("role", .string(quality.role.rawValue)),
        ("assumed", .array(assumed.map(JSONValue.string))), ("why_not", .string(orNull: whyNot)),
      ])
  }
}
