import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Functions that choose among cells by their values. Where bounds leave open which are chosen, the bounds of the result hold
// all that may be.
extension Evaluator {
  /// The cell along time that is chosen, of each series of a panel.
  func selected(
    _ cells: AnnotatedSeries, monotony: Monotony, _ choose: @Sendable (Span<Double>) -> Int?
  ) -> AnnotatedSeries {
    guard let axis = cells.grid.periods else { return cells }
    let width = max(1, axis.count)
    let lanes = cells.grid.dimensions.reduce(1) { $0 * $1.codes.count }
    let series = cells.series
    let values = series.presentValues
    let indices = (0..<lanes).map { lane -> Int in
      guard axis.count > 0 else { return -1 }
      let place = choose(values.span.extracting(lane * width..<(lane + 1) * width))
      guard let place, (0..<width).contains(place) else { return -1 }
      return lane * width + place
    }
    var result: AnnotatedSeries
    if cells.grid.dimensions.isEmpty {
      guard let index = indices.first, index >= 0, let picked = axis[index].flatMap({ pick(cells, $0) })
      else {
        return .missing(series.type)
      }
      result = picked
    } else {
      result = cells.gathering(indices, grid: Grid(dimensions: cells.grid.dimensions, periods: nil))
      result.label = .mixed
    }
    guard monotony != .still, !series.isExact, result.series.lower != nil else { return result }
    for (lane, index) in indices.enumerated() where index >= 0 {
      let members = Array(lane * width..<(lane + 1) * width)
      let open = Choice(
        members.map { series.figure(at: $0) }, monotony,
        lacksValues: members.contains(where: series.isBoundedOnly(at:))
      ) { values in
        choose(values.span).map { [$0] } ?? []
      }
      result.series.widen(lane, to: open.ends(ofPlace: 0), open)
    }
    return result
  }

  /// What the figures of periods that were chosen by their values can be, the first chosen first, where a function that does not
  /// care for their order takes them: which period has which may be open. nil where it takes something else.
  func endsOfChosen(_ step: PlanStep) -> [Interval]? {
    guard case .native(_, let outer) = step.operation, case .slot(let chosen)? = outer.first,
      case .native(let function, let planned) = plan.steps[Int(chosen)].operation,
      let native = input.catalogue.functions[Int(function)].native, case .subset(let choose) = native.shape,
      case .slot(let operand)? = planned.first, cells(operand).grid.dimensions.isEmpty
    else { return nil }
    let cells = cells(operand)
    guard !cells.series.isExact, cells.grid.periods != nil else { return nil }
    let arguments = arguments(planned)
    let figures = (0..<cells.count).map { cells.series.figure(at: $0) }
    return Choice(figures, native.monotony.first ?? .none, lacksValues: false) { values in
      (try? choose(values, arguments)) ?? []
    }.places
  }

  func subset(
    _ cells: AnnotatedSeries, _ arguments: [Argument], of axis: String?, monotony: Monotony,
    _ choose: @Sendable ([Double], [Argument]) throws(FunctionError) -> [Int]
  ) throws(FunctionError) -> AnnotatedSeries {
    let dimensions = cells.grid.dimensions
    guard axis != nil || dimensions.count <= 1 else {
      throw FunctionError(
        "the series has several dimensions.",
        hint: "name one: \(dimensions.map { "`over: \($0.name)`" }.joined(separator: " or "))")
    }
    let layout = try layout(axis ?? dimensions.first?.name, of: cells.grid)
    guard let place = layout.dimension else {
      guard dimensions.isEmpty, let periods = cells.grid.periods?.periods else {
        throw FunctionError("periods can be chosen of one series along time only.")
      }
      let chosen = Set(try choose(cells.series.presentValues, arguments)).filter(periods.indices.contains)
        .sorted()
      var result = cells.gatheringPeriods(chosen, axis: PeriodAxis(chosen.map { periods[$0] }))
      if !cells.series.isExact {
        let figures = periods.indices.map { cells.series.figure(at: $0) }
        let open = Choice(
          figures, monotony, lacksValues: periods.indices.contains(where: cells.series.isBoundedOnly(at:))
        ) { values in (try? choose(values, arguments)) ?? [] }
        for index in chosen.indices {
          result.series.widen(index, to: open.ends(ofTurn: index, among: chosen), open)
        }
      }
      return result
    }
    // The latest figure of each code decides for all its periods.
    let present = cells.series.presentValues
    var deciding = [Int](repeating: -1, count: layout.length)
    for lane in 0..<layout.lanes.count {
      for (position, member) in zip(layout.parts, layout.parts(ofLane: lane))
      where !present[member].isNaN {
        deciding[position] = member
      }
    }
    let codes = dimensions[place].codes
    var seen: Set<Int> = []
    let latest = deciding.map { $0 < 0 ? .nan : present[$0] }
    let chosen = try choose(latest, arguments).filter {
      codes.indices.contains($0) && seen.insert($0).inserted
    }
    var result = dimensions
    result[place] = Grid.Dimension(dimensions[place].name, chosen.map { codes[$0] })
    let grid = Grid(dimensions: result, periods: cells.grid.periods)
    guard let target = AxisLayout(dimensions[place].name, of: grid) else { return cells }
    var indices = [Int](repeating: -1, count: grid.count)
    for lane in 0..<layout.lanes.count {
      let members = layout.members(ofLane: lane)
      for (position, member) in target.members(ofLane: lane).enumerated() {
        indices[member] = members[chosen[position]]
      }
    }
    var gathered = cells.gathering(indices, grid: grid)
    guard !cells.series.isExact else { return gathered }
    let figures = deciding.map { $0 < 0 ? nil : cells.series.figure(at: $0) }
    let open = Choice(
      figures, monotony, lacksValues: deciding.contains { $0 >= 0 && cells.series.isBoundedOnly(at: $0) }
    ) { values in (try? choose(values, arguments)) ?? [] }
    for lane in 0..<layout.lanes.count {
      let members = layout.members(ofLane: lane)
      for (position, member) in target.members(ofLane: lane).enumerated() {
        // Beside the figures that decide stand those of other periods, each of which goes with its own.
        let others = open.candidates(ofPlace: position)
        let isDeciding = others.allSatisfy { deciding[$0] == members[$0] }
        let ends =
          isDeciding
          ? open.ends(ofPlace: position)
          : others.compactMap { cells.series.figure(at: members[$0])?.interval }.hull
        gathered.series.widen(member, to: ends, open)
      }
    }
    return gathered
  }
}

/// What functions that choose by values may choose, given what the values can be.
private struct Choice {
  /// The cells to choose from; nil for missing ones.
  let figures: [BoundedValue?]
  /// What stands at each place of the result can be, where the choice moves with the values one way.
  let places: [Interval]?
  /// What any place can be.
  private let whole: Interval
  /// Whether some of the cells have no value that could decide.
  let lacksValues: Bool

  init(
    _ figures: [BoundedValue?], _ monotony: Monotony, lacksValues: Bool, _ choose: ([Double]) -> [Int]
  ) {
    self.figures = figures
    self.lacksValues = lacksValues
    let known = figures.compactMap { $0?.interval }
    let hull = known.hull ?? .unbounded
    guard monotony == .increasing || monotony == .decreasing else {
      places = nil
      whole = hull
      return
    }
    // What is over 20 comes after what is at least 20.
    let lows = figures.map { $0?.interval.inward(.lower, by: 0) ?? .nan }
    let highs = figures.map { $0?.interval.inward(.upper, by: 0) ?? .nan }
    let (low, high) = (choose(lows), choose(highs))
    guard low.count == high.count, (low + high).allSatisfy(figures.indices.contains) else {
      places = nil
      whole = hull
      return
    }
    let places = zip(low, high).map { low, high -> Interval in
      guard let least = figures[low]?.interval, let most = figures[high]?.interval else { return hull }
      return Interval(
        lower: least.lower, upper: most.upper,
        openEnds: least.openEnds.intersection(.lower).union(most.openEnds.intersection(.upper)))
    }
    self.places = places
    whole = places.hull ?? hull
  }

  /// What stands at a place of the result can be.
  func ends(ofPlace place: Int) -> Interval? {
    guard let places else { return whole }
    return places.indices.contains(place) ? places[place] : nil
  }

  /// The cells that may stand at a place of the result.
  func candidates(ofPlace place: Int) -> [Int] {
    guard let ends = ends(ofPlace: place) else { return [] }
    return figures.indices.filter { figures[$0]?.interval.intersects(ends) ?? false }
  }

  /// What stands at a place of a result that is put in the order of the cells can be; nil where it is certain that
  /// `chosen` are chosen.
  func ends(ofTurn turn: Int, among chosen: [Int]) -> Interval? {
    let candidates = figures.indices.filter { figures[$0]?.interval.intersects(whole) ?? false }
    guard candidates.count > chosen.count else { return nil }
    let last = candidates.count - chosen.count + turn
    return candidates[turn...last].compactMap { figures[$0]?.interval.intersection(whole) }.hull
  }
}

extension [Interval] {
  /// The smallest interval around all; nil of none.
  fileprivate var hull: Interval? {
    guard let first else { return nil }
    return dropFirst().reduce(first) { $0.hull($1) }
  }
}

extension Series {
  /// The cell at `index`; nil where it is missing.
  fileprivate func figure(at index: Int) -> BoundedValue? {
    if isMissing(at: index) { return nil }
    let interval = interval(at: index)
    return BoundedValue(values[index].isNaN ? interval.representative ?? .nan : values[index], interval)
  }

  /// Sets the bounds of a cell that is not missing, where `interval` says some; it has no value where that of another cell
  /// would decide which cell it is.
  fileprivate mutating func widen(_ index: Int, to interval: Interval?, _ choice: Choice) {
    guard let interval, !isMissing(at: index) else { return }
    if choice.lacksValues, interval != self.interval(at: index) { values[index] = .nan }
    setInterval(interval, at: index)
  }
}
