import ChisoModel

/// The part of a network that is connected, with the claims about it: what is asked of it costs its own size only.
struct NetworkPart: Sendable {
  var network: ConstraintNetwork
  /// The claims about its nodes, renumbered; in the order of the whole.
  var claims: [NetworkClaim]
  /// Where the nodes of the whole stand in it.
  var nodes: NodeTranslation
  /// Asked in the midst of reasoning: whether to stop. What is said after that is of no use; whoever started it asks the
  /// same once it has come back, and nothing of it is kept.
  var isStopped: @Sendable () -> Bool = { false }
  /// Which constraint touches which of its nodes.
  fileprivate(set) var constraintsByNode = Grouping<Int32>([], count: 0)

  /// What the part allows if exactly `members` of its claims hold, and `conditions` beside.
  ///
  /// - Parameter isRecorded: Whether the claims behind what is found can be asked for.
  func contracted(
    _ members: [Int], holding conditions: [NetworkCondition] = [], isRecorded: Bool = false
  ) -> Contraction {
    var contraction = Contraction(network, constraintsByNode, isRecorded: isRecorded, isStopped: isStopped)
    for member in members {
      contraction.confine(claims[member].node, to: claims[member].interval, by: member)
    }
    for condition in conditions { contraction.hold(condition) }
    contraction.contract()
    return contraction
  }

  /// The part without some of its conditions.
  func leavingOut(_ conditions: [NetworkCondition]) -> NetworkPart {
    var part = self
    part.network.leaveOut(conditions)
    return part
  }

  /// A condition of the whole as one of the part; nil where a side is not in it.
  func translated(_ condition: NetworkCondition) -> NetworkCondition? {
    guard let left = nodes[condition.left], let right = nodes[condition.right] else { return nil }
    return NetworkCondition(kind: condition.kind, left: left, right: right)
  }
}

/// Where nodes of a whole network stand in a part of it.
struct NodeTranslation: Sendable {
  /// The component of each node of the whole, and its place within.
  let numbers: [Int32]
  let places: [Int32]
  /// Where each component begins in the part.
  var offsets: [Int32: NetworkNode] = [:]
  /// Constants that components of the part use but that stand elsewhere.
  var others: [NetworkNode: NetworkNode] = [:]

  subscript(node: NetworkNode) -> NetworkNode? {
    if let offset = offsets[numbers[Int(node)]] { return offset + places[Int(node)] }
    return others[node]
  }
}

/// A network divided into its connected components.
struct DividedNetwork: Sendable {
  let whole: ClaimNetwork
  /// The component of each node.
  let numbers: [Int32]
  let count: Int
  /// The place of each node within its component.
  private let places: [Int32]
  private let nodesByComponent: Grouping<NetworkNode>
  private let claimsByComponent: Grouping<Int>
  private let conditionsByComponent: Grouping<Int>
  /// Asked in the midst of reasoning about a part: whether to stop.
  private let isStopped: @Sendable () -> Bool

  init(_ whole: ClaimNetwork, isStopped: @escaping @Sendable () -> Bool = { false }) {
    self.whole = whole
    self.isStopped = isStopped
    let (numbers, count) = whole.network.components()
    self.numbers = numbers
    self.count = count
    var sizes = [Int32](repeating: 0, count: count)
    places = numbers.map { number in
      defer { sizes[Int(number)] += 1 }
      return sizes[Int(number)]
    }
    nodesByComponent = Grouping(
      numbers.indices.lazy.map { (numbers[$0], NetworkNode($0)) }, count: count)
    claimsByComponent = Grouping(
      whole.claims.indices.lazy.map { (numbers[Int(whole.claims[$0].node)], $0) }, count: count)
    conditionsByComponent = Grouping(
      whole.network.conditions.indices.lazy.map { index in
        let condition = whole.network.conditions[index]
        let side = whole.network.isConstant(condition.left) ? condition.right : condition.left
        return (numbers[Int(side)], index)
      }, count: count)
  }

  /// The component of a node.
  func component(of node: NetworkNode) -> Int32 { numbers[Int(node)] }

  /// Whether anything is claimed about a component.
  func hasClaims(_ component: Int32) -> Bool { !claimsByComponent[component].isEmpty }

  /// The claims of the whole about a component.
  func claims(of component: Int32) -> [Int] { Array(claimsByComponent[component]) }

  /// The components that are refuted by all their claims together: one contraction of the whole finds them.
  func refutedComponents() -> [Int32] {
    var contraction = Contraction(whole.network, components: numbers, isStopped: isStopped)
    for claim in whole.claims { contraction.confine(claim.node, to: claim.interval) }
    contraction.contract()
    return contraction.refutedComponents.sorted()
  }

  /// Some components as a network of their own, in which `questions` can be asked: conditions that are not part of it.
  func part(_ components: Set<Int32>, asking questions: [NetworkCondition] = []) -> NetworkPart {
    var part = NetworkPart(
      network: ConstraintNetwork(), claims: [], nodes: NodeTranslation(numbers: numbers, places: places),
      isStopped: isStopped)
    let network = whole.network
    func constant(_ node: NetworkNode) {
      guard node >= 0, part.nodes[node] == nil else { return }
      part.nodes.others[node] = part.network.addConstant(network.initial[Int(node)])
    }
    // Constants from elsewhere first, so that the nodes of a component lie in one run.
    for question in questions {
      for side in [question.left, question.right] where !components.contains(numbers[Int(side)]) {
        constant(side)
      }
    }
    for component in components.sorted() {
      for node in nodesByComponent[component] {
        for operand in [network.first[Int(node)], network.second[Int(node)]]
        where operand >= 0 && !components.contains(numbers[Int(operand)]) {
          constant(operand)
        }
      }
      for condition in conditionsByComponent[component] {
        let condition = network.conditions[condition]
        for side in [condition.left, condition.right] where !components.contains(numbers[Int(side)]) {
          constant(side)
        }
      }
    }
    for component in components.sorted() {
      part.nodes.offsets[component] = NetworkNode(part.network.nodeCount)
      for node in nodesByComponent[component] {
        let initial = network.initial[Int(node)]
        guard network.first[Int(node)] >= 0 else {
          _ = part.network.addConstant(initial)
          continue
        }
        let left = part.nodes[network.first[Int(node)]] ?? 0
        let right = network.second[Int(node)]
        let made = part.network.add(
          network.operations[Int(node)], left, right >= 0 ? part.nodes[right] ?? 0 : -1)
        if !initial.isUnbounded { part.network.confine(made, to: initial) }
      }
    }
    for component in components.sorted() {
      for condition in conditionsByComponent[component] {
        if let translated = part.translated(network.conditions[condition]) { part.network.demand(translated) }
      }
    }
    let members = components.flatMap { claimsByComponent[$0] }.sorted()
    for member in members {
      var claim = whole.claims[member]
      claim.node = part.nodes[claim.node] ?? 0
      part.claims.append(claim)
    }
    part.constraintsByNode = part.network.constraintsByNode()
    return part
  }
}

extension NetworkPart {
  /// What a set of claims that cannot all be true is found with: the limits of the search.
  static let conflictLimit = 16

  /// The minimal sets of claims that cannot all be true.
  func conflicts(progress: (Double) -> Void = { _ in }) -> ConflictEnumeration<Int> {
    minimalConflicts(
      among: Array(claims.indices), limit: NetworkPart.conflictLimit, isStopped: isStopped,
      progress: progress,
      core: core
    ) { contracted($0).isRefuted }
  }

  /// Some of `members` that cannot all be true, as one way to refute them shows; nil where all can.
  private func core(_ members: [Int]) -> [Int]? {
    let contraction = contracted(members, isRecorded: true)
    return contraction.isRefuted ? contraction.claims(behind: nil) : nil
  }

  /// The claims that stand in none of `conflicts`, nor in any that the search did not reach.
  func consistentMembers(without conflicts: [[Int]]) -> [Int] {
    let leftOut = Set(conflicts.joined())
    var members = claims.indices.filter { !leftOut.contains($0) }
    while !isStopped(), let core = core(members) {
      let further =
        minimalConflict(among: core) { contracted($0).isRefuted }
        ?? minimalConflict(among: members) { contracted($0).isRefuted } ?? []
      if further.isEmpty { break }
      members.removeAll(where: further.contains)
    }
    return members
  }

  /// The fewest of `members` from which `domain` of `node` already follows.
  func support(
    of node: NetworkNode, in domain: Interval, among members: [Int],
    holding conditions: [NetworkCondition] = []
  ) -> [Int] {
    func follows(_ subset: [Int]) -> Bool {
      let contraction = contracted(subset, holding: conditions)
      guard !contraction.isRefuted else { return true }
      return contraction.domains[Int(node)].isAlmostInside(domain)
    }
    // One way that leads there is found by the way; what is not on it is seldom needed.
    let core = contracted(members, holding: conditions, isRecorded: true).claims(behind: node)
    return minimalConflict(among: core, isRefuted: follows)
      ?? minimalConflict(among: members, isRefuted: follows) ?? members
  }

  /// The value of `node` by the same steps on printed figures; NaN where they lead to none, or to one that `interval` excludes,
  /// and where an end that somebody prints (`at least 8`) would pass for the figure though others bound it too.
  func printedValue(of node: NetworkNode, from members: [Int], in interval: Interval) -> Double {
    if interval.isExact { return interval.lower }
    let isOfEnds = interval.isBounded && members.contains { claims[$0].interval.isOneSided }
    if isOfEnds { return .nan }
    let figures = members.map { (node: claims[$0].node, value: claims[$0].value) }
    let value = printedValues(network, claims: figures)[Int(node)]
    if interval.contains(value) { return value }
    // Arithmetic leaves something behind in the last digits.
    for end in [interval.lower, interval.upper] where value.isSame(as: end) && interval.contains(end) {
      return end
    }
    return .nan
  }
}

extension Interval {
  /// Whether both are the same but for what contraction may leave.
  func isAlmost(_ other: Interval) -> Bool { isAlmostInside(other) && other.isAlmostInside(self) }

  /// Whether it lies inside `other` but for what contraction may leave.
  func isAlmostInside(_ other: Interval) -> Bool {
    func isAlmost(_ own: Double, _ others: Double) -> Bool {
      if own == others { return true }
      guard own.isFinite, others.isFinite else { return false }
      return (own - others).magnitude <= 4 * Contraction.tolerance
        * Swift.max(own.magnitude, others.magnitude)
    }
    let isLow = lower >= other.lower || isAlmost(lower, other.lower)
    let isHigh = upper <= other.upper || isAlmost(upper, other.upper)
    return isLow && isHigh
  }
}
