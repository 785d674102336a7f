import ChisoMeaning
package import ChisoModel
import ChisoPlugin

/// What follows for a cell, and from which claims.
package struct InferenceAnswer: Sendable {
  package var interval: Interval
  /// What the same steps on printed figures lead to; NaN where only bounds lead there.
  package var value: Double
  package var role: Role
  /// The claims it rests on, by their place in the catalogue.
  package var claims: [Int32]
  /// Whether bounds meet in one number, and have nothing else in common.
  package var isMeetingOfBounds = false
  /// Whether it rests on rules and supposed figures alone, and on no claim.
  package var rests = false
}

/// What a claim that was left out, or several together, would imply for a cell.
package struct ImpliedFigure: Sendable {
  package var interval: Interval
  package var value: Double
  package var claims: [Int32]
}

/// All that can be said of a cell by reasoning.
package struct InferenceOutcome: Sendable {
  /// What follows; nil where nothing does.
  package var answer: InferenceAnswer?
  /// The claims that were left out because they cannot all be true, each set minimal.
  package var leftOut: [[Int32]] = []
  /// What they would imply.
  package var implied: [ImpliedFigure] = []
  /// What the targets of other sources would ask for.
  package var otherTargets: [ImpliedFigure] = []
  /// Which of the supposed figures belong to what was reasoned about.
  package var suppositionsUsed: Set<Int32> = []
  /// Whether what is supposed cannot be, whatever is claimed.
  package var supposesTheImpossible = false
}

extension Catalogue {
  /// What follows for the question at `node` of `expression`.
  ///
  /// - Parameter context: Hears how far it is, and may stop it. What is returned then is of no use.
  func infer(
    _ expression: CheckedExpression, _ node: NodeID, vintage: CivilDate?,
    supposing suppositions: [NetworkSupposition] = [], in context: Context
  ) -> InferenceOutcome {
    let isStopped: @Sendable () -> Bool = { context.isCancelled }
    let scope = NetworkScope(vintage: vintage)
    let targetSources = targetSources(vintage)
    // What is reported, and what each source aims at, are reasoned about one after the other.
    func portion(_ index: Int) -> Context { context.portion(index, of: targetSources.count + 1) }
    let (network, asked) = claimNetwork(
      scope, supposing: suppositions, asking: (expression, node), in: portion(0))
    guard let asked else { return InferenceOutcome() }
    var outcome = InferenceReasoning(
      network, asked: asked, role: .reported, supposes: !suppositions.isEmpty, conflictCache,
      isStopped: isStopped
    ).outcome()
    if let answer = outcome.answer, answer.interval.isBounded, !answer.rests { return outcome }
    // Nothing firm is reported: what do the targets ask for?
    let reported = reportedDomains(network, isStopped: isStopped)
    var targets: [InferenceAnswer] = []
    var used: Set<Int32> = []
    for (index, source) in targetSources.enumerated() {
      if context.isCancelled { break }
      let targetScope = NetworkScope(vintage: vintage, targetSource: source)
      let (targetNetwork, targetNode) = claimNetwork(
        targetScope, supposing: suppositions, asking: (expression, node), in: portion(index + 1))
      guard let targetNode else { continue }
      let frozen = targetNetwork.freezingReported(reported)
      let reasoned = InferenceReasoning(
        frozen, asked: targetNode, role: .target, supposes: !suppositions.isEmpty, conflictCache,
        isStopped: isStopped
      ).outcome()
      used.formUnion(reasoned.suppositionsUsed)
      if let answer = reasoned.answer { targets.append(answer) }
    }
    guard let best = targets.first(where: { !$0.claims.isEmpty }) else { return outcome }
    if let answer = outcome.answer {
      // A figure that only rules and suppositions leave gives way to what a target asks for; one that claims leave
      // open on a side, to a target that closes it.
      let givesWay =
        answer.rests
        ? !best.interval.isAlmost(answer.interval) : !answer.interval.isBounded && best.interval.isBounded
      guard givesWay else { return outcome }
    }
    outcome.suppositionsUsed.formUnion(used)
    outcome.leftOut = []
    outcome.implied = []
    outcome.answer = best
    outcome.otherTargets = targets.filter { !$0.claims.isEmpty }.dropFirst().map {
      ImpliedFigure(interval: $0.interval, value: $0.value, claims: $0.claims)
    }
    return outcome
  }

  /// The sources that set targets, the latest published first.
  private func targetSources(_ vintage: CivilDate?) -> [Int32] {
    var sources: [Int32] = []
    for entry in claims where entry.role == .target && !sources.contains(entry.source) {
      if let vintage, let published = entry.published, published > vintage { continue }
      sources.append(entry.source)
    }
    return sources.sorted { left, right in
      let first = self.sources[Int(left)].published ?? .earliest
      let second = self.sources[Int(right)].published ?? .earliest
      return first != second ? first > second : left > right
    }
  }

  private func reportedDomains(
    _ network: ClaimNetwork, isStopped: @escaping @Sendable () -> Bool
  ) -> [NetworkCell: Interval] {
    let divided = DividedNetwork(network, isStopped: isStopped)
    var domains: [NetworkCell: Interval] = [:]
    var contractions: [Int32: (part: NetworkPart, contraction: Contraction)] = [:]
    for (cell, node) in network.cells {
      if isStopped() { break }
      let component = divided.component(of: node)
      guard divided.hasClaims(component) else { continue }
      if contractions[component] == nil {
        let part = divided.part([component])
        let conflicts = conflictCache.conflicts(of: part).conflicts
        contractions[component] = (part, part.contracted(part.consistentMembers(without: conflicts)))
      }
      guard let (part, contraction) = contractions[component], let place = part.nodes[node] else { continue }
      domains[cell] = contraction.domains[Int(place)]
    }
    return domains
  }
}

extension ClaimNetwork {
  /// The network with its reported cells held at what is reported: nothing about them follows from a target.
  func freezingReported(_ domains: [NetworkCell: Interval]) -> ClaimNetwork {
    var result = self
    for (cell, node) in cells where cell.role == .reported {
      if let domain = domains[cell] { result.network.confine(node, to: domain) }
    }
    return result
  }
}

/// Reasoning about one node.
private struct InferenceReasoning {
  private(set) var part: NetworkPart
  let node: NetworkNode
  let role: Role
  let cache: ConflictCache
  /// Whether a figure was supposed, so that bounds may come from it and not from rules alone.
  let supposes: Bool
  private let suppositionsUsed: Set<Int32>

  init(
    _ network: ClaimNetwork, asked: NetworkNode, role: Role, supposes: Bool, _ cache: ConflictCache,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    self.cache = cache
    self.supposes = supposes
    let divided = DividedNetwork(network, isStopped: isStopped)
    let part = divided.part([divided.component(of: asked)])
    self.part = part
    suppositionsUsed = Set(network.supposed.filter { part.nodes[$0.node] != nil }.map(\.place))
    node = part.nodes[asked] ?? 0
    self.role = role
  }

  func outcome() -> InferenceOutcome {
    var outcome = InferenceOutcome()
    outcome.suppositionsUsed = suppositionsUsed
    let conflicts = cache.conflicts(of: part).conflicts
    let members = part.consistentMembers(without: conflicts)
    outcome.answer = answer(members)
    outcome.supposesTheImpossible = outcome.answer == nil && supposes && part.contracted([]).isRefuted
    var known = outcome.answer.map { [$0.interval] } ?? []
    for conflict in conflicts {
      var matters = false
      for dropped in conflict {
        guard let conclusion = answer(members + conflict.filter { $0 != dropped }),
          !(outcome.answer.map { conclusion.interval.isAlmost($0.interval) } ?? false)
        else { continue }
        matters = true
        guard !known.contains(where: conclusion.interval.isAlmost) else { continue }
        known.append(conclusion.interval)
        outcome.implied.append(
          ImpliedFigure(interval: conclusion.interval, value: conclusion.value, claims: conclusion.claims))
      }
      // Sets that say nothing of what is asked are not worth naming.
      if matters { outcome.leftOut.append(conflict.flatMap { part.claims[$0].claims }) }
    }
    return outcome
  }

  /// What follows from some claims; nil where no claim and no supposition narrows what rules allow anyway.
  private func answer(_ members: [Int]) -> InferenceAnswer? {
    let contraction = part.contracted(members)
    guard !contraction.isRefuted else { return nil }
    let domain = contraction.domains[Int(node)]
    guard !domain.isUnbounded else { return nil }
    let bare = part.contracted([]).domains[Int(node)]
    // What is only known not to be negative is not known.
    guard !(domain.lower == 0 && domain.upper == .infinity) else { return nil }
    let support = part.support(of: node, in: domain, among: members)
    guard !support.isEmpty || (supposes && !bare.isUnbounded) || bare.isExact else { return nil }
    let interval = part.derivedBounds(of: node, from: support).flatMap(domain.intersection) ?? domain
    return InferenceAnswer(
      interval: interval, value: part.printedValue(of: node, from: support, in: interval), role: role,
      claims: support.flatMap { part.claims[$0].claims },
      isMeetingOfBounds: domain.isExact && support.contains { !part.claims[$0].interval.isExact },
      rests: support.isEmpty)
  }
}
