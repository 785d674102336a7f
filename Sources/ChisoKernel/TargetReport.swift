public import ChisoModel

/// How things stand with a target of an indicator: what is reported, what shall be reached, and what is missing to it.
///
/// For example:
///
///     var session = Session(kernel)
///     let report = try session.targetReport(of: "digital_economy_share", by: Period("2025"))
///     report.state   // .late
public struct TargetReport: Sendable, Hashable {
  /// A figure with its unit.
  public struct Amount: Sendable, Hashable {
    /// The figure.
    public var observation: Observation
    /// The unit of its value and bounds.
    public var unit: UnitOfMeasure
  }

  /// The indicator, as it was asked for.
  public var indicator: String
  /// When the target is due; nil where it names no time.
  public var due: Period?
  /// Other periods for which there are targets.
  public var otherDues: [Period] = []
  /// The unit of outcome, latest figure and targets.
  public var unit: UnitOfMeasure
  /// The figure of the target's own period; nil where none is reported.
  public var outcome: Observation?
  /// The latest figure; nil where none is reported.
  public var latest: Observation?
  /// The targets for the period, the one that answers first.
  public var targets: [Observation]
  /// What is missing: the target less the outcome, or less the latest figure.
  public var gap: Amount?
  /// What leads from the latest figure to the target in time, a year or a month.
  public var requiredPace: Amount?
  /// How things stand.
  public var state: TargetState
  /// Why, where that is not plain.
  public var reason: TargetStanding.Reason?
}

extension Kernel {
  /// How things stand with the target of an indicator for a period; for the next period that has one where none is named.
  public func targetReport(of indicator: String, by due: Period? = nil) throws(EvaluationError)
    -> TargetReport
  {
    try Session(self).targetReport(of: indicator, by: due)
  }
}

extension Session {
  /// How things stand with the target of an indicator for a period; for the next period that has one where none is named.
  /// Observation sources are not asked.
  public func targetReport(of indicator: String, by due: Period? = nil) throws(EvaluationError)
    -> TargetReport
  {
    // What is asked on the way is no part of the conversation.
    var session = self
    let dues = session.dues(of: indicator)
    let latest = session.observation("latest(\(indicator))")
    guard
      let due = due ?? dues.first(where: { $0.last > latest?.observation.period?.last ?? .earliest })
        ?? dues.last
    else { return try session.undatedReport(of: indicator, latest?.observation) }
    let answer: Answer
    do throws(EvaluationError) {
      answer = try session.value("target(\(indicator), \(due))")
    } catch {
      throw session.explaining(error, about: indicator, due, dues)
    }
    guard var target = answer.cells.first.map(answer.observation(at:)) else {
      throw EvaluationError(text: indicator, diagnostics: [.noSingleFigure])
    }
    let others = session.otherTargets(of: indicator, due, beside: &target)
    // A figure from within the time is none of its end.
    let outcome = session.observation("reported(\(indicator))[\(due)]")?.observation
    let isFinal = (outcome?.period).map { $0.last >= due.last } ?? true
    var report = TargetReport(
      indicator: indicator, due: due, otherDues: dues.filter { !due.overlaps($0) && $0 != due },
      unit: answer.type.unit,
      outcome: isFinal ? outcome : nil,
      latest: session.latest(of: indicator, beside: due) ?? latest?.observation,
      targets: [target] + others, state: .unknown)
    session.judge(&report, answer.type)
    session.measure(&report)
    return report
  }
}

extension Session {
  private mutating func value(_ text: String) throws(EvaluationError) -> Answer {
    guard let result = run(text).last else { throw EvaluationError(text: text, diagnostics: [.noExpression]) }
    switch result.outcome {
    case .answer(let answer): return answer
    case .failure(let diagnostics): throw EvaluationError(text: text, diagnostics: diagnostics)
    default: throw EvaluationError(text: text, diagnostics: [.noExpression])
    }
  }

  /// A single figure; nil where there is none.
  private mutating func observation(_ text: String) -> TargetReport.Amount? {
    guard let answer = try? value(text), answer.series.grid.count == 1, let cell = answer.cells.first else {
      return nil
    }
    let observation = answer.observation(at: cell)
    guard observation.hasContent else { return nil }
    return TargetReport.Amount(observation: observation, unit: answer.type.unit)
  }

  /// The latest figure that can be held against one of `due`.
  private mutating func latest(of indicator: String, beside due: Period) -> Observation? {
    observation("latest_beside(\(indicator), \(due))")?.observation
  }

  /// The periods for which there are targets, in their order.
  private mutating func dues(of indicator: String) -> [Period] {
    guard let answer = try? value("target(\(indicator))") else { return [] }
    return answer.observations.filter { $0.quality.role == .target }.compactMap(\.period)
  }

  /// Targets beside the one that answers, those of one source read as one; a source that says the same is one of its sources.
  private mutating func otherTargets(
    of indicator: String, _ due: Period, beside best: inout Observation
  ) -> [Observation] {
    guard let answer = try? value("claims(target(\(indicator)), \(due))") else { return [] }
    var bySource: [Observation] = []
    for target in answer.observations where target.quality.role == .target && target.hasContent {
      guard let place = bySource.firstIndex(where: { $0.sources == target.sources }) else {
        bySource.append(target)
        continue
      }
      bySource[place].narrow(by: target)
    }
    for target in bySource where target.interval == best.interval && target.value == best.value {
      best.sources += target.sources.filter { !best.sources.contains($0) }
    }
    return bySource.filter { target in !target.sources.allSatisfy(best.sources.contains) }
      .sorted { ($0.published ?? .earliest) > ($1.published ?? .earliest) }
  }

  /// Why there is no target for a period, and which there are.
  private func explaining(
    _ error: EvaluationError, about indicator: String, _ due: Period?, _ dues: [Period]
  ) -> EvaluationError {
    guard error.diagnostics.allSatisfy({ $0.id == "no-observation" }) else { return error }
    let hasUndated = catalogue.indicators(named: indicator).contains {
      !catalogue.undatedTargets(of: $0, vintage: settings.asOf).isEmpty
    }
    return EvaluationError(
      text: indicator, diagnostics: [.noTarget(indicator, due, others: dues, hasUndated: hasUndated)])
  }

  /// The report about targets that name no period.
  private mutating func undatedReport(
    of indicator: String, _ latest: Observation?
  ) throws(EvaluationError) -> TargetReport {
    let named = catalogue.indicators(named: indicator)
    let targets = named.flatMap { catalogue.undatedTargets(of: $0, vintage: settings.asOf) }
    guard let number = named.first, let target = targets.first else {
      // Says what is wrong with the name, or that there is no target.
      do throws(EvaluationError) {
        _ = try value("target(\(indicator))")
      } catch {
        throw explaining(error, about: indicator, nil, [])
      }
      throw EvaluationError(
        text: indicator, diagnostics: [.noTarget(indicator, nil, others: [], hasUndated: false)])
    }
    let entry = catalogue.indicators[Int(number)]
    var report = TargetReport(
      indicator: indicator, due: nil, unit: entry.unit, latest: latest,
      targets: [target] + targets.dropFirst(),
      state: .unknown)
    judge(&report, entry.type)
    if let newest = latest?.value, let aim = target.value, let interval = latest?.interval {
      let unit = entry.unit.isPercent ? UnitOfMeasure.points : entry.unit
      let gap = Observation(
        value: aim - newest, interval: target.interval - interval,
        quality: target.quality.combined(with: latest?.quality ?? .normal), sources: target.sources)
      report.gap = TargetReport.Amount(observation: gap, unit: unit)
    }
    return report
  }

  private mutating func judge(_ report: inout TargetReport, _ type: SeriesType) {
    let until = report.due.map { "[..\($0)]" } ?? ""
    let start = observation("first(reported(\(report.indicator))\(until))")?.observation
    guard let target = report.targets.first else { return }
    let standing = TargetStanding(
      target: TargetStanding.Figure(target), better: type.unit.isRank ? .lower : type.better,
      outcome: report.outcome.map(TargetStanding.Figure.init),
      latest: report.latest.map(TargetStanding.Figure.init), start: start.map(TargetStanding.Figure.init),
      due: report.due, vintage: settings.asOf)
    (report.state, report.reason) = standing.state
  }

  /// What is missing, and how fast it would have to come.
  private mutating func measure(_ report: inout TargetReport) {
    guard let due = report.due else { return }
    let name = report.indicator
    report.gap =
      report.outcome != nil
      ? observation("target(\(name), \(due)) - reported(\(name))[\(due)]")
      : observation("gap(\(name), by: \(due))")
    guard report.outcome == nil, report.state != .reached, report.state != .past,
      let latest = report.latest?.period,
      latest.last < due.last
    else { return }
    let unit = CivilDate.days(from: latest.last, to: due.last) < 365 ? "month" : "year"
    report.requiredPace = observation("required_pace(\(name), by: \(due), per: \(unit))")
  }
}

extension TargetStanding.Figure {
  fileprivate init(_ observation: Observation) {
    self.init(value: observation.value, interval: observation.interval, period: observation.period)
  }
}

extension Observation {
  /// Whether anything is known of it.
  fileprivate var hasContent: Bool { value != nil || !interval.isUnbounded }

  /// Reads another claim of the same source about the same cell together with it.
  fileprivate mutating func narrow(by other: Observation) {
    guard let common = interval.intersection(other.interval) else { return }
    if common == other.interval {
      value = other.value
    } else if common != interval {
      value = nil
    }
    interval = common
  }
}

extension Diagnostic {
  /// No source sets a target for an indicator, or none for a period.
  static func noTarget(_ name: String, _ due: Period?, others: [Period], hasUndated: Bool) -> Diagnostic {
    let when: Phrase = due.map { " for \($0)" } ?? ""
    var hints: [Hint] = []
    if !others.isEmpty {
      hints.append(Hint("there are targets for \(others.map(\.description).joined(separator: ", "))"))
    }
    if hasUndated { hints.append(Hint("there is a target that names no period: ask without one")) }
    if hints.isEmpty { hints.append(Hint("`:describe \(name)` shows what is known of it")) }
    return Diagnostic(
      "no-target", "No source sets a target of \(name)\(when).", at: SourceSpan(start: 0, end: 0),
      hints: hints)
  }
}
