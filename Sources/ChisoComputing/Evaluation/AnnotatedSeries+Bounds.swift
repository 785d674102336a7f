import ChisoModel

// Cells that are known by their bounds alone, as functions take them.
extension Series {
  /// The values, where a number between its bounds stands for each that has none: for what only asks which figures there
  /// are, and what is made with it is known by its bounds alone.
  var presentValues: [Double] {
    guard lower != nil, values.indices.contains(where: isBoundedOnly(at:)) else { return values }
    return values.indices.map { index in
      values[index].isNaN ? interval(at: index).representative ?? .nan : values[index]
    }
  }

  /// Both bounds, which are no numbers where a cell is missing; nil where every value is exact.
  var boundsOfPresent: (lower: [Double], upper: [Double])? {
    guard var lower, var upper else { return nil }
    for index in values.indices where isMissing(at: index) { (lower[index], upper[index]) = (.nan, .nan) }
    return (lower, upper)
  }
}

extension Series {
  /// Sets the bounds of the cell at `index`, which has some.
  mutating func setInterval(_ interval: Interval, at index: Int) {
    lower?[index] = interval.lower
    upper?[index] = interval.upper
    guard openEnds[index] != interval.openEnds else { return }
    // Taken out while it is changed, so that cell after cell costs no copy of all.
    var ends: [Interval.OpenEnds]
    switch openEnds {
    case .values(let known): ends = known
    case .constant(let known): ends = Array(repeating: known, count: values.count)
    }
    openEnds = .constant([])
    ends[index] = interval.openEnds
    openEnds = .values(ends)
  }
}

/// How far open ends are moved, of the greatest end, to see whether what is made of them moves: more than rounding, and less than
/// figures differ by.
let openStep = 0x1p-30

extension Interval {
  /// The lower or the upper end.
  func end(_ side: OpenEnds) -> Double { side == .lower ? lower : upper }

  /// An end moved inward where it is open: by a step, and at least to the next double.
  func inward(_ side: OpenEnds, by step: Double) -> Double {
    guard openEnds.contains(side) else { return end(side) }
    return side == .lower ? Swift.max(lower.nextUp, lower + step) : Swift.min(upper.nextDown, upper - step)
  }
}
