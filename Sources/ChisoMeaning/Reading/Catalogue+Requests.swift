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
    for indicator in reached.sorted() {
      let name = indicators[Int(indicator)].fullName
      guard served.contains(name) else { continue }
      for vintage in vintages {
        let request = ObservationRequest(indicator: name, vintage: vintage)
        if !fetched.contains(request) { requests.append(request) }
      }
    }
    return requests
  }
}
