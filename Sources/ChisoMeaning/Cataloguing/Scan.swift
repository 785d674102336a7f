package import ChisoModel

/// Which claims may answer.
package enum ClaimFilter: UInt8, Sendable, Hashable {
  /// All of them.
  case all
  /// Neither targets nor forecasts.
  case reported
  /// Targets alone.
  case targets
  /// No targets: what a comparison reads.
  case outcomes
}

/// What a plan reads of the snapshot: the claimed cells of one question at one length of period.
package struct Scan: Hashable, Sendable {
  /// The question.
  package var subject: QuestionKey
  /// The indicator that it is, whose observation sources may serve it too; nil for other expressions.
  package var indicator: Int32?
  /// The length of period.
  package var frequency: Frequency
  /// The day as known on which; nil for the latest.
  package var vintage: CivilDate?
  /// Which claims may answer.
  package var filter: ClaimFilter
  /// Which cells are needed; all are given where none of them is there.
  package var cells = CellSelection.all
  /// What it is called in notes.
  package var name: String
  /// Whether what is asked is made of targets, so that whoever says it tells of a target.
  package var isOfTarget: Bool

  package init(
    subject: QuestionKey, indicator: Int32?, frequency: Frequency, vintage: CivilDate?, filter: ClaimFilter,
    name: String, isOfTarget: Bool = false
  ) {
    self.subject = subject
    self.indicator = indicator
    self.frequency = frequency
    self.vintage = vintage
    self.filter = filter
    self.name = name
    self.isOfTarget = isOfTarget
  }

  package static func == (left: Scan, right: Scan) -> Bool {
    left.subject == right.subject && left.frequency == right.frequency && left.vintage == right.vintage
      && left.filter == right.filter && left.cells == right.cells
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(subject)
    hasher.combine(frequency)
    hasher.combine(vintage)
    hasher.combine(filter)
    hasher.combine(cells)
  }
}

extension Scan {
  /// Whether a claim answers: of this length of period, known on the day, of the role that is asked for.
  package func admits(_ claim: CellClaim) -> Bool {
    if let period = claim.period, period.frequency != frequency { return false }
    return filter.admits(claim, vintage: vintage)
  }
}

extension ClaimFilter {
  /// Whether a claim may answer: known on the day, of the role that is asked for.
  package func admits(_ claim: CellClaim, vintage: CivilDate?) -> Bool {
    if let vintage, let published = claim.published, published > vintage { return false }
    return admits(claim.quality)
  }

  /// Whether what is so good, and of such a role, may answer.
  package func admits(_ quality: Quality) -> Bool {
    switch self {
    case .all: true
    case .reported: quality.role == .reported && quality.status < .forecast
    case .targets: quality.role == .target
    case .outcomes: quality.role == .reported
    }
  }
}
