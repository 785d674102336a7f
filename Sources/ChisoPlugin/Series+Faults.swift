public import ChisoDiagnostics
public import ChisoModel

extension Series {
  /// Why the series cannot be computed with: columns that do not fit its grid, values without end or outside of their
  /// bounds, periods out of order; nil where it can. Whatever a plugin returns is asked for it. Complexity: linear.
  public var fault: Phrase? {
    func fits<Element>(_ column: Column<Element>) -> Bool {
      if case .values(let elements) = column { return elements.count == grid.count }
      return true
    }
    guard values.count == grid.count, (lower == nil) == (upper == nil),
      lower?.count ?? grid.count == grid.count, upper?.count ?? grid.count == grid.count, fits(quality),
      fits(origin), fits(openEnds)
    else { return "columns that do not fit its grid" }
    for dimension in grid.dimensions where Set(dimension.codes).count != dimension.codes.count {
      return "a code of `\(dimension.name)` twice"
    }
    if case .list(let periods)? = grid.periods {
      for (earlier, later) in zip(periods, periods.dropFirst())
      where !PeriodAxis.isOrderedBefore(earlier, later) {
        return "periods out of order"
      }
    }
    if values.contains(where: \.isInfinite) { return "a value without end" }
    guard let lower, let upper else { return nil }
    for index in values.indices {
      if values[index].isNaN {
        // Whoever has no value may have bounds.
        guard lower[index] <= upper[index] else { return "a lower bound above the upper one" }
        continue
      }
      guard lower[index] <= values[index], values[index] <= upper[index] else {
        return "a value outside of its bounds"
      }
    }
    return nil
  }
}
