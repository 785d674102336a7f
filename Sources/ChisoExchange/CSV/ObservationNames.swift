public import ChisoModel

/// What the observations of a table refer to by name.
public struct ObservationNames: Sendable {
  /// An indicator that a table may have figures for.
  public struct Indicator: Hashable, Sendable {
    /// Its full name: `health.beds`.
    public var fullName: String
    /// The unit that its figures are brought into.
    public var unit: UnitOfMeasure
    /// Whether a figure is of a day or of a period: what is said of a day's level in a year is of its last day.
    public var timing: Timing
    /// What its figures can be.
    public var possible: PossibleFigures

    /// The indicator `fullName` in `unit`.
    public init(
      fullName: String, unit: UnitOfMeasure, timing: Timing = .period, possible: PossibleFigures = .any
    ) {
      self.fullName = fullName
      self.unit = unit
      self.timing = timing
      self.possible = possible
    }
  }

  /// The indicators by all names that a table may use.
  public var indicators: [String: Indicator]
  /// Names that several indicators have, with the full names of these.
  public var ambiguous: [String: [String]]
  /// The sources with their days of publication.
  public var sources: [String: CivilDate?]
  /// The units.
  public var units: UnitTable

  /// What is declared.
  public init(
    indicators: [String: Indicator], ambiguous: [String: [String]] = [:], sources: [String: CivilDate?],
    units: UnitTable
  ) {
    self.indicators = indicators
    self.ambiguous = ambiguous
    self.sources = sources
    self.units = units
  }
}
