/// What the steps of a contraction rest on: each narrowed one node, because of what others were by then.
struct ContractionRecord: Sendable {
  private struct Step {
    /// The claim that it took over; −1 for what follows.
    var claim: Int32
    /// The steps before it that it rests on; −1 for none.
    var causes: (Int32, Int32, Int32, Int32)
  }

  private var steps: [Step] = []
  /// The latest step that narrowed each node.
  private var latest: [Int32]
  private var refutation: Int32 = -1
  private var claim: Int32 = -1
  private var nodes: (NetworkNode, NetworkNode, NetworkNode, NetworkNode) = (-1, -1, -1, -1)

  init(nodeCount: Int) { latest = [Int32](repeating: -1, count: nodeCount) }

  /// What comes next is drawn from these nodes.
  mutating func begin(
    _ first: NetworkNode, _ second: NetworkNode, _ third: NetworkNode = -1, _ fourth: NetworkNode = -1
  ) {
    claim = -1
    nodes = (first, second, third, fourth)
  }

  /// What comes next is what a claim says.
  mutating func begin(claim: Int) {
    self.claim = Int32(clamping: claim)
    nodes = (-1, -1, -1, -1)
  }

  /// A node was narrowed.
  mutating func add(_ node: NetworkNode) {
    steps.append(step(for: node))
    latest[Int(node)] = Int32(steps.count - 1)
  }

  /// A node can be nothing at all.
  mutating func refute(_ node: NetworkNode) {
    guard refutation < 0 else { return }
    steps.append(step(for: node))
    refutation = Int32(steps.count - 1)
  }

  private func step(for node: NetworkNode) -> Step {
    func cause(_ other: NetworkNode) -> Int32 { other >= 0 && other != node ? latest[Int(other)] : -1 }
    var causes = (cause(nodes.0), cause(nodes.1), cause(nodes.2), cause(nodes.3))
    // What the node was before takes the place that is free, since one of the nodes is itself, or there are three at most.
    let own = latest[Int(node)]
    if nodes.0 == node || nodes.0 < 0 {
      causes.0 = own
    } else if nodes.1 == node || nodes.1 < 0 {
      causes.1 = own
    } else if nodes.2 == node || nodes.2 < 0 {
      causes.2 = own
    } else {
      causes.3 = own
    }
    return Step(claim: claim, causes: causes)
  }

  /// The claims behind the latest step about `node`, or behind the refutation where it is nil. Complexity: linear in the
  /// steps.
  func claims(behind node: NetworkNode?) -> [Int] {
    let start = node.map { latest[Int($0)] } ?? refutation
    guard start >= 0 else { return [] }
    var isReached = [Bool](repeating: false, count: Int(start) + 1)
    isReached[Int(start)] = true
    var claims: Set<Int> = []
    // Causes come before what rests on them.
    for place in stride(from: Int(start), through: 0, by: -1) where isReached[place] {
      let step = steps[place]
      if step.claim >= 0 { claims.insert(Int(step.claim)) }
      for cause in [step.causes.0, step.causes.1, step.causes.2, step.causes.3] where cause >= 0 {
        isReached[Int(cause)] = true
      }
    }
    return claims.sorted()
  }
}
