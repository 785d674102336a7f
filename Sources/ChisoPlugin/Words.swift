public import ChisoDiagnostics
public import ChisoModel

// What values are called in messages.

extension Frequency {
  /// The length as an adjective: `annual`, `nine-month`.
  public var phrase: Phrase {
    switch self {
    case .annual: "annual"
    case .halfYearly: "half-yearly"
    case .quarterly: "quarterly"
    case .monthly: "monthly"
    case .weekly: "weekly"
    case .instant: "instant"
    case .months(9): "nine-month"
    case .months(let count): "\(count)-month"
    case .days(let count): "\(count)-day"
    }
  }
}

extension IndicatorKind {
  /// The kind as a noun: `a flow`, `an index`.
  public var phrase: Phrase {
    switch self {
    case .flow: "a flow"
    case .stock: "a stock"
    case .ratio: "a ratio"
    case .index: "an index"
    case .rank: "a rank"
    }
  }
}
