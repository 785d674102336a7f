package import ChisoExchange
package import ChisoKernel
package import ChisoTerminal
import ChisoWords

/// How things stand with a target, as people read it: at most four lines.
package struct TargetText {
  let style: FigureStyle

  package init(style: FigureStyle) { self.style = style }

  private static let separator = StyledText(" · ", .quiet)

  package func text(_ report: TargetReport) -> StyledText {
    var lines = [heading(report), outcome(report), targets(report)]
    if let missing = missing(report) { lines.append(missing) }
    return lines.joined(separator: "\n")
  }

  /// `digital_economy_share · 2025 · late`
  private func heading(_ report: TargetReport) -> StyledText {
    var parts = [StyledText(report.indicator, .name)]
    if let due = report.due { parts.append(StyledText(due.description, .period)) }
    let state = style.language.word(for: report.state)
    parts.append(StyledText(state, report.state.textRole))
    if let reason = report.reason { parts.append(StyledText(style.language.text(reason.phrase), .quiet)) }
    if !report.otherDues.isEmpty {
      let others = report.otherDues.map(\.description).joined(separator: ", ")
      parts.append(StyledText(style.language.text("targets for \(others) too"), .quiet))
    }
    return parts.joined(separator: Self.separator)
  }

  private func outcome(_ report: TargetReport) -> StyledText {
    if let outcome = report.outcome {
      return label("outcome") + figure(outcome, report.unit, withPeriod: true)
    }
    guard let latest = report.latest else {
      return label("outcome") + StyledText(style.language.text("none reported"), .warning)
    }
    return label("latest") + figure(latest, report.unit, withPeriod: true)
  }

  private func targets(_ report: TargetReport) -> StyledText {
    let shown = report.targets.prefix(3).map { figure($0, report.unit, withPeriod: $0.period != report.due) }
    var text = label("target") + shown.joined(separator: "; ")
    let rest = report.targets.count - shown.count
    if rest > 0 { text += StyledText("; " + style.language.text("and \(rest) more"), .quiet) }
    return text
  }

  private func missing(_ report: TargetReport) -> StyledText? {
    guard let gap = report.gap else { return nil }
    var text = label("gap") + amount(gap)
    if let pace = report.requiredPace {
      text += Self.separator + StyledText(style.language.text("required") + " ", .quiet) + amount(pace)
    }
    return text
  }

  private func label(_ phrase: Phrase) -> StyledText {
    StyledText("  " + style.language.text(phrase), .quiet).padded(to: 12)
  }

  private func amount(_ amount: TargetReport.Amount) -> StyledText {
    value(amount.observation, amount.unit)
  }

  private func value(_ observation: Observation, _ unit: UnitOfMeasure) -> StyledText {
    style.figure(observation.value, observation.interval, unit)
      ?? StyledText(style.language.word(for: .missing), .warning)
  }

  private func figure(_ observation: Observation, _ unit: UnitOfMeasure, withPeriod: Bool) -> StyledText {
    var parts = [value(observation, unit)]
    if withPeriod, let period = observation.period { parts.append(StyledText(period.description, .period)) }
    if !observation.sources.isEmpty {
      let names = observation.sources.joined(separator: ", ")
      parts.append(StyledText(observation.published.map { "\(names), \($0)" } ?? names, .quiet))
    }
    return parts.joined(separator: Self.separator)
  }
}

extension Language {
  /// What a value stands for, in the language.
  func word(for word: String, of unit: UnitOfMeasure) -> String {
    unit == .targetState ? TargetState(rawValue: word).map { self.word(for: $0) } ?? word : word
  }

  /// A state in a word.
  func word(for state: TargetState) -> String {
    switch state {
    case .reached: text("reached")
    case .onTrack: text("on track")
    case .late: text("late")
    case .past: text("past")
    case .unknown: text("unknown")
    }
  }
}

extension TargetState {
  fileprivate var textRole: ChisoTerminal.Role {
    switch self {
    case .reached, .onTrack: .good
    case .late, .past: .warning
    case .unknown: .quiet
    }
  }
}

extension TargetReport {
  /// The report for programs.
  package var record: [(name: String, value: JSONValue)] {
    func figure(_ observation: Observation?, _ unit: UnitOfMeasure) -> JSONValue {
      guard let observation else { return .null }
      let interval = observation.interval
      var members: [(String, JSONValue)] = [
        ("period", observation.period.map { .string($0.description) } ?? .null),
        ("value", .number(orNull: observation.value)),
        ("lower", .number(orNull: interval.lower.isFinite ? interval.lower : nil)),
        ("upper", .number(orNull: interval.upper.isFinite ? interval.upper : nil)),
      ]
      if interval.isLowerOpen { members.append(("lower_open", .bool(true))) }
      if interval.isUpperOpen { members.append(("upper_open", .bool(true))) }
      members += [
        ("unit", .string(unit.description)), ("status", .string(observation.quality.status.rawValue)),
        ("sources", .array(observation.sources.map(JSONValue.string))),
        ("published", observation.published.map { .string($0.description) } ?? .null),
      ]
      return .object(members)
    }
    return [
      ("indicator", .string(indicator)), ("due", due.map { .string($0.description) } ?? .null),
      ("state", .string(state.rawValue)), ("reason", reason.map { .string($0.phrase.text) } ?? .null),
      ("outcome", figure(outcome, unit)), ("latest", figure(latest, unit)),
      ("targets", .array(targets.map { figure($0, unit) })),
      ("gap", gap.map { figure($0.observation, $0.unit) } ?? .null),
      ("required_pace", requiredPace.map { figure($0.observation, $0.unit) } ?? .null),
    ]
  }
}
