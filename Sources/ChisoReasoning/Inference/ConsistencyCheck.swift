import ChisoComputing
import ChisoDiagnostics
public import ChisoMeaning
import ChisoModel
public import ChisoPlugin
import ChisoSyntax

extension Catalogue {
  /// Where the sources cannot all be right, and what deserves a second look, as known on `vintage`.
  /// The report of a snapshot is made once. Where `context` stops it, what was found until then is not complete.
  /// Complexity: near-linear in the claims where components are of bounded size.
  public func checkReport(in context: Context = Context()) -> CheckReport {
    let vintage = context.vintage
    return lazyIndexes.caches.cache(ReportCache()).report(asOf: vintage, unless: { context.isCancelled }) {
      let (network, _) = claimNetwork(
        NetworkScope(vintage: vintage), in: context.portion(from: 0, to: ConsistencyCheck.assembling))
      let divided = DividedNetwork(network) { context.isCancelled }
      var check = ConsistencyCheck(catalogue: self, divided: divided)
      check.run(context.portion(from: ConsistencyCheck.assembling, to: 1))
      return check.report()
    }
  }
}

/// A cumulative count on two days that follow each other among those that are known.
private struct CumulativePair {
  var indicator: Int32
  var earlier: (period: Period, node: NetworkNode)
  var later: (period: Period, node: NetworkNode)
}

/// A rule at a period; at none where it is about figures.
struct RulePlace: Hashable {
  var rule: Int32
  var period: Period?
}

/// The state of one `:check`.
struct ConsistencyCheck {
  let catalogue: Catalogue
  let divided: DividedNetwork
  /// Whether tables leave figures without an end, by the origin of each that was asked about.
  var openBlocks: [Int32: Bool] = [:]
  private let cumulativePairs: [CumulativePair]
  /// Where the claims of the catalogue stand among those of the network.
  private(set) lazy var claimPlaces: [Int32: Int] = {
    var places: [Int32: Int] = [:]
    for (place, claim) in whole.claims.enumerated() {
      for member in claim.claims { places[member] = place }
    }
    return places
  }()
  var findings: [(finding: Finding, size: Int)] = []
  /// Claims of the whole that stand in some contradiction.
  var contradicted: Set<Int> = []
  /// The sets of claims of the whole that cannot all be true.
  var contradictions: [[Int]] = []
  var involved: Set<Int> = []
  /// The rules of which it was said that they do not hold, each with the period.
  var broken: Set<RulePlace> = []
  var isComplete = true

  init(catalogue: Catalogue, divided: DividedNetwork) {
    self.catalogue = catalogue
    self.divided = divided
    cumulativePairs = ConsistencyCheck.cumulativePairs(divided.whole, catalogue)
  }

  var whole: ClaimNetwork { divided.whole }

  /// The part of the time that goes by before the network stands.
  static let assembling = 0.2

  /// Looks for everything there is to find, until `context` stops it.
  mutating func run(_ context: Context) {
    findContradictions(context.portion(from: 0, to: 0.7))
    findExcludedFigures(context)
    findDifferingTables(context.portion(from: 0.7, to: 0.8))
    findBrokenRules(context.portion(from: 0.8, to: 0.85))
    findBrokenConditions(context.portion(from: 0.85, to: 0.9))
    findFallingCounts(context.portion(from: 0.9, to: 0.95))
    findRepeatedChanges(context)
    findTurningRemainders(context.portion(from: 0.95, to: 1))
    findRepeatedBounds(context)
    if context.isCancelled { isComplete = false }
  }

  mutating func findContradictions(_ context: Context) {
    let components = divided.refutedComponents()
    for (index, component) in components.enumerated() {
      if context.stops(at: index, of: components.count) { return }
      let part = divided.part([component])
      let members = divided.claims(of: component)
      let search = context.portion(index, of: components.count)
      let enumeration = catalogue.conflictCache.conflicts(of: part) { search.report($0 / 2) }
      if !enumeration.isComplete { isComplete = false }
      if enumeration.conflicts.isEmpty, !context.isCancelled, part.contracted([]).isRefuted {
        let indicators = whole.indicatorCells.filter { divided.component(of: $0.node) == component }
        add(
          .contradiction, "impossible-rules", [], rules(refuting: [], of: part).map(\.words),
          about: catalogue.names(Set(indicators.map(\.indicator)))
        ) { _ in "The rules about these figures cannot all hold, whatever the figures are." }
      }
      for (number, conflict) in enumeration.conflicts.enumerated() {
        let claims = conflict.map { members[$0] }
        contradictions.append(claims)
        contradicted.formUnion(claims)
        let steps = arithmetic(
          part, conflict, search.portion(from: 0.5, to: 1).portion(number, of: enumeration.conflicts.count))
        if context.isCancelled { return }
        let rules = rules(refuting: conflict, of: part)
        add(
          .contradiction, "contradiction", claims, steps + rules.map(\.words),
          about: rules.flatMap(\.indicators)
        ) { texts in
          texts == 1 ? "This claim cannot be true." : "These \(texts) claims cannot all be true."
        }
      }
    }
  }

  /// The certain rules without which `members` of a part could all hold.
  private func rules(
    refuting members: [Int], of part: NetworkPart
  ) -> [(words: Phrase, indicators: [String])] {
    var told: Set<Int32> = []
    return whole.certainRules.compactMap { instance -> (Phrase, [String])? in
      let own = instance.conditions.compactMap(part.translated)
      guard !own.isEmpty, own.count == instance.conditions.count, !told.contains(instance.rule),
        !part.leavingOut(own).contracted(members).isRefuted
      else { return nil }
      told.insert(instance.rule)
      let mentioned = catalogue.checkedRule(instance.rule)?.indicators ?? []
      return ("by the rule “\(label(of: instance.rule))”", catalogue.names(mentioned))
    }
  }

  /// For the member that the others say most about: what they imply, against what it says.
  private func arithmetic(_ part: NetworkPart, _ conflict: [Int], _ context: Context) -> [Phrase] {
    var best: (member: Int, domain: Interval, value: Double)?
    for (index, member) in conflict.reversed().enumerated() {
      if context.stops(at: index, of: conflict.count) { return [] }
      let others = conflict.filter { $0 != member }
      let contraction = part.contracted(others)
      guard !contraction.isRefuted else { continue }
      let domain = contraction.domains[Int(part.claims[member].node)]
      guard !domain.isUnbounded else { continue }
      let value = part.printedValue(of: part.claims[member].node, from: others, in: domain)
      if best == nil || (domain.isBounded && best?.domain.isBounded == false) {
        best = (member, domain, value)
      }
    }
    guard let best else { return [] }
    let claim = part.claims[best.member]
    return [
      "the others together: \(claim.text) = \(figure(best.value, best.domain, claim.unit))",
      said(by: claim),
    ]
  }

  mutating func findBrokenRules(_ context: Context) {
    let rules = whole.openRules + whole.certainRules
    for (index, instance) in rules.enumerated() {
      if context.stops(at: index, of: rules.count) { return }
      let isCertain = index >= whole.openRules.count
      let nodes = instance.conditions.flatMap { [$0.left, $0.right] }.filter { !whole.network.isConstant($0) }
      let components = Set(nodes.map(divided.component(of:)))
      guard components.contains(where: divided.hasClaims) else { continue }
      let all = components.union(cumulativeNeighbours(components))
      let members = all.flatMap(divided.claims(of:)).sorted()
      // What a certain rule leaves out was told; whether printed figures keep to it is seen without it.
      if isCertain, members.allSatisfy({ whole.claims[$0].interval.isBounded }) { continue }
      var part = divided.part(all, asking: instance.conditions)
      if isCertain { part = part.leavingOut(instance.conditions.compactMap(part.translated)) }
      let question = RuleQuestion(
        instance: instance, conditions: instance.conditions.compactMap(part.translated),
        growth: cumulativeConditions(part), members: members)
      let sets = consistentSets(of: part, members)
      // What breaks without any contradicted claim is the finding; else each way to resolve the contradictions.
      if let free = sets.first, inspect(question, part, free) { continue }
      for usable in sets.dropFirst() { _ = inspect(question, part, usable) }
    }
  }

  /// A rule at a period, asked of a part of the network.
  private struct RuleQuestion {
    var instance: NetworkRule
    var conditions: [NetworkCondition]
    /// That cumulative counts do not fall.
    var growth: [NetworkCondition]
    /// The claims of the part by their place in the whole.
    var members: [Int]
  }

  /// Sets of claims of a part that can all be true: without those that stand in a contradiction, then with all but
  /// one of each contradiction.
  private func consistentSets(of part: NetworkPart, _ members: [Int]) -> [[Int]] {
    let free = members.indices.filter { !contradicted.contains(members[$0]) }
    let local = contradictions.map { $0.compactMap(members.firstIndex(of:)) }.filter { !$0.isEmpty }
    guard !local.isEmpty else { return [free] }
    var dropped: [Set<Int>] = [[]]
    for conflict in local {
      dropped = dropped.flatMap { set in conflict.map { set.union([$0]) } }
      if dropped.count > 64 { break }
    }
    return [free] + dropped.prefix(64).map { set in members.indices.filter { !set.contains($0) } }
  }

  /// Whether the rule is broken by some of the claims `usable`; adds the finding.
  private mutating func inspect(_ question: RuleQuestion, _ part: NetworkPart, _ usable: [Int]) -> Bool {
    let rule = catalogue.rules[Int(question.instance.rule)]
    let grade = rule.grade == .certain ? .suspicious : rule.grade.finding
    let when = when(question.instance.period)
    let label = label(of: question.instance.rule)
    let place = RulePlace(rule: question.instance.rule, period: question.instance.period)
    let held = question.growth + question.conditions
    let mentioned = catalogue.names(catalogue.checkedRule(question.instance.rule)?.indicators ?? [])
    func minimal(_ part: NetworkPart) -> [Int] {
      minimalConflict(among: usable) { part.contracted($0, holding: held).isRefuted } ?? usable
    }
    guard !part.contracted(usable, holding: question.growth).isRefuted else { return false }
    if part.contracted(usable, holding: held).isRefuted {
      let conflict = minimal(part)
      add(
        grade, "broken-rule", conflict.map { question.members[$0] }, sides(part, question, conflict),
        about: mentioned
      ) { _ in
        "“\(label)” does not hold\(when)."
      }
      broken.insert(place)
      return true
    }
    // Only open bounds may satisfy the rule: does it hold for the printed figures?
    var closed = part
    for index in closed.claims.indices { closed.claims[index].close(catalogue) }
    guard !closed.contracted(usable, holding: question.growth).isRefuted,
      closed.contracted(usable, holding: held).isRefuted
    else { return false }
    let conflict = minimal(closed)
    add(
      grade, "rule-held-by-open-bounds", conflict.map { question.members[$0] },
      sides(closed, question, conflict), about: mentioned
    ) { _ in
      "“\(label)” holds only because bounds are open: for the printed figures it does not."
    }
    broken.insert(place)
    return true
  }

  /// Both sides of the first condition as the claims of a conflict leave them.
  private func sides(_ part: NetworkPart, _ question: RuleQuestion, _ conflict: [Int]) -> [Phrase] {
    let contraction = part.contracted(conflict, holding: question.growth)
    guard let condition = question.conditions.first, !contraction.isRefuted,
      let checked = catalogue.checkedRule(question.instance.rule),
      case .binary(let operation, let first, _, _, _) = checked[checked.root].operation,
      operation.isComparison
    else { return [] }
    let figures = conflict.map { (node: part.claims[$0].node, value: part.claims[$0].value) }
    let printed = printedValues(part.network, claims: figures)
    let isMirrored = operation == .greater || operation == .greaterOrEqual
    let unit = checked[first].type.unit
    func side(_ node: NetworkNode) -> Phrase {
      let value = printed[Int(node)]
      let domain = contraction.domains[Int(node)]
      if value.isNaN || domain.isExact { return range(domain, unit) }
      return "\(amount(value, unit)) (\(range(domain, unit)))"
    }
    let left = side(isMirrored ? condition.right : condition.left)
    let right = side(isMirrored ? condition.left : condition.right)
    return ["left of `\(operation.text)`: \(left)", "right of it: \(right)"]
  }

  private func cumulativeConditions(_ part: NetworkPart) -> [NetworkCondition] {
    cumulativePairs.compactMap {
      part.translated(NetworkCondition(kind: .lessOrEqual, left: $0.earlier.node, right: $0.later.node))
    }
  }

  /// The components of cells of the same cumulative counts.
  private func cumulativeNeighbours(_ components: Set<Int32>) -> Set<Int32> {
    var result: Set<Int32> = []
    for pair in cumulativePairs {
      let sides = [divided.component(of: pair.earlier.node), divided.component(of: pair.later.node)]
      if sides.contains(where: components.contains) { result.formUnion(sides) }
    }
    return result
  }

  /// Neighbouring cells of cumulative counts.
  private static func cumulativePairs(_ whole: ClaimNetwork, _ catalogue: Catalogue) -> [CumulativePair] {
    var byIndicator: [Int32: [(period: Period, node: NetworkNode)]] = [:]
    for cell in whole.indicatorCells
    where cell.role == .reported && catalogue.indicators[Int(cell.indicator)].isCumulative {
      byIndicator[cell.indicator, default: []].append((cell.period, cell.node))
    }
    return byIndicator.keys.sorted().flatMap { indicator in
      let cells = (byIndicator[indicator] ?? []).sorted { Period.listingOrder($0.period, $1.period) }
      return zip(cells, cells.dropFirst()).map {
        CumulativePair(indicator: indicator, earlier: $0, later: $1)
      }
    }
  }

  mutating func findFallingCounts(_ context: Context) {
    for (index, pair) in cumulativePairs.enumerated() {
      if context.stops(at: index, of: cumulativePairs.count) { return }
      let components = Set([divided.component(of: pair.earlier.node), divided.component(of: pair.later.node)])
      guard components.contains(where: divided.hasClaims) else { continue }
      let part = divided.part(components)
      let members = components.flatMap(divided.claims(of:)).sorted()
      let usable = members.indices.filter { !contradicted.contains(members[$0]) }
      let condition = NetworkCondition(kind: .lessOrEqual, left: pair.earlier.node, right: pair.later.node)
      guard let rising = part.translated(condition), !part.contracted(usable).isRefuted,
        part.contracted(usable, holding: [rising]).isRefuted
      else { continue }
      let conflict =
        minimalConflict(among: usable) { part.contracted($0, holding: [rising]).isRefuted } ?? usable
      let declaration = catalogue.indicators[Int(pair.indicator)]
      let contraction = part.contracted(conflict)
      func figure(_ cell: (period: Period, node: NetworkNode)) -> Phrase {
        guard let node = part.nodes[cell.node] else { return "" }
        let domain = contraction.domains[Int(node)]
        let value = part.printedValue(of: node, from: conflict, in: domain)
        let shown = shortWords(for: value, in: domain, declaration.unit)
        return "\(cell.period): \(shown)"
      }
      add(
        .suspicious, "falling-count", conflict.map { members[$0] },
        [figure(pair.earlier), figure(pair.later)]
      ) {
        _ in
        "\(declaration.declaration.name) counts up and cannot fall, but falls from \(pair.earlier.period) to \(pair.later.period)."
      }
    }
  }

  /// A change since one day that is published again for a later day, with the same level.
  mutating func findRepeatedChanges(_ context: Context) {
    struct Change: Hashable {
      var base: NetworkNode
      var interval: Interval
    }
    var changes: [Change: [(claim: Int, end: NetworkNode)]] = [:]
    for (index, claim) in whole.claims.enumerated() {
      guard case .subtract = whole.network.operations[Int(claim.node)] else { continue }
      let end = whole.network.first[Int(claim.node)]
      let base = whole.network.second[Int(claim.node)]
      changes[Change(base: base, interval: claim.interval), default: []].append((index, end))
    }
    for change in changes.values.sorted(by: { $0[0].claim < $1[0].claim }) where change.count > 1 {
      if context.isCancelled { return }
      let ends = Set(change.map(\.end))
      guard ends.count > 1 else { continue }
      let levels = whole.claims.indices.filter { ends.contains(whole.claims[$0].node) }
      let values = Set(levels.map { whole.claims[$0].interval })
      guard Set(levels.map { whole.claims[$0].node }).count > 1, values.count == 1 else { continue }
      let claims = (change.map(\.claim) + levels).sorted()
      let first = whole.claims[change[0].claim]
      add(
        .suspicious, "repeated-change", claims,
        [
          "the same level and the same change since the same day, \(amount(first.value, first.unit)), for two days",
          "the later figure may be the earlier one repeated, not a new observation",
        ]
      ) { _ in "A figure comes back later unchanged, with the same change since the same base." }
    }
  }

  /// A flow that grew over the year and over a part of it, while what remains of the year shrank; or the reverse.
  mutating func findTurningRemainders(_ context: Context) {
    for (index, flow) in whole.nestedFlows.enumerated()
    where flow.whole.period.first == flow.part.period.first {
      if context.stops(at: index, of: whole.nestedFlows.count) { return }
      guard
        let before = whole.nestedFlows.first(where: {
          $0.indicator == flow.indicator && $0.whole.period == flow.whole.period.shifted(years: -1)
            && $0.part.period == flow.part.period.shifted(years: -1)
        })
      else { continue }
      let component = divided.component(of: flow.whole.node)
      let part = divided.part([component])
      let members = divided.claims(of: component)
      let usable = members.indices.filter { !contradicted.contains(members[$0]) }
      let contraction = part.contracted(usable)
      guard !contraction.isRefuted else { continue }
      func growth(_ later: NetworkNode, _ earlier: NetworkNode) -> Interval {
        guard let now = part.nodes[later], let then = part.nodes[earlier] else { return .unbounded }
        let quotient = contraction.domains[Int(now)] / contraction.domains[Int(then)]
        // Figures that stand in both are the same in both.
        let exact = part.quotientBounds(
          of: now, by: then,
          from: Set(part.support(of: now, in: contraction.domains[Int(now)], among: usable))
            .union(part.support(of: then, in: contraction.domains[Int(then)], among: usable)).sorted())
        return ((exact ?? quotient) - Interval(exactly: 1)) * Interval(exactly: 100)
      }
      let whole = growth(flow.whole.node, before.whole.node)
      let first = growth(flow.part.node, before.part.node)
      let rest = growth(flow.rest.node, before.rest.node)
      let turnsDown = whole.lower > 0 && first.lower > 0 && rest.upper < 0
      let turnsUp = whole.upper < 0 && first.upper < 0 && rest.lower > 0
      guard turnsDown || turnsUp, let now = part.nodes[flow.rest.node],
        let then = part.nodes[before.rest.node]
      else {
        continue
      }
      let support = Set(part.support(of: now, in: contraction.domains[Int(now)], among: usable))
        .union(part.support(of: then, in: contraction.domains[Int(then)], among: usable))
      let entry = catalogue.indicators[Int(flow.indicator)]
      let name = entry.name
      func line(_ period: Period, _ node: NetworkNode, _ earlier: Period, _ other: NetworkNode) -> Phrase {
        "\(name)[\(period)] \(range(contraction.domains[Int(node)], entry.unit)), a year before \(range(contraction.domains[Int(other)], entry.unit))"
      }
      add(
        .suspicious, "turning-remainder", support.sorted().map { members[$0] },
        [
          line(flow.rest.period, now, before.rest.period, then),
          "so \(flow.rest.period) changed by \(range(rest, .percent))",
        ]
      ) { _ in
        turnsDown
          ? "By these figures \(name) fell in \(flow.rest.period), though the year and its beginning grew."
          : "By these figures \(name) rose in \(flow.rest.period), though the year and its beginning fell."
      }
    }
  }

  /// Different bounds of one source on one figure: compatible, but one of them says nothing.
  mutating func findRepeatedBounds(_ context: Context) {
    var byNode: [NetworkNode: [Int]] = [:]
    for (index, claim) in whole.claims.enumerated()
    where !claim.interval.isBounded && !claim.interval.isUnbounded {
      byNode[claim.node, default: []].append(index)
    }
    for node in byNode.keys.sorted() {
      if context.isCancelled { return }
      let claims = byNode[node] ?? []
      let lowers = claims.filter { whole.claims[$0].interval.lower.isFinite }
      let uppers = claims.filter { whole.claims[$0].interval.upper.isFinite }
      for side in [lowers, uppers] where side.count > 1 {
        let figures = side.map { whole.claims[$0] }.map { amount($0.value, $0.unit) }
        let all = figures.dropFirst().reduce(figures[0]) { "\($0) and beyond \($1)" }
        add(
          .note, "several-bounds", side,
          ["all can be true: each is a bound, and the tighter one says more"]
        ) { _ in "One figure is said to be beyond \(all)." }
      }
    }
  }

  mutating func add(
    _ grade: FindingGrade, _ id: String, _ claims: [Int], _ steps: [Phrase], about mentioned: [String] = [],
    _ sentence: (_ count: Int) -> Phrase
  ) {
    let members = claims.map { whole.claims[$0] }
    involved.formUnion(claims)
    var indicators: [String] = []
    for claim in members {
      guard let first = claim.claims.first else { continue }
      let named =
        catalogue.tabled(first).map { [$0.block.indicator] }
        ?? catalogue.claimReading(first)?.expression.indicators.sorted() ?? []
      for indicator in named {
        let name = catalogue.indicators[Int(indicator)].name
        if !indicators.contains(name) { indicators.append(name) }
      }
    }
    indicators += mentioned.filter { !indicators.contains($0) }
    let finding = Finding(
      grade: grade, id: id, phrase: sentence(claims.count), steps: steps,
      claims: members.map(described), indicators: indicators)
    // One rule broken by the same claims at several periods is one finding, told at the last.
    if let twin = findings.firstIndex(where: { $0.finding.isTwin(of: finding) }) {
      findings[twin] = (finding, claims.count)
    } else {
      findings.append((finding, claims.count))
    }
  }

  private func described(_ claim: NetworkClaim) -> FindingClaim {
    let said = claim.claims.compactMap(catalogue.statement)
    var sources: [(String, CivilDate?)] = []
    for (_, sayer, published) in said where !sources.contains(where: { $0.0 == sayer }) {
      sources.append((sayer, published))
    }
    return FindingClaim(text: said.first?.text ?? claim.text, sources: sources)
  }

  /// `but session_9 says 152 billion USD`
  private func said(by claim: NetworkClaim) -> Phrase {
    let names = described(claim).sources.map { Phrase(verbatim: $0.name) }
    let all = names.dropFirst().reduce(names.first ?? "") { "\($0) and \($1)" }
    let figure = figure(claim.value, claim.interval, claim.unit)
    return names.count > 1 ? "but \(all) say \(figure)" : "but \(all) says \(figure)"
  }

  func report() -> CheckReport {
    let sorted = findings.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.finding.grade != b.finding.grade { return a.finding.grade < b.finding.grade }
      return a.size != b.size ? a.size < b.size : left.offset < right.offset
    }
    var report = CheckReport(findings: sorted.map(\.element.finding))
    report.claimCount = whole.claims.reduce(0) { $0 + $1.claims.count }
    report.ruleCount = whole.certainRules.count + whole.openRules.count
    report.definitionCount = whole.definitionCount
    report.consistentCount = whole.claims.indices.filter { !involved.contains($0) }
      .reduce(0) { $0 + whole.claims[$1].claims.count }
    report.isComplete = isComplete
    return report
  }

  func amount(_ value: Double, _ unit: UnitOfMeasure) -> Phrase { words(for: value, unit) }
  func figure(_ value: Double, _ interval: Interval, _ unit: UnitOfMeasure) -> Phrase {
    if value.isNaN { return range(interval, unit) }
    // What arithmetic leaves behind is no range.
    return interval.lower.isSame(as: interval.upper)
      ? amount(value, unit) : "\(amount(value, unit)) (\(range(interval, unit)))"
  }
  func range(_ interval: Interval, _ unit: UnitOfMeasure) -> Phrase {
    rangeWords(for: interval, unit)
  }
}

extension ConsistencyCheck {
  /// ` in 2024`, ` on 2024-10-12`; nothing where there is no period.
  func when(_ period: Period?) -> Phrase { period.map { $0.isInstant ? " on \($0)" : " in \($0)" } ?? "" }

  /// What a rule is called.
  func label(of rule: Int32) -> Phrase {
    catalogue.rules[Int(rule)].label.map { Phrase(verbatim: $0) } ?? "a rule"
  }
}

extension RuleGrade {
  /// How bad it is where the rule does not hold.
  var finding: FindingGrade {
    switch self {
    case .certain: .contradiction
    case .suspicious: .suspicious
    case .note: .note
    }
  }
}

extension Finding {
  /// Whether it says the same of the same claims.
  fileprivate func isTwin(of other: Finding) -> Bool {
    id == other.id && grade == other.grade && claims == other.claims && phrase == other.phrase
  }
}

extension NetworkClaim {
  /// Closes open sides at the printed figure, by its printed digits.
  mutating func close(_ catalogue: Catalogue) {
    guard !interval.isBounded, let first = claims.first else { return }
    guard let reading = catalogue.claimReading(first) else {
      interval = Interval(exactly: value)
      return
    }
    let printed = reading.conversion(
      catalogue.printedInterval(first) ?? Interval(exactly: reading.quantity.value))
    interval = printed
  }
}
