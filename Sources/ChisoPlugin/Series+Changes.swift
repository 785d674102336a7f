extension Series {
  /// The change from each observation to the next for each `unit` of time, at the period of the later one.
  ///
  /// For levels whose observations lie at irregular distances. Time counts from the end of one period to the end of
  /// the other, as `Period.elapsed(from:to:in:)` does. Bounds are those of the difference; the first observation has no change.
  public func changes(per unit: UnitOfMeasure) -> Series {
    guard grid.dimensions.isEmpty, let axis = grid.periods else { return Series(.nan, type: type) }
    let known = axis.periods.enumerated().filter { !values[$0.offset].isNaN }
    var periods: [Period] = []
    var changes: [Double] = []
    var lowers: [Double] = []
    var uppers: [Double] = []
    var qualities: [Quality] = []
    for (earlier, later) in zip(known, known.dropFirst()) {
      guard let duration = Period.elapsed(from: earlier.element, to: later.element, in: unit), duration > 0
      else { continue }
      let difference = interval(at: later.offset) - interval(at: earlier.offset)
      let pace = difference / Interval(exactly: duration)
      periods.append(later.element)
      changes.append((values[later.offset] - values[earlier.offset]) / duration)
      lowers.append(pace.lower)
      uppers.append(pace.upper)
      qualities.append(quality[earlier.offset].combined(with: quality[later.offset]))
    }
    return Series(
      type: type, grid: Grid(periods: PeriodAxis(periods)), values: changes, lower: lowers, upper: uppers,
      quality: .values(qualities))
  }
}
