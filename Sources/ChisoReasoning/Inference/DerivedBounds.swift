import ChisoComputing
import ChisoMeaning
import ChisoModel

/// How nodes follow from claims, step by step, each from nodes that are known by then, as a program over the claims.
private struct Derivation {
  private let part: NetworkPart
  private var leaves: [Interval] = []
  private var instructions: [FusedProgram.Instruction] = []
  /// The place of what each node is in the program; −1 where no step leads to it. Instructions count from `leafLimit` on.
  private var places: [Int]
  private var exponents: [Int: Int] = [:]
  private var queue: [NetworkNode] = []
  private static let leafLimit = 1 << 32

  /// What follows from `members`, nearest first, as printed figures spread.
  init(_ part: NetworkPart, from members: [Int]) {
    self.part = part
    let network = part.network
    places = [Int](repeating: -1, count: network.nodeCount)
    for node in 0..<NetworkNode(network.nodeCount) where network.isConstant(node) {
      add(node, leaf(network.initial[Int(node)]))
    }
    for member in members where places[Int(part.claims[member].node)] < 0 {
      add(part.claims[member].node, leaf(part.claims[member].interval))
    }
    let constraintsByNode = network.constraintsByNode()
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for constraint in constraintsByNode[node] { spread(constraint, network) }
    }
  }

  private mutating func leaf(_ interval: Interval) -> Int {
    leaves.append(interval)
    return leaves.count - 1
  }

  private mutating func add(_ node: NetworkNode, _ place: Int) {
    places[Int(node)] = place
    queue.append(node)
  }

  private func isKnown(_ nodes: NetworkNode...) -> Bool { nodes.allSatisfy { places[Int($0)] >= 0 } }

  /// A step to `node` where it is not known yet and its operands are.
  private mutating func add(
    _ node: NetworkNode, _ operation: FusedOperation, _ first: NetworkNode, _ second: NetworkNode? = nil
  ) {
    guard !isKnown(node), isKnown(first), isKnown(second ?? first) else { return }
    instructions.append(
      .init(operation: operation, first: places[Int(first)], second: second.map { places[Int($0)] } ?? -1))
    add(node, Derivation.leafLimit + instructions.count - 1)
  }

  private mutating func spread(_ constraint: Int32, _ network: ConstraintNetwork) {
    guard constraint >= 0 else {
      let condition = network.conditions[Int(-constraint - 1)]
      guard condition.kind == .equal, isKnown(condition.left) != isKnown(condition.right) else { return }
      let (known, other) =
        isKnown(condition.left) ? (condition.left, condition.right) : (condition.right, condition.left)
      add(other, places[Int(known)])
      return
    }
    let left = network.first[Int(constraint)]
    let right = network.second[Int(constraint)]
    switch network.operations[Int(constraint)] {
    case .add:
      add(constraint, .binary(.add), left, right)
      add(left, .binary(.subtract), constraint, right)
      add(right, .binary(.subtract), constraint, left)
    case .subtract:
      add(constraint, .binary(.subtract), left, right)
      add(left, .binary(.add), constraint, right)
      add(right, .binary(.subtract), left, constraint)
    case .multiply:
      add(constraint, .binary(.multiply), left, right)
      add(left, .binary(.divide), constraint, right)
      add(right, .binary(.divide), constraint, left)
    case .divide:
      add(constraint, .binary(.divide), left, right)
      add(left, .binary(.multiply), constraint, right)
      add(right, .binary(.divide), left, constraint)
    case .negate:
      add(constraint, .negate, left)
      add(left, .negate, constraint)
    case .scale(let conversion):
      add(constraint, .scale(conversion), left)
      add(left, .scale(conversion.inverse), constraint)
    case .power(let exponent):
      guard isKnown(left), !isKnown(constraint) else { return }
      let place = exponents[exponent] ?? leaf(Interval(exactly: Double(exponent)))
      exponents[exponent] = place
      instructions.append(
        .init(operation: .binary(.power), first: places[Int(left)], second: place))
      add(constraint, Derivation.leafLimit + instructions.count - 1)
    case .variable, .magnitude, .apply, .compare, .and, .or, .not, .pair, .choose: break
    }
  }

  /// The steps that lead to a node, over all that they begin with; nil where none do.
  func program(leadingTo node: NetworkNode) -> (program: FusedProgram, box: [Interval])? {
    let end = places[Int(node)] - Derivation.leafLimit
    guard end >= 0 else { return nil }
    var isNeeded = [Bool](repeating: false, count: end + 1)
    isNeeded[end] = true
    for index in (0...end).reversed() where isNeeded[index] {
      for operand in [instructions[index].first, instructions[index].second]
      where operand >= Derivation.leafLimit {
        isNeeded[operand - Derivation.leafLimit] = true
      }
    }
    var program = FusedProgram(leaves: leaves.indices.map { SlotID($0) })
    var numbers = [Int](repeating: -1, count: end + 1)
    func number(_ place: Int) -> Int {
      place < Derivation.leafLimit ? place : numbers[place - Derivation.leafLimit]
    }
    for index in 0...end where isNeeded[index] {
      numbers[index] = leaves.count + program.instructions.count
      let step = instructions[index]
      program.instructions.append(
        .init(operation: step.operation, first: number(step.first), second: number(step.second)))
    }
    return (program, leaves)
  }
}

extension NetworkPart {
  /// How many claims are looked at at most.
  private static let derivedLimit = 24

  /// What `node` can be by the steps that lead to it from `members`, which enter with what they say: of `y / (y / g)` only
  /// `g` is left, as `BoxProgram` says. nil where none of them enters more than once.
  func derivedBounds(of node: NetworkNode, from members: [Int]) -> Interval? {
    guard (1...NetworkPart.derivedLimit).contains(members.count),
      members.allSatisfy({ claims[$0].interval.isBounded }),
      let (program, box) = Derivation(self, from: members).program(leadingTo: node)
    else { return nil }
    return BoxProgram(program, inputs: Array(box.indices))?.bounds(over: box, inside: .unbounded)
  }

  /// What the quotient of two nodes can be, by the same steps.
  func quotientBounds(of dividend: NetworkNode, by divisor: NetworkNode, from members: [Int]) -> Interval? {
    var extended = self
    let quotient = extended.network.add(.divide, dividend, divisor)
    return extended.derivedBounds(of: quotient, from: members)
  }
}
