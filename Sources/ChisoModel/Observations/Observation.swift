/// One figure with all that it is known by.
public struct Observation: Hashable, Sendable {
  /// Where it stands: its period, and its code on each other dimension.
  public var key: ObservationKey
  /// The number in the unit of its series; nil where it is missing, and where it is known by its bounds alone.
  public var value: Double?
  /// What the figure can be at least and at most.
  public var interval: Interval
  /// Status, role and flags.
  public var quality: Quality
  /// The names of the sources it comes from, in the order of their claims; empty for plain numbers.
  public var sources: [String]
  /// When it became known: the latest day on which one of its claims was published.
  public var published: CivilDate?

  /// An observation from its parts.
  public init(
    _ key: ObservationKey = ObservationKey(), value: Double?, interval: Interval,
    quality: Quality = .normal, sources: [String] = [], published: CivilDate? = nil
  ) {
    self.key = key
    self.value = value
    self.interval = interval
    self.quality = quality
    self.sources = sources
    self.published = published
  }

  /// Whether nothing is known of it, neither a value nor bounds.
  package var isMissing: Bool { value == nil && interval.isUnbounded }

  /// The period or day it is of; nil where it has none or those of its parts differ.
  public var period: Period? { key.period }
}
