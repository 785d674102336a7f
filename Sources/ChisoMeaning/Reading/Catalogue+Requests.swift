package import ChisoModel
package import ChisoPlugin

// What observation sources are asked for.
extension Catalogue {
  /// What an expression needs from observation sources that was not asked for yet.
  package func requests(for expression: CheckedExpression, vintage: CivilDate?) -> [ObservationRequest] {
    var vintages: Set<CivilDate?> = [vintage]
    var infers = false
    func note(_ node: CheckedNode) {
      switch node.operation {
      case .asOf(_, let day): vintages.insert(day)
      case .form(.infer, _): infers = true
      default: break
      }
    }
    var reached = indicators(under: expression, visiting: note)
    // What is inferred may rest on all that is said.
    if infers { reached = indicators(under: expression, and: mentionedIndicators, visiting: note) }
    return requests(for: reached, vintages: vintages)
  }

  /// What observation sources have of the indicators that claims, definitions and rules speak of, as far as they were not
  /// asked yet.
  package func requestsOfMentioned(vintage: CivilDate?) -> [ObservationRequest] {
    requests(for: mentionedIndicators, vintages: [vintage])
  }

  /// The indicators that claims, definitions and rules speak of.
  private var mentionedIndicators: Set<Int32> {
    // Nobody asks for them where there is nobody to be asked.
    guard !observationSources.isEmpty else { return [] }
    var result = claimIndex.namedIndicators
    // A claim may reach an indicator through a function alone.
    for claim in claims.indices {
      if let reading = claimReading(Int32(claim)) { result.formUnion(reading.expression.indicators) }
    }
    for index in indicators.indices where indicators[index].definition != nil {
      guard let checked = try? checkedDefinition(of: Int32(index)) else { continue }
      result.formUnion(checked.indicators)
      result.insert(Int32(index))
    }
    for index in rules.indices {
      if let checked = checkedRule(Int32(index)) { result.formUnion(checked.indicators) }
    }
    return result
  }

  private func requests(for reached: Set<Int32>, vintages: Set<CivilDate?>) -> [ObservationRequest] {
    let served = Set(observationSources.flatMap(\.indicators))
    var requests: [ObservationRequest] = []
    for indicator in reached.sorted() where served.contains(indicators[Int(indicator)].fullName) {
      requests += vintages.compactMap { request(for: .all, of: indicator, vintage: $0) }
    }
    return requests
  }

  /// What the sources are to be asked for, so that `cells` of an indicator are there: with those that they were asked for
  /// before, which it takes the place of. Nil where all are there, or nobody serves the indicator.
  package func request(
    for cells: CellSelection, of indicator: Int32, vintage: CivilDate?
  ) -> ObservationRequest? {
    let name = indicators[Int(indicator)].fullName
    let sources = observationSources.filter { $0.indicators.contains(name) }
    guard !sources.isEmpty else { return nil }
    var asked = cells.limited(to: sources.reduce([.periods, .codes]) { $0.intersection($1.choosesBy) })
    if let known = fetched.first(where: { $0.indicator == indicator && $0.vintage == vintage })?.cells {
      if known.contains(asked) { return nil }
      asked = known.union(asked)
      // Whoever goes through many codes one by one is served with all of them before long.
      asked.codes.removeAll { $0.codes.count > 64 }
    }
    return ObservationRequest(indicator: name, cells: asked, vintage: vintage)
  }

  /// Keeps what the sources answered, in place of what they answered before of the same indicator.
  package mutating func keep(
    _ answer: [ObservationBlock], to request: ObservationRequest
  ) throws(BlockRefusal) {
    guard let indicator = indicators(named: request.indicator).first else { return }
    let vintage = request.vintage
    if fetched.contains(where: { $0.indicator == indicator && $0.vintage == vintage }) {
      fetched.removeAll { $0.indicator == indicator && $0.vintage == vintage }
      removeBlocks { $0.indicator == indicator && !$0.isOfEveryVintage && $0.vintage == vintage }
    }
    try add(answer, vintage: vintage)
    fetched.append(FetchedCells(indicator: indicator, vintage: vintage, cells: request.cells))
  }
}
