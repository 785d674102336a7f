import ChisoMeaning
import ChisoModel

// Exchange rates.
extension Planner {
  /// A value at the exchange rates of its own period.
  mutating func converted(
    _ value: SlotID, _ rate: CheckedOperation.Rate, _ frequency: Frequency?, _ context: PlanContext,
    at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    var result = value
    for pair in rate.pairs { result = try converted(result, pair, frequency, context, at: node) }
    return result
  }

  private mutating func converted(
    _ value: SlotID, _ pair: CurrencyRate, _ frequency: Frequency?, _ context: PlanContext,
    at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    // One way is computed as its rate is stated, so that nothing is rounded twice.
    let isInverse = pair.ways[0].count == 1 && pair.ways[0][0].divides
    var ways: [RateWay] = []
    for steps in pair.ways {
      ways.append(try way(steps, isInverse: isInverse, frequency, context, at: node))
    }
    let rate: SlotID
    let first = ways[0]
    if ways.count == 1, first.steps.count == 1 {
      rate = first.slot
    } else {
      let units = isInverse ? (pair.from, pair.to) : (pair.to, pair.from)
      rate = step(.rate(ways, unit: "\(units.0)/\(units.1)", by: pair), .number, at: node)
    }
    var period: Period?
    if case .figure(let label) = node.extent { period = label }
    var result = step(
      .requireRate(value, rate: rate, text: first.steps[0].text, period: period), node.type, at: node)
    for _ in 0..<pair.power {
      result = step(.cellwise(.binary(isInverse ? .divide : .multiply), [result, rate]), node.type, at: node)
    }
    return result
  }

  /// The rate of one way: the product of its steps.
  private mutating func way(
    _ steps: [CurrencyRate.Step], isInverse: Bool, _ frequency: Frequency?, _ context: PlanContext,
    at node: CheckedNode
  ) throws(DiagnosticError) -> RateWay {
    var way = RateWay(slot: 0, steps: [])
    var product: SlotID?
    for rate in steps {
      let slot = try rateSlot(rate.indicator, frequency, context, at: node)
      let name = catalogue.indicators[Int(rate.indicator)].name
      way.steps.append(RateWay.Step(slot: slot, text: "\(name) \(rate.text)", name: name))
      let divides = rate.divides != isInverse
      if let known = product {
        product = step(.cellwise(.binary(divides ? .divide : .multiply), [known, slot]), .number, at: node)
      } else if divides {
        let one = step(.constant(1, Interval(exactly: 1)), .number, at: node)
        product = step(.cellwise(.binary(.divide), [one, slot]), .number, at: node)
      } else {
        product = slot
      }
    }
    way.slot = product ?? 0
    return way
  }

  private mutating func rateSlot(
    _ indicator: Int32, _ frequency: Frequency?, _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let entry = catalogue.indicators[Int(indicator)]
    var period: Period?
    if case .figure(let label) = node.extent { period = label }
    var inner = context
    inner.computes = false
    inner.filter = .all
    let rate = try indicatorSlot(indicator, period?.frequency ?? frequency, inner, at: node)
    guard let period else { return rate }
    let question = PickedQuestion(
      subject: QuestionKey(.indicator, UInt64(indicator)),
      reference: current ?? NodeReference(expression: 0, node: 0), unit: entry.unit,
      vintage: context.vintage, filter: .all)
    return step(.pick(rate, period, question), entry.type, at: node)
  }
}
