/// What is known of a target: itself, and what was reported around it.
///
/// For example: 20.5 % in 2025 with 16.5 % in 2023 and 18.3 % in 2024 is late, since 45 % of the way took half of the time.
public struct TargetStanding: Sendable {
  /// A figure with the period that it is of.
  public struct Figure: Sendable, Hashable {
    /// The value; nil where only bounds are known.
    public var value: Double?
    /// What it can be.
    public var interval: Interval
    /// The period; nil where it has none.
    public var period: Period?

    /// A figure from its parts.
    public init(value: Double?, interval: Interval, period: Period?) {
      self.value = value
      self.interval = interval
      self.period = period
    }
  }

  /// Why a state is what it is, where that is not plain.
  public enum Reason: Hashable, Sendable {
    /// No figure is reported at all.
    case nothingReported
    /// The figure is known by bounds alone, within which the target lies.
    case openBounds
    /// One figure shows no pace.
    case oneFigure
    /// The time is over and no figure of it is reported.
    case noOutcome
    /// Nothing says which way leads to the target.
    case noDirection
  }

  /// What shall be reached.
  public var target: Figure
  /// Which way is better; nil where the indicator does not say.
  public var better: Direction?
  /// The figure of the target's own period.
  public var outcome: Figure?
  /// The latest figure.
  public var latest: Figure?
  /// The first figure.
  public var start: Figure?
  /// When the target is due; nil where it names no time.
  public var due: Period?
  /// The day as known on which; nil for the latest.
  public var vintage: CivilDate?

  /// What is known of a target.
  public init(
    target: Figure, better: Direction?, outcome: Figure?, latest: Figure?, start: Figure?, due: Period?,
    vintage: CivilDate? = nil
  ) {
    self.target = target
    self.better = better
    self.outcome = outcome
    self.latest = latest
    self.start = start
    // A level that stands for a year is due on its day.
    self.due =
      target.period.flatMap { day in due.map { day.isInstant && $0.contains(day) ? day : $0 } } ?? due
    self.vintage = vintage
  }

  /// How things stand, and why where that is not plain.
  public var state: (TargetState, Reason?) {
    guard let newest = outcome ?? latest else {
      return isOver(vintage) ? (.past, .noOutcome) : (.unknown, .nothingReported)
    }
    guard let direction else { return (.unknown, .noDirection) }
    switch isReached(by: newest) {
    case true?: return (.reached, nil)
    case nil: return (.unknown, .openBounds)
    case false?: break
    }
    if hasEnded(newest.period) { return (.past, nil) }
    if isOver(vintage) { return (.past, .noOutcome) }
    guard due != nil else { return (.unknown, .oneFigure) }
    return pace(to: newest, direction)
  }

  /// Whether a figure is of the end of the target's time, or later: one from before it may still change.
  private func hasEnded(_ period: Period?) -> Bool {
    guard let due else { return false }
    return period.map { $0.last >= due.last } ?? (outcome != nil)
  }

  private func isOver(_ day: CivilDate?) -> Bool {
    guard let day, let due else { return false }
    return day > due.last
  }

  /// Which way leads to the target: what it bounds says so, else the indicator, else where it lies from the start.
  private var direction: Direction? {
    switch (target.interval.lower.isFinite, target.interval.upper.isFinite) {
    case (true, false): return .higher
    case (false, true): return .lower
    default: break
    }
    if let better { return better }
    guard let aim = target.value, let from = start?.value else { return nil }
    return aim.isSame(as: from) ? nil : aim > from ? .higher : .lower
  }

  /// The least that the target demands, in the sense of its direction.
  private func threshold(_ direction: Direction) -> Double {
    switch (target.interval.lower.isFinite, target.interval.upper.isFinite) {
    case (true, false): return target.interval.lower
    case (false, true): return target.interval.upper
    default: return target.value ?? (direction == .higher ? target.interval.lower : target.interval.upper)
    }
  }

  /// Whether a figure is at the target or beyond, or on it where nothing says which way leads there; nil where its bounds leave it
  /// open. The value of one that is known to its last digit decides.
  public func isReached(by figure: Figure) -> Bool? {
    if let direction { return isReached(by: figure, direction) }
    let both = [Direction.higher, .lower].map { isReached(by: figure, $0) }
    return both.contains(false) ? false : both.contains(nil) ? nil : true
  }

  private func isReached(by figure: Figure, _ direction: Direction) -> Bool? {
    let aim = threshold(direction)
    let isOver = direction == .higher
    // Under 50 is not reached at 50.
    let isAimOpen = isOver ? target.interval.isLowerOpen : target.interval.isUpperOpen
    func satisfies(_ value: Double, isReached: Bool) -> Bool {
      value.isSame(as: aim) ? isReached : isOver ? value > aim : value < aim
    }
    let ends = figure.interval
    if let value = figure.value, ends.lower.isFinite == ends.upper.isFinite {
      return satisfies(value, isReached: !isAimOpen)
    }
    let (worst, best) = isOver ? (ends.lower, ends.upper) : (ends.upper, ends.lower)
    let (isWorstOpen, isBestOpen) =
      isOver ? (ends.isLowerOpen, ends.isUpperOpen) : (ends.isUpperOpen, ends.isLowerOpen)
    if satisfies(worst, isReached: !isAimOpen || isWorstOpen) { return true }
    return satisfies(best, isReached: !isAimOpen && !isBestOpen) ? nil : false
  }

  /// Whether the way from the first figure is done as far as its time.
  private func pace(to newest: Figure, _ direction: Direction) -> (TargetState, Reason?) {
    guard let start, let due, let from = start.period, let now = newest.period, from.last < now.last,
      let first = start.value
    else { return (.unknown, .oneFigure) }
    let aim = threshold(direction)
    let whole = Period.elapsed(from: from, to: due).years
    guard whole > 0 else { return (.unknown, .oneFigure) }
    // Where the start was beyond the target, whatever is not reached has fallen behind.
    if first.isSame(as: aim) || (direction == .higher) == (first > aim) { return (.late, nil) }
    let passed = Period.elapsed(from: from, to: now).years / whole
    let needed = first + (aim - first) * passed
    func isFarEnough(_ value: Double) -> Bool {
      value.isSame(as: needed) || (direction == .higher ? value > needed : value < needed)
    }
    let ends = newest.interval
    if let value = newest.value, ends.lower.isFinite == ends.upper.isFinite {
      return (isFarEnough(value) ? .onTrack : .late, nil)
    }
    let (worst, best) = direction == .higher ? (ends.lower, ends.upper) : (ends.upper, ends.lower)
    if isFarEnough(worst) { return (.onTrack, nil) }
    return isFarEnough(best) ? (.unknown, .openBounds) : (.late, nil)
  }
}
