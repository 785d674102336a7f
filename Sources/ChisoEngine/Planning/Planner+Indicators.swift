import ChisoDiagnostics
import ChisoModel
import ChisoPlugin

// Indicators: claimed, computed, added up, read at periods.
extension PlanRun {
  mutating func indicatorSlot(
    _ indicator: Int32, _ frequency: Frequency?, _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let entry = catalogue.indicators[Int(indicator)]
    index.read(CollectionOfOne(indicator), in: catalogue)
    let key = NormalKey(.indicator, UInt64(indicator))
    guard let frequency else {
      return supposed(key, over: nil, nil, context, node)
    }
    if entry.timing == .instant, frequency != .instant {
      let days = try indicatorSlot(indicator, .instant, context, at: node)
      return step(.lastWithin(days, frequency, name: entry.name), entry.type, at: node)
    }
    var inner = context
    inner.computes = false
    var result: SlotID?
    if !context.computes {
      let need = Need(
        subject: key, indicator: indicator, frequency: frequency, vintage: context.vintage,
        filter: context.filter, name: entry.name)
      result = claimedSlot(need, entry.type, at: node)
    }
    if let computed = try computedSlot(indicator, frequency, inner, at: node) {
      result =
        result.map {
          step(.prefer(claimed: $0, computed: computed, name: entry.name), entry.type, at: node)
        } ?? computed
    }
    // Flows add up, levels are read at the end; ratios, indices and ranks do neither.
    let isLevel = entry.kind == .stock
    if isLevel || entry.kind == .flow {
      for parts in partFrequencies(of: indicator, under: frequency, context) {
        let finer = try indicatorSlot(indicator, parts, inner, at: node)
        let longer = step(
          isLevel ? .closing(finer, frequency) : .total(finer, frequency), entry.type, at: node)
        result =
          result.map {
            step(.prefer(claimed: $0, computed: longer, name: entry.name), entry.type, at: node)
          } ?? longer
      }
    }
    guard let result else {
      throw DiagnosticError(diagnostic: .noDefinition(entry.name, at: node.span))
    }
    return supposed(key, over: result, frequency, context, node)
  }

  /// What the definition or the Swift of an indicator yields; nil where it is only observed.
  mutating func computedSlot(
    _ indicator: Int32, _ frequency: Frequency, _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID? {
    let entry = catalogue.indicators[Int(indicator)]
    guard !open.contains(indicator) else {
      throw DiagnosticError(diagnostic: .recursion(entry.name, at: node.span))
    }
    guard open.count < 64 else { throw DiagnosticError(diagnostic: .nestedTooDeep(at: node.span)) }
    open.append(indicator)
    defer { open.removeLast() }
    if entry.metric != nil {
      var inputs: [SlotID] = []
      for input in try metricInputs(indicator) { inputs.append(try slot(input, frequency, context)) }
      return step(.metric(indicator, inputs), entry.type, at: node)
    }
    guard let definition = try definition(of: indicator) else { return nil }
    return scaled(try slot(definition, frequency, context), nil, type: entry.type, at: node)
  }

  mutating func definition(of indicator: Int32) throws(DiagnosticError) -> NodeReference? {
    if let known = definitions[indicator] {
      return NodeReference(expression: known, node: expressions[known].root)
    }
    let checked: CheckedExpression?
    do throws(DiagnosticError) {
      checked = try catalogue.checkedDefinition(of: indicator)
    } catch {
      let span = place ?? SourceSpan(start: 0, end: 0)
      throw DiagnosticError(
        diagnostic: error.diagnostic.within(catalogue.indicators[Int(indicator)].name, at: span))
    }
    guard let checked else { return nil }
    let number = add(checked)
    definitions[indicator] = number
    return NodeReference(expression: number, node: checked.root)
  }

  mutating func metricInputs(_ indicator: Int32) throws(DiagnosticError) -> [NodeReference] {
    var result: [NodeReference] = []
    for checked in try catalogue.checkedInputs(of: indicator) {
      result.append(NodeReference(expression: add(checked), node: checked.root))
    }
    return result
  }

  /// The shorter lengths for which the flow is known, whose periods may add up to one of `frequency`; longest first.
  func partFrequencies(
    of indicator: Int32, under frequency: Frequency, _ context: PlanContext
  ) -> [Frequency] {
    guard frequency.monthCount != nil else { return [] }
    let known = knownFrequencies(of: indicator, context)
    return Frequency.regular.filter {
      $0 != .weekly && $0.averageDays < frequency.averageDays && known.contains($0)
    }
  }

  /// The lengths of period for which an indicator has claims that may answer, blocks or supposed figures.
  func knownFrequencies(of indicator: Int32, _ context: PlanContext) -> Set<Frequency> {
    let key = NormalKey(.indicator, UInt64(indicator))
    var result = claimedFrequencies(of: key, context)
    result.formUnion(catalogue.blockFrequencies(of: indicator))
    if context.suppositions >= 0 {
      for entry in suppositions[context.suppositions] where entry.subject == key {
        if let frequency = entry.supposition.period?.frequency { result.insert(frequency) }
      }
    }
    return result
  }

  func claimedFrequencies(of key: NormalKey, _ context: PlanContext) -> Set<Frequency> {
    var result: Set<Frequency> = []
    for claim in index.claims(about: key) where context.filter.admits(claim, vintage: context.vintage) {
      if let period = claim.period { result.insert(period.frequency) }
    }
    return result
  }
}
