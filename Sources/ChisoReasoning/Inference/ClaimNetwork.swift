import ChisoMeaning
import ChisoModel
import ChisoPlugin
import ChisoSyntax

/// A claim in a network: one or several claims of the catalogue, or figures of tables, that say the same of the same node.
struct NetworkClaim: Sendable {
  var node: NetworkNode
  var interval: Interval
  var value: Double
  /// The claims of the catalogue, all sources that say it; figures of tables by their origins.
  var claims: [Int32]
  /// The cell, where the claim is about one.
  var question: QuestionKey
  var period: Period?
  /// The unit of the question, for messages.
  var unit: UnitOfMeasure
  /// What it is about.
  let subject: Subject
  /// What it is about, as it was written or would be.
  var text: String {
    switch subject {
    case .written(let syntax): canonicalText(of: syntax)
    case .cell(let name, let period): period.map { "\(name)[\($0)]" } ?? name
    }
  }

  /// What a claim is about.
  enum Subject: Sendable {
    /// What stands before the relation.
    case written(SyntaxNode)
    /// A cell of a table.
    case cell(String, Period?)
  }
}

/// A rule at one period, in a network.
struct NetworkRule: Sendable {
  var rule: Int32
  var period: Period?
  var conditions: [NetworkCondition]
}

/// All that claims, definitions, certain rules and sums of flows say of each other, as known on a day.
struct ClaimNetwork: Sendable {
  /// The network with definitions, certain rules and sums of flows.
  var network: ConstraintNetwork
  /// What the sources say, in the order of the catalogue; targets are left out.
  var claims: [NetworkClaim] = []
  /// Rules that are not certain, instantiated.
  var openRules: [NetworkRule] = []
  /// Certain rules, for the count of what was examined.
  var certainRules: [NetworkRule] = []
  /// What is supposed, by its place among the suppositions.
  var supposed: [(place: Int32, node: NetworkNode)] = []
  var cells: [NetworkCell: NetworkNode] = [:]
  var indicatorCells: [(indicator: Int32, period: Period, role: Role, node: NetworkNode)] = []
  /// Flows whose period is made of two others: whole, part, rest.
  var nestedFlows: [NestedFlow] = []
  /// Definitions that were instantiated.
  var definitionCount = 0

  /// A flow's period, a part at its start or end, and what remains.
  struct NestedFlow: Sendable {
    var indicator: Int32
    var whole: (period: Period, node: NetworkNode)
    var part: (period: Period, node: NetworkNode)
    var rest: (period: Period, node: NetworkNode)
  }
}

/// Which claims go into a network.
struct NetworkScope: Hashable, Sendable {
  /// As known on this day; nil for the latest.
  var vintage: CivilDate?
  /// The source whose targets are looked at; nil for what is reported.
  var targetSource: Int32?
  /// The indicators that are looked at, and rules that are certain alone; nil for all there is. Nothing ties them to others.
  var indicators: Set<Int32>?
}

extension NetworkScope {
  func includes(_ indicator: Int32) -> Bool { indicators?.contains(indicator) ?? true }
}

extension Catalogue {
  /// The network of what is reported, or of the targets of one source.
  /// `question` is one that needs cells of its own; its node is returned beside. Where `context` stops it, the network
  /// is not whole.
  func claimNetwork(
    _ scope: NetworkScope, supposing suppositions: [NetworkSupposition] = [],
    asking question: (expression: CheckedExpression, node: NodeID)? = nil, in context: Context
  ) -> (network: ClaimNetwork, asked: NetworkNode?) {
    if let indicators = scope.indicators {
      claimIndex.read(indicators, in: self)
    } else {
      claimIndex.readAll(in: self, context.portion(from: 0, to: 0.4))
    }
    var assembly = NetworkAssembly(self, scope)
    assembly.addClaims(context.portion(from: 0.4, to: 0.6))
    assembly.addTables(context)
    assembly.add(suppositions)
    let asked = question.map { assembly.ask($0.expression, $0.node) }
    assembly.addFlows(context)
    let known = assembly.builder.indicatorCells.count
    assembly.addDefinitions(context.portion(from: 0.6, to: 0.9))
    // A definition may have asked for a year of which only quarters are told.
    assembly.addFlows(beside: known, context)
    assembly.addRules(context.portion(from: 0.9, to: 1))
    return (assembly.finished(), asked)
  }
}

/// A figure that is supposed while something is inferred.
struct NetworkSupposition: Sendable {
  /// The cell of which a supposed growth or change says what it is, so that what is claimed of it gives way; nil for what
  /// is supposed itself.
  var derivedCell: (indicator: Int32, period: Period)?
  var expression: CheckedExpression
  var subject: NodeID
  var interval: Interval
  var value: Double
  /// Which of those that are supposed.
  var place: Int32
}

/// Puts a network together.
private struct NetworkAssembly {
  let catalogue: Catalogue
  let scope: NetworkScope
  var builder: NetworkBuilder
  var result = ClaimNetwork(network: ConstraintNetwork())
  private var supposed: Set<NetworkCell> = []
  private var places: [ClaimIdentity: Int] = [:]
  /// The indicators that have figures in tables, by their questions.
  private let tabled: [QuestionKey: Int32]
  /// What was said otherwise later, by question, as far as it was asked.
  private var revised: [QuestionKey: Set<Int32>] = [:]

  init(_ catalogue: Catalogue, _ scope: NetworkScope) {
    tabled = Dictionary(
      uniqueKeysWithValues: catalogue.tabledIndicators.map { (QuestionKey(.indicator, UInt64($0)), $0) })
    self.catalogue = catalogue
    self.scope = scope
    builder = NetworkBuilder(catalogue)
  }

  mutating func addClaims(_ context: Context) {
    let places = scope.indicators.map { catalogue.claimIndex.claims(naming: $0) }
    for number in 0..<(places?.count ?? catalogue.claims.count) {
      if context.stops(at: number, of: places?.count ?? catalogue.claims.count) { return }
      let index = places.map { Int($0[number]) } ?? number
      let entry = catalogue.claims[index]
      guard isAdmitted(entry), let reading = catalogue.claimReading(Int32(index)) else { continue }
      let isTarget = entry.role == .target || reading.expression.asksForTarget
      guard scope.targetSource == nil ? !isTarget : isTarget && entry.source == scope.targetSource else {
        continue
      }
      guard reading.period != nil || !reading.isUndated else { continue }
      if scope.targetSource == nil, isRevised(Int32(index), reading) { continue }
      builder.targetPeriod = entry.role == .target ? reading.expression.latestPeriod : nil
      let node = builder.node(reading.expression.root, of: reading.expression, at: nil)
      builder.targetPeriod = nil
      add(
        NetworkClaim(
          node: node, interval: reading.conversion(reading.quantity.interval),
          value: reading.conversion(reading.quantity.value),
          claims: [Int32(index)], question: reading.key, period: reading.period,
          unit: reading.expression.type.unit, subject: .written(reading.expression.syntax)))
    }
  }

  /// Whether the same publisher said something else about the same cell later.
  private mutating func isRevised(_ claim: Int32, _ reading: ClaimReading) -> Bool {
    if let known = revised[reading.key] { return known.contains(claim) }
    let figures = tabled[reading.key].map { catalogue.tabledFigures(of: $0, vintage: scope.vintage) } ?? []
    let made = catalogue.revised(of: reading.key, figures, scope)
    revised[reading.key] = made
    return made.contains(claim)
  }

  private mutating func add(_ claim: NetworkClaim) {
    let identity = ClaimIdentity(node: claim.node, interval: claim.interval)
    if let place = places[identity] {
      result.claims[place].claims += claim.claims
    } else {
      places[identity] = result.claims.count
      result.claims.append(claim)
    }
  }

  /// What tables and observation sources report of the whole of each indicator. What they say of areas stays outside: no
  /// claim, definition or rule speaks of one area alone.
  mutating func addTables(_ context: Context) {
    guard scope.targetSource == nil else { return }
    for indicator in catalogue.tabledIndicators where scope.includes(indicator) {
      if context.isCancelled { return }
      let entry = catalogue.indicators[Int(indicator)]
      let key = QuestionKey(.indicator, UInt64(indicator))
      let figures = catalogue.tabledFigures(of: indicator, vintage: scope.vintage)
        .filter { $0.quality.role == .reported && $0.quality.status < .forecast }
      let revised = catalogue.revised(of: key, figures, scope)
      for figure in figures {
        guard let period = figure.period, !revised.contains(figure.claim) else { continue }
        add(
          NetworkClaim(
            node: builder.cell(ofIndicator: indicator, at: period, role: .reported),
            interval: figure.interval, value: figure.value, claims: [figure.claim], question: key,
            period: period, unit: entry.unit, subject: .cell(entry.name, period)))
      }
    }
  }

  private struct ClaimIdentity: MixedHashable {
    var node: NetworkNode
    var interval: Interval

    var mixed: UInt64 { UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15 }
  }

  private func isAdmitted(_ entry: ClaimEntry) -> Bool {
    guard entry.status < .forecast else { return false }
    guard let vintage = scope.vintage, let published = entry.published else { return true }
    return published <= vintage
  }

  mutating func add(_ suppositions: [NetworkSupposition]) {
    for supposition in suppositions {
      if let cell = supposition.derivedCell {
        let node = builder.cell(ofIndicator: cell.indicator, at: cell.period, role: .reported)
        result.claims.removeAll { $0.node == node }
        continue
      }
      // What is supposed holds for what is reported and for what targets ask for.
      for isTarget in scope.targetSource == nil ? [false] : [false, true] {
        if isTarget { builder.targetPeriod = supposition.expression.latestPeriod(under: supposition.subject) }
        let node = builder.node(supposition.subject, of: supposition.expression, at: nil)
        builder.targetPeriod = nil
        // What is supposed replaces what is claimed about the cell.
        result.claims.removeAll { $0.node == node }
        result.supposed.append((supposition.place, node))
        builder.confine(node, to: supposition.interval)
      }
    }
  }

  mutating func ask(_ expression: CheckedExpression, _ node: NodeID) -> NetworkNode {
    if scope.targetSource != nil { builder.targetPeriod = expression.latestPeriod(under: node) }
    let made = builder.node(node, of: expression, at: nil)
    builder.targetPeriod = nil
    return made
  }

  /// Flows add over disjoint periods: of nested ones the remainder is a cell, and is divided in turn by the parts at
  /// its beginning, so that any number of parts adds up. Those of the first cells were added before.
  mutating func addFlows(beside first: Int = 0, _ context: Context) {
    guard builder.indicatorCells.count > first else { return }
    typealias Cell = (period: Period, role: Role, node: NetworkNode, isNew: Bool)
    let cells = cellsByIndicator()
    // Where there is one cell only, nothing is nested.
    for indicator in 0..<Int32(clamping: catalogue.indicators.count)
    where cells[indicator].count > 1 && catalogue.indicators[Int(indicator)].kind == .flow {
      if context.isCancelled { return }
      guard cells[indicator].contains(where: { $0 >= first }) else { continue }
      let known = cells[indicator].map { place -> Cell in
        let cell = builder.indicatorCells[place]
        return (cell.period, cell.role, cell.node, place >= first)
      }.sorted { $0.period.first < $1.period.first }
      let limit = 32 * known.count + 1_000
      var wholes = known
      var seen = Set(known.map { NetworkCell(key: QuestionKey(.period), period: $0.period, role: $0.role) })
      var next = 0
      while next < wholes.count, wholes.count < limit {
        if next & 0xFF == 0, context.isCancelled { return }
        let whole = wholes[next]
        let isRest = next >= known.count
        next += 1
        let start = known.partitionPoint { $0.period.first >= whole.period.first }
        for part in known[start...] {
          if part.period.first > whole.period.last { break }
          guard part.isNew || whole.isNew, part.role == whole.role, whole.period.contains(part.period) else {
            continue
          }
          guard let rest = whole.period.remainder(without: part.period) else { continue }
          if isRest, part.period.first != whole.period.first { continue }
          let node = builder.cell(ofIndicator: indicator, at: rest, role: whole.role)
          let sum = builder.add(.add, part.node, node)
          _ = builder.demand(NetworkCondition(kind: .equal, left: whole.node, right: sum))
          result.nestedFlows.append(
            .init(
              indicator: indicator, whole: (whole.period, whole.node), part: (part.period, part.node),
              rest: (rest, node)))
          if seen.insert(NetworkCell(key: QuestionKey(.period), period: rest, role: whole.role)).inserted {
            wholes.append((rest, whole.role, node, true))
          }
        }
      }
    }
  }

  /// Every definition at every period for which there is a cell of the indicator or of what it is defined from.
  mutating func addDefinitions(_ context: Context) {
    let cells = cellsByIndicator()
    let count = catalogue.indicators.count
    for (index, entry) in catalogue.indicators.enumerated()
    where entry.definition != nil && scope.includes(Int32(index)) {
      if context.stops(at: index, of: count) { return }
      guard let checked = try? catalogue.checkedDefinition(of: Int32(index)) else { continue }
      let mentioned = checked.indicators.union([Int32(index)])
      for place in places(of: mentioned, among: cells, timing: entry.timing) {
        builder.targetPeriod = place.role == .target ? place.period : nil
        let cell = builder.cell(ofIndicator: Int32(index), at: place.period, role: place.role)
        let body = builder.node(checked.root, of: checked, at: place.period)
        builder.targetPeriod = nil
        _ = builder.demand(NetworkCondition(kind: .equal, left: cell, right: body))
        result.definitionCount += 1
      }
    }
  }

  /// Every rule at every period for which there is a cell of an indicator that it mentions.
  mutating func addRules(_ context: Context) {
    guard scope.targetSource == nil else { return }
    let cells = cellsByIndicator()
    for index in catalogue.rules.indices {
      if context.stops(at: index, of: catalogue.rules.count) { return }
      let rule = catalogue.rules[index]
      guard scope.indicators == nil || rule.grade == .certain,
        let checked = catalogue.checkedRule(Int32(index)),
        checked.indicators.allSatisfy(scope.includes)
      else { continue }
      let timing =
        checked.indicators.contains {
          catalogue.indicators[Int($0)].timing == .period
        } ? Timing.period : .instant
      let isFigure = checked.extent != .series
      let places: [(period: Period?, role: Role)] =
        isFigure
        ? [(nil, .reported)]
        : self.places(of: checked.indicators, among: cells, timing: timing).filter { $0.role == .reported }
          .map { ($0.period, $0.role) }
      for place in places {
        let conditions = builder.conditions(checked.root, of: checked, at: place.period)
        let instance = NetworkRule(rule: Int32(index), period: place.period, conditions: conditions)
        if rule.grade == .certain {
          for condition in conditions { _ = builder.demand(condition) }
          result.certainRules.append(instance)
        } else {
          result.openRules.append(instance)
        }
      }
    }
  }

  private typealias CellPlace = (period: Period, role: Role)

  /// The places among the cells of the builder of those that each indicator has so far.
  private func cellsByIndicator() -> Grouping<Int> {
    let cells = builder.indicatorCells
    return Grouping(
      cells.indices.lazy.map { (cells[$0].indicator, $0) }, count: catalogue.indicators.count)
  }

  private func places(
    of indicators: Set<Int32>, among cells: Grouping<Int>, timing: Timing
  ) -> [CellPlace] {
    var seen = Set<NetworkCell>()
    var result: [CellPlace] = []
    for indicator in indicators.sorted() {
      for place in cells[indicator] {
        let cell = builder.indicatorCells[place]
        guard timing == .instant || !cell.period.isInstant else { continue }
        let identity = NetworkCell(key: QuestionKey(.period), period: cell.period, role: cell.role)
        if seen.insert(identity).inserted { result.append((cell.period, cell.role)) }
      }
    }
    return result
  }

  func finished() -> ClaimNetwork {
    var network = result
    network.network = builder.network
    network.cells = builder.cells
    network.indicatorCells = builder.indicatorCells
    return network
  }
}

extension Period {
  /// What is left of the period without a part that stands at its start or its end; nil for any other part.
  func remainder(without part: Period) -> Period? {
    guard contains(part), part != self else { return nil }
    if part.first == first, let next = part.last.adding(days: 1) { return Period(first: next, last: last) }
    if part.last == last, let before = part.first.adding(days: -1) {
      return Period(first: first, last: before)
    }
    return nil
  }
}

extension Array {
  /// The place of the first element that has a property which all behind it have too; the end where none has it.
  fileprivate func partitionPoint(_ hasProperty: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if hasProperty(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
