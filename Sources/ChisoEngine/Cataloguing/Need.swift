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

/// What a plan needs from the snapshot: the claimed cells of one question at one length of period.
package struct Need: Hashable, Sendable {
  /// The question.
  package var subject: NormalKey
  /// The indicator that it is, whose observation sources may serve it too; nil for other expressions.
  package var indicator: Int32?
  /// The length of period.
  package var frequency: Frequency
  /// The day as known on which; nil for the latest.
  package var vintage: CivilDate?
  /// Which claims may answer.
  package var filter: ClaimFilter
  /// What it is called in notes.
  package var name: String
  /// Whether what is asked is made of targets, so that whoever says it tells of a target.
  package var isOfTarget = false

  package static func == (left: Need, right: Need) -> Bool {
    left.subject == right.subject && left.frequency == right.frequency && left.vintage == right.vintage
      && left.filter == right.filter
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(subject)
    hasher.combine(frequency)
    hasher.combine(vintage)
    hasher.combine(filter)
  }
}
