import ChisoComputing
import ChisoDiagnostics
import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Each rule is computed too, as the same condition would be that somebody types: sums of parts, instants read at periods,
// functions of series, whether a figure is missing, what tables say of areas. Each cell in which it cannot hold is a finding,
// but for those that the network told of.
extension ConsistencyCheck {
  /// Looks at every rule, at every length of period and in every cell.
  mutating func findBrokenConditions(_ context: Context) {
    for index in catalogue.rules.indices {
      if context.stops(at: index, of: catalogue.rules.count) { return }
      guard let checked = catalogue.checkedRule(Int32(index)), checked.type.isBoolean else { continue }
      let mentioned = catalogue.indicators(under: checked)
      let rule = ComputedRule(
        number: Int32(index), condition: checked, mentioned: mentioned.union(checked.indicators),
        isAboutTargets: checked.asksForTarget)
      look(at: rule, frequencies(of: mentioned, checked), context)
    }
  }

  /// A rule that is computed.
  private struct ComputedRule {
    var number: Int32
    var condition: CheckedExpression
    /// The indicators that it names, and those that they are defined from.
    var mentioned: Set<Int32>
    var isAboutTargets: Bool
  }

  /// The lengths of period at which there may be cells; nil for that which the condition has by itself.
  private func frequencies(of indicators: Set<Int32>, _ condition: CheckedExpression) -> [Frequency?] {
    guard condition.extent == .series else { return [nil] }
    var known: Set<Frequency> = []
    for indicator in indicators {
      known.formUnion(
        catalogue.claimIndex.frequencies(of: QuestionKey(.indicator, UInt64(indicator))).compactMap { $0 })
      known.formUnion(catalogue.blockFrequencies(of: indicator))
    }
    if indicators.contains(where: { catalogue.indicators[Int($0)].timing == .period }) {
      known.remove(.instant)
    }
    return [nil] + known.sorted { $0.averageDays > $1.averageDays }
  }

  private mutating func look(at rule: ComputedRule, _ frequencies: [Frequency?], _ context: Context) {
    var seen: Set<String> = []
    var areas = BrokenCells()
    var bentAreas = BrokenCells()
    for frequency in frequencies {
      if context.isCancelled { return }
      let evaluated: Evaluated
      do throws(DiagnosticError) {
        evaluated = try catalogue.evaluated(rule.condition, at: frequency, in: context)
      } catch {
        if frequency == nil, !error.diagnostic.isOfMissingFigures, !context.isCancelled {
          tellOfFailure(rule, error.diagnostic)
        }
        continue
      }
      let cells = evaluated.cells
      for index in 0..<cells.count {
        let isBroken = isBroken(evaluated, index, rule)
        guard isBroken || isBent(evaluated, index, rule) else { continue }
        let place = cells.grid.periods.map { _ in cells.grid.key(at: index).selector } ?? ""
        guard seen.insert(place).inserted else { continue }
        if cells.isOfWhole(index) {
          tell(rule, evaluated, index, frequency, isBroken: isBroken, context)
        } else if isBroken {
          areas.add(cells.grid.key(at: index).selector, claims(rule, evaluated, index).shown)
        } else {
          bentAreas.add(cells.grid.key(at: index).selector, claims(rule, evaluated, index).shown)
        }
      }
    }
    tell(rule, areas, isBroken: true)
    tell(rule, bentAreas, isBroken: false)
  }

  /// Whether the condition holds in a cell only because bounds have no end: for the printed figures it does not.
  private mutating func isBent(_ evaluated: Evaluated, _ index: Int, _ rule: ComputedRule) -> Bool {
    let series = evaluated.cells.series
    guard series.values[index] == 0, !series.interval(at: index).isExact,
      series.quality[index].status < .forecast, rule.isAboutTargets || series.quality[index].role == .reported
    else { return false }
    return evaluated.origins.claims(of: series.origin[index]).contains { claim in
      if let block = catalogue.tabled(claim)?.block { return hasOpenBounds(block) }
      return catalogue.claims.indices.contains(Int(claim)) && catalogue.claims[Int(claim)].relation != .equal
    }
  }

  /// Whether the condition cannot hold in a cell, whatever bounds leave open.
  private func isBroken(_ evaluated: Evaluated, _ index: Int, _ rule: ComputedRule) -> Bool {
    let series = evaluated.cells.series
    guard series.quality[index].status < .forecast,
      rule.isAboutTargets || series.quality[index].role == .reported
    else { return false }
    return series.interval(at: index).upper < 1
  }

  /// Whether a table leaves a figure without an end. Complexity: linear in its cells once, as often as it is asked.
  private mutating func hasOpenBounds(_ block: BlockEntry) -> Bool {
    if let known = openBlocks[block.origin] { return known }
    let isOpen = block.values.indices.contains {
      !block.values[$0].isNaN && !block.interval(at: $0).isBounded
    }
    openBlocks[block.origin] = isOpen
    return isOpen
  }

  private mutating func tell(
    _ rule: ComputedRule, _ evaluated: Evaluated, _ index: Int, _ frequency: Frequency?, isBroken: Bool,
    _ context: Context
  ) {
    let cells = evaluated.cells
    let period = cells.period(ofCell: index)
    // A rule about figures has one place, whatever period they are of.
    let place = RulePlace(rule: rule.number, period: rule.condition.extent == .series ? period : nil)
    guard broken.insert(place).inserted else { return }
    let said = claims(rule, evaluated, index)
    // What cannot all be true whatever the rule says was told already.
    if contradictions.contains(where: { said.members.isSuperset(of: $0) }) { return }
    let label = label(of: rule.number)
    involved.formUnion(said.members)
    append(
      Finding(
        grade: grade(of: rule, isBroken: isBroken),
        id: isBroken ? "broken-rule" : "rule-held-by-open-bounds",
        phrase: isBroken
          ? "“\(label)” does not hold\(when(period))."
          : "“\(label)” holds only because bounds are open: for the printed figures it does not.",
        steps: sides(rule, period, frequency, context) + said.more, claims: said.shown,
        indicators: catalogue.names(rule.mentioned)), size: said.shown.count)
  }

  /// What is no more than bent is suspicious, whatever the rule.
  private func grade(of rule: ComputedRule, isBroken: Bool) -> FindingGrade {
    let grade = catalogue.rules[Int(rule.number)].grade
    return isBroken || grade != .certain ? grade.finding : .suspicious
  }

  private mutating func tell(_ rule: ComputedRule, _ areas: BrokenCells, isBroken: Bool) {
    guard let first = areas.places.first else { return }
    let label = label(of: rule.number)
    let others = areas.places.count - BrokenCells.shownCount
    let more: Phrase = others == 1 ? "and 1 more cell" : "and \(others) more cells"
    append(
      Finding(
        grade: grade(of: rule, isBroken: isBroken),
        id: isBroken ? "broken-rule" : "rule-held-by-open-bounds",
        phrase: !isBroken
          ? "“\(label)” holds only because bounds are open, in \(areas.listed)."
          : areas.places.count == 1
            ? "“\(label)” does not hold in \(first)."
            : "“\(label)” does not hold in \(areas.places.count) cells: \(areas.listed).",
        steps: others > 0 ? [more] : [], claims: areas.claims,
        indicators: catalogue.names(rule.mentioned)), size: areas.claims.count)
  }

  private mutating func tellOfFailure(_ rule: ComputedRule, _ diagnostic: Diagnostic) {
    let label = label(of: rule.number)
    append(
      Finding(
        grade: .note, id: "rule-not-looked-at",
        phrase: "“\(label)” could not be looked at: \(diagnostic.phrase)",
        steps: diagnostic.hints.map(\.phrase),
        claims: [], indicators: catalogue.names(rule.mentioned)), size: 0)
  }

  private mutating func append(_ finding: Finding, size: Int) {
    if findings.contains(where: { $0.finding == finding }) { return }
    findings.append((finding, size))
  }

  /// The claims and figures that a cell rests on: those that are shown, how many more there are, and their places in the
  /// network.
  private mutating func claims(
    _ rule: ComputedRule, _ evaluated: Evaluated, _ index: Int
  ) -> (shown: [FindingClaim], more: [Phrase], members: Set<Int>) {
    let cells = evaluated.cells
    var codes = rule.condition.namedCodes
    for place in cells.grid.codes(ofCell: index) { codes[place.dimension, default: []].insert(place.code) }
    let period = cells.period(ofCell: index)
    var shown: [FindingClaim] = []
    var members: Set<Int> = []
    for claim in evaluated.origins.claims(of: cells.series.origin[index]) {
      if let place = claimPlaces[claim] { members.insert(place) }
      for said in catalogue.said(by: claim, in: period, codes) where !shown.contains(said) {
        shown.append(said)
      }
    }
    let others = shown.count - ConsistencyCheck.shownClaims
    let more: Phrase = others == 1 ? "and 1 more figure" : "and \(others) more figures"
    return (Array(shown.prefix(ConsistencyCheck.shownClaims)), others > 0 ? [more] : [], members)
  }

  /// How many of the claims are shown that a computed condition rests on.
  private static let shownClaims = 8

  /// What stands on both sides of a comparison at a period.
  private func sides(
    _ rule: ComputedRule, _ period: Period?, _ frequency: Frequency?, _ context: Context
  ) -> [Phrase] {
    guard
      case .binary(let operation, let left, let right, _, _) =
        rule.condition[rule.condition.root].operation, operation.isComparison
    else { return [] }
    func side(_ node: NodeID) -> Phrase? {
      var expression = rule.condition
      expression.root = node
      let type = expression.type
      guard !type.isBoolean, !type.unit.isWorded else { return nil }
      if case .constant(let value, _) = expression[node].operation { return amount(value, type.unit) }
      guard let cells = try? catalogue.evaluated(expression, at: frequency, in: context).cells else {
        return nil
      }
      let index = cells.grid.periods == nil ? 0 : period.flatMap { cells.grid.periods?.index(of: $0) }
      guard let index, index < cells.count, cells.grid.dimensions.isEmpty,
        !cells.series.values[index].isNaN
      else { return nil }
      return figure(cells.series.values[index], cells.series.interval(at: index), type.unit)
    }
    guard let first = side(left), let second = side(right) else { return [] }
    return ["left of `\(operation.text)`: \(first)", "right of it: \(second)"]
  }
}

/// Cells of areas in which a rule does not hold.
private struct BrokenCells {
  private(set) var places: [String] = []
  private(set) var claims: [FindingClaim] = []
  /// How many are shown.
  static let shownCount = 2

  mutating func add(_ place: String, _ said: [FindingClaim]) {
    places.append(place)
    if places.count <= BrokenCells.shownCount {
      for claim in said where !claims.contains(claim) { claims.append(claim) }
    }
  }

  /// The first of them, for a sentence.
  var listed: String { places.prefix(BrokenCells.shownCount).joined(separator: ", ") }
}

extension AnnotatedSeries {
  /// The period of a cell, or that of the figure.
  fileprivate func period(ofCell index: Int) -> Period? {
    grid.periods == nil ? series.label : grid.period(ofCell: index)
  }

  /// Whether a cell is of the whole: without dimensions, or the total in each.
  fileprivate func isOfWhole(_ index: Int) -> Bool {
    if grid.dimensions.isEmpty { return true }
    guard let start = grid.wholeStart else { return false }
    return start <= index && index < start + max(1, grid.laneCount)
  }
}

extension Diagnostic {
  /// Whether figures are missing, so that there is nothing to be held against a rule.
  fileprivate var isOfMissingFigures: Bool {
    ["no-observation", "no-rate", "nothing-follows", "no-such-code"].contains(id)
  }
}

extension Catalogue {
  fileprivate func evaluated(
    _ expression: CheckedExpression, at frequency: Frequency?, in context: Context
  ) throws(DiagnosticError) -> Evaluated {
    let plan = try plan(expression, in: self, vintage: context.vintage, at: frequency)
    return try evaluate(plan, in: self, reasoning: .network, context: context)
  }

  /// Their names.
  func names(_ indicators: Set<Int32>) -> [String] {
    indicators.sorted().map { self.indicators[Int($0)].name }
  }

  /// What an origin says: one claim, or the figures that a table has in cells of `codes`.
  fileprivate func said(by claim: Int32, in period: Period?, _ codes: [String: Set<String>]) -> [FindingClaim]
  {
    if let said = statement(claim) {
      return [FindingClaim(text: said.text, sources: [(said.sayer, said.published)])]
    }
    guard let block = tabled(claim)?.block else { return [] }
    let entry = indicators[Int(block.indicator)]
    return block.values.indices.filter { index in
      guard !block.values[index].isNaN else { return false }
      if let period, let own = block.grid.period(ofCell: index), own != period {
        return false
      }
      return block.grid.codes(ofCell: index).allSatisfy { codes[$0.dimension]?.contains($0.code) ?? true }
    }
    .map { index in
      FindingClaim(
        text:
          "\(entry.name)\(block.grid.key(at: index).selector) = \(exactWords(for: block.values[index], entry.unit).text)",
        sources: [(sayer(of: block.origin), block.published)])
    }
  }
}

extension CheckedExpression {
  /// The codes that its slices name, by their dimension.
  fileprivate var namedCodes: [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for case .slice(_, let selector) in nodes.map(\.operation) {
      for code in selector.codes { result[code.dimension, default: []].insert(code.code) }
    }
    return result
  }
}
