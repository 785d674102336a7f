public import ChisoModel

/// How things stand with a target, in plain values that any encoder writes and any decoder reads.
public struct PortableTargetReport: Codable, Hashable, Sendable {
  /// A figure with its unit.
  public struct Amount: Codable, Hashable, Sendable {
    /// The figure.
    public var figure: PortableAnswer.Figure
    /// The unit of its value and bounds.
    public var unit: String
  }

  /// The indicator.
  public var indicator: String
  /// When the target is due; nil where it names no time.
  public var due: String?
  /// `reached`, `on track`, `late`, `past` or `unknown`.
  public var state: TargetState
  /// Why, where that is not plain: a sentence without its full stop.
  public var reason: String?
  /// The unit of outcome, latest figure and targets.
  public var unit: String
  /// The figure of the target's own period.
  public var outcome: PortableAnswer.Figure?
  /// The latest figure.
  public var latest: PortableAnswer.Figure?
  /// The targets, the one that answers first.
  public var targets: [PortableAnswer.Figure]
  /// What is missing.
  public var gap: Amount?
  /// What leads to the target in time.
  public var requiredPace: Amount?
}

extension TargetReport {
  /// The report in plain values, to be written in whatever form.
  public var portable: PortableTargetReport {
    func figure(_ observation: Observation) -> PortableAnswer.Figure {
      PortableAnswer.Figure(observation, value: observation.value.map { .number($0) }, holdsNumbers: true)
    }
    func amount(_ amount: Amount) -> PortableTargetReport.Amount {
      PortableTargetReport.Amount(figure: figure(amount.observation), unit: amount.unit.description)
    }
    return PortableTargetReport(
      indicator: indicator, due: due?.description, state: state, reason: reason?.phrase.text,
      unit: unit.description, outcome: outcome.map(figure), latest: latest.map(figure),
      targets: targets.map(figure), gap: gap.map(amount), requiredPace: requiredPace.map(amount))
  }
}

extension TargetStanding.Reason {
  /// It in words.
  public var phrase: Phrase {
    switch self {
    case .nothingReported: "no figure is reported"
    case .openBounds: "the figure is a bound, which leaves open whether the target is reached"
    case .oneFigure: "one figure alone shows no pace"
    case .noOutcome: "no figure is reported for its time"
    case .noDirection: "nothing says which way leads to the target"
    }
  }
}
