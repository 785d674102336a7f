/// The value of an expression, with all that it is known by.
public struct Answer: Sendable {
  /// What kind of value it is.
  public enum Kind: Hashable, Sendable {
    /// One observation of an indicator or of what follows from some.
    case figure
    /// Observations along periods or other dimensions.
    case series
    /// A number or quantity without observations behind it: `152 billion USD to billion USD`.
    case number
    /// A truth value.
    case boolean
    /// A text.
    case text(String)
  }

  /// Figure, series, number, truth value or text.
  public let kind: Kind
  package let evaluated: Evaluated
  let syntax: SyntaxNode
  let catalogue: Catalogue

  /// The expression in canonical form.
  public var expression: String { canonicalText(of: syntax) }
  /// Unit, kind, base and the rest that holds for every observation.
  public var type: SeriesType { evaluated.cells.series.type }
  /// The columns.
  public var series: Series { _read { yield evaluated.cells.series } }
  /// What is worth knowing about it.
  public var notes: [Note] { evaluated.notes }

  /// The one figure with its unit and what it can be; nil for a series, a text, a truth value, and where it is missing or
  /// known by its bounds alone, which `observations` have.
  ///
  /// For example:
  ///
  ///     try kernel.evaluate("gdp[2024]").quantity?.value   // 476300000000.0
  public var quantity: Quantity? {
    guard kind == .figure || kind == .number, let value = series.values.first, !value.isNaN else {
      return nil
    }
    return Quantity(value: value, unit: type.unit, interval: series.interval(at: 0))
  }

  /// Whether it is true; nil for what is no truth value, and where that is open.
  public var truth: Bool? {
    guard kind == .boolean, let value = series.values.first, !value.isNaN else { return nil }
    return value != 0
  }

  /// The cells that are observations, in the order of the grid; in a table of claims a source that says nothing of a
  /// cell is none, nor is a day by which nothing was known of it.
  public var cells: [Int] {
    let dimensions = series.grid.dimensions
    if dimensions.first?.name == "published" { return cellsOfRevisions }
    let isOfClaims = dimensions.contains { $0.name == "source" || $0.name == "published" }
    return isOfClaims
      ? series.values.indices.filter { !series.isMissing(at: $0) } : Array(series.values.indices)
  }

  /// What was known on each day, and what was known no more.
  private var cellsOfRevisions: [Int] {
    let days = max(1, series.grid.dimensions[0].codes.count)
    let width = series.values.count / days
    // Of instants each row has another day; of periods, a cell that was known and is not any more is missing.
    let isOfInstants = series.grid.periods?.periods.allSatisfy(\.isInstant) ?? false
    var wasKnown = [Bool](repeating: false, count: width)
    var cells: [Int] = []
    for day in 0..<days {
      let row = day * width..<(day + 1) * width
      let isMissing = row.allSatisfy(series.isMissing(at:))
      for (lane, cell) in row.enumerated() {
        let isKnown = !series.isMissing(at: cell)
        if isKnown || wasKnown[lane] && (isMissing || !isOfInstants) { cells.append(cell) }
        if isKnown { wasKnown[lane] = true }
      }
    }
    return cells
  }

  /// The observations in the order of the grid; missing cells have no value.
  public var observations: [Observation] { cells.map(observation(at:)) }

  /// The observation at `index` of the grid.
  public func observation(at index: Int) -> Observation {
    guard !series.isMissing(at: index) else {
      return Observation(
        key(at: index), value: nil, interval: .unbounded,
        quality: .missing)
    }
    let quality = series.quality[index]
    let origin = series.origin[index]
    let origins =
      origin < 0 ? [] : evaluated.origins.claims(of: origin).compactMap(catalogue.provenance(of:))
    var sources: [String] = []
    for origin in origins {
      let name = catalogue.sources[Int(origin.source)].name
      if !sources.contains(name) { sources.append(name) }
    }
    return Observation(
      key(at: index),
      value: series.isBoundedOnly(at: index) ? nil : series.values[index],
      interval: series.interval(at: index), quality: quality, sources: sources,
      published: origins.compactMap(\.published).max())
  }

  /// Where the cell at `index` stands; at the day of the observation where an instant was read at a period.
  private func key(at index: Int) -> ObservationKey {
    series.grid.periods == nil ? series.grid.key(at: index).at(series.label) : series.grid.key(at: index)
  }
}
