import ChisoDiagnostics
import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Indicators: claimed, computed, added up, read at periods.
extension Planner {
  mutating func indicatorSlot(
    _ indicator: Int32, _ frequency: Frequency?, _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let entry = catalogue.indicators[Int(indicator)]
    index.read(CollectionOfOne(indicator), in: catalogue)
    let key = QuestionKey(.indicator, UInt64(indicator))
    guard let frequency else {
      return supposed(key, over: nil, nil, context, node)
    }
    if entry.timing == .instant, frequency != .instant {
      let days = try indicatorSlot(indicator, .instant, context, at: node)
      return step(.lastInPeriod(days, frequency, name: entry.name), entry.type, at: node)
    }
    var inner = context
    inner.computes = false
    var result: SlotID?
    if !context.computes {
      let scan = Scan(
        subject: key, indicator: indicator, frequency: frequency, vintage: context.vintage,
        filter: context.filter(ofTargets: isOfTarget(indicator)), name: entry.name,
        isOfTarget: isOfTarget(indicator))
      result = claimedSlot(scan, entry.type, at: node)
    }
    if let computed = try computedSlot(indicator, frequency, inner, at: node) {
      result =
        result.map {
          step(.prefer(claimed: $0, computed: computed, name: entry.name), entry.type, at: node)
        } ?? computed
    }
    // Flows add up, levels are read at the end; ratios, indices and ranks do neither.
    let isLevel = entry.kind == .stock
    if isLevel || entry.kind == .flow, frequency != .instant {
      let shorter = knownFrequencies(of: indicator, inner).filter { $0.averageDays < frequency.averageDays }
      var longer: [PlanOperation] = []
      for length in shorter.thatFill(frequency) {
        let parts = try partSlot(indicator, length, inner, at: node)
        longer.append(isLevel ? .endOfPeriod(parts, frequency) : .sumOfParts(parts, frequency))
      }
      if !isLevel, let lengths = shorter.thatFillTogether(frequency) {
        var parts: [SlotID] = []
        for length in lengths { parts.append(try partSlot(indicator, length, inner, at: node)) }
        longer.append(.cover(parts, frequency))
      }
      for operation in longer {
        let computed = step(operation, entry.type, at: node)
        result =
          result.map {
            step(.prefer(claimed: $0, computed: computed, name: entry.name), entry.type, at: node)
          } ?? computed
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
    if entry.computation != nil {
      var inputs: [SlotID] = []
      for input in try computationInputs(indicator) { inputs.append(try slot(input, frequency, context)) }
      return step(.computation(indicator, inputs), entry.type, at: node)
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

  mutating func computationInputs(_ indicator: Int32) throws(DiagnosticError) -> [NodeReference] {
    var result: [NodeReference] = []
    for checked in try catalogue.checkedInputs(of: indicator) {
      result.append(NodeReference(expression: add(checked), node: checked.root))
    }
    return result
  }

  /// The figures of a shorter length, made once for all longer ones.
  private mutating func partSlot(
    _ indicator: Int32, _ frequency: Frequency, _ context: PlanContext, at node: CheckedNode
  ) throws(DiagnosticError) -> SlotID {
    let key = context.key(of: NodeReference(expression: .max, node: NodeID(indicator)))
      .appending(text: frequency.description)
    if let known = slots[key] { return known }
    let slot = try indicatorSlot(indicator, frequency, context, at: node)
    slots[key] = slot
    return slot
  }

  /// The lengths of period for which an indicator has claims that may answer, blocks or supposed figures.
  func knownFrequencies(of indicator: Int32, _ context: PlanContext) -> Set<Frequency> {
    let key = QuestionKey(.indicator, UInt64(indicator))
    var result = claimedFrequencies(of: key, context)
    result.formUnion(catalogue.blockFrequencies(of: indicator))
    for entry in suppositions(in: context) where entry.subject == key {
      guard entry.supposition.holds(in: context.filter) else { continue }
      if let frequency = entry.supposition.period?.frequency { result.insert(frequency) }
    }
    return result
  }

  func claimedFrequencies(of key: QuestionKey, _ context: PlanContext) -> Set<Frequency> {
    var result: Set<Frequency> = []
    for claim in index.claims(about: key) where context.filter.admits(claim, vintage: context.vintage) {
      if let period = claim.period { result.insert(period.frequency) }
    }
    return result
  }
}

extension Set<Frequency> {
  /// The lengths whose periods may add up to one of a longer one, longest first.
  fileprivate func thatFill(_ longer: Frequency) -> [Frequency] {
    let parts = filter { $0.canFill(longer) }.sorted { $0.averageDays > $1.averageDays }
    guard longer.isRegular else { return parts }
    // Months fill quarters before quarters fill the year.
    return parts.filter { part in
      !parts.contains { $0.isRegular && $0 != part && part != .weekly && part.canFill($0) }
    }
  }

  /// Lengths, longest first, of which periods of several together may fill one of a longer length that those of one leave
  /// open: half a year and a quarter nine months, nine months and a quarter a year.
  fileprivate func thatFillTogether(_ longer: Frequency) -> [Frequency]? {
    guard count > 1, contains(where: { $0 == .weekly || !$0.isNested(in: longer) }) else { return nil }
    return Array(sorted { $0.averageDays > $1.averageDays }.prefix(16))
  }
}

extension Frequency {
  /// Whether each period of `longer` is made of whole ones of this length, wherever it begins.
  fileprivate func isNested(in longer: Frequency) -> Bool {
    self == .instant || (isRegular && longer.isRegular && canFill(longer))
  }

  /// Whether periods of this length may fill one of another without a rest: weeks fill those months that begin on a
  /// Monday and end on a Sunday.
  fileprivate func canFill(_ longer: Frequency) -> Bool {
    guard averageDays < longer.averageDays else { return false }
    switch (self, longer) {
    case (.instant, _), (.weekly, _): return true
    case (.days(let part), .days(let whole)): return whole % part == 0
    default:
      guard let part = monthCount, let whole = longer.monthCount else { return false }
      return whole % part == 0
    }
  }
}
