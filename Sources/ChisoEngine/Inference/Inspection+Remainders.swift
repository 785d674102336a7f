import ChisoModel

extension NetworkPart {
  /// What a remainder of a flow changed by: (W - P) / (W / w - P / p), where W is the whole, P a part of it, and w and p are
  /// what they are of those of a year before. W and P stand above and below, and move both together.
  func quotient(
    ofRest flow: ClaimNetwork.NestedFlow, by before: ClaimNetwork.NestedFlow, _ domains: [Interval]
  ) -> Interval {
    func plain(_ later: NetworkNode, _ earlier: NetworkNode) -> Interval {
      guard let now = nodes[later], let then = nodes[earlier] else { return .unbounded }
      return domains[Int(now)] / domains[Int(then)]
    }
    let rest = plain(flow.rest.node, before.rest.node)
    guard let whole = nodes[flow.whole.node], let part = nodes[flow.part.node] else { return rest }
    let program = FusedProgram(
      leaves: [0, 1, 2, 3],
      instructions: [
        .init(operation: .binary(.subtract), first: 0, second: 1),
        .init(operation: .binary(.divide), first: 0, second: 2),
        .init(operation: .binary(.divide), first: 1, second: 3),
        .init(operation: .binary(.subtract), first: 5, second: 6),
        .init(operation: .binary(.divide), first: 4, second: 7),
      ])
    let box = [
      domains[Int(whole)], domains[Int(part)],
      quotient(flow.whole.node, before.whole.node, domains)
        .intersection(plain(flow.whole.node, before.whole.node)) ?? .unbounded,
      quotient(flow.part.node, before.part.node, domains)
        .intersection(plain(flow.part.node, before.part.node)) ?? .unbounded,
    ]
    return BoxProgram(program, inputs: [0, 1, 2, 3])?.bounds(over: box, inside: rest) ?? rest
  }

  /// What is known of a quotient itself, where a claim or definition speaks of it.
  private func quotient(_ later: NetworkNode, _ earlier: NetworkNode, _ domains: [Interval]) -> Interval {
    guard let now = nodes[later], let then = nodes[earlier] else { return .unbounded }
    for node in network.operations.indices where network.first[node] == now && network.second[node] == then {
      if case .divide = network.operations[node] { return domains[node] }
    }
    return .unbounded
  }
}
