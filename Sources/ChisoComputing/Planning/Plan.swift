package import ChisoDiagnostics
package import ChisoMeaning
package import ChisoModel
package import ChisoPlugin

/// A step's place in its plan, and that of its result while the plan runs.
package typealias SlotID = Int32

/// One step of a plan.
package struct PlanStep: Sendable {
  package var operation: PlanOperation
  package var type: SeriesType
  /// Where in the statement it comes from.
  package var span: SourceSpan
  /// The checked node that it computes, for the explanation.
  package var reference: NodeReference?
}

/// What a step of a plan does; operands are the slots of earlier steps.
package enum PlanOperation: Sendable {
  /// A number.
  case constant(Double, Interval)
  /// A value that the session keeps.
  case stored(Int32)
  /// The best claim for each cell of a scan.
  case scan(Scan)
  /// Supposed figures in place of what the slot has: its cells win.
  case suppose([Supposition], over: SlotID?)
  /// The answer to a question for which something was supposed, which it must have read.
  case heed(SlotID, [HeededSupposition], of: NodeReference)
  /// The claimed cells, and the computed ones where nothing is claimed or only a target or forecast is.
  case prefer(claimed: SlotID, computed: SlotID, name: String)
  /// Observations of days read at periods: the last one inside each.
  case lastInPeriod(SlotID, Frequency, name: String)
  /// Flows at a longer period: the sum where the parts cover it.
  case sumOfParts(SlotID, Frequency)
  /// Flows at a longer period: the sum where parts of several lengths cover it one behind the other.
  case cover([SlotID], Frequency)
  /// Levels at a longer period: that of the part which ends with it.
  case endOfPeriod(SlotID, Frequency)
  /// One period of a series, as a figure.
  case pick(SlotID, Period, PickedQuestion)
  /// The outcome that ends last, out of series of several lengths of period, the longest first; of the length that is
  /// asked for where there is one.
  case latest([LatestCandidate], length: Frequency?)
  /// The mean of what lies inside of a period.
  case mean(SlotID, Period)
  /// A range of a series.
  case window(SlotID, PeriodRange)
  /// One code of a dimension.
  case select(SlotID, dimension: String, code: String)
  /// The total of a dimension, beside a part of it; the cells as they are where they have no such dimension.
  case whole(SlotID, dimension: String, part: String, NodeReference)
  /// The same cells under another type.
  case retype(SlotID)
  /// A cell-by-cell operation.
  case cellwise(FusedOperation, [SlotID])
  /// Cells that are no targets; the others are missing.
  case outcomes(SlotID)
  /// A comparison of figures, which is open where one of them is a target alone.
  case openWithoutOutcome(SlotID, leavesOutTargets: Bool)
  /// What follows for a question from everything that is claimed.
  case infer(InferenceQuestion)
  /// The claims about a question side by side.
  case tabulate(Form, TabulatedQuestion)
  /// The answer to a question as it changed.
  case revisions(RevisionQuestion)
  /// What a plan took over from the one that asks for it, by its place there.
  case taken(Int)
  /// Whether a rate was found for a conversion; the values pass through.
  case requireRate(SlotID, rate: SlotID, text: String, period: Period?)
  /// One of several ways from one currency to another.
  case rate([RateWay], unit: String, by: CurrencyRate)
  /// A native function that is not cell by cell.
  case native(Int32, [PlanArgument])
  /// A computed indicator written in Swift, from its inputs.
  case computation(Int32, [SlotID])
}

/// A series among whose figures the latest is looked for.
package struct LatestCandidate: Sendable {
  package var slot: SlotID
  /// Its length of period; nil where it has none of its own.
  package var length: Frequency?
}

/// A way from one currency to another, in a plan.
package struct RateWay: Sendable {
  /// One rate on the way.
  package struct Step: Sendable {
    package var slot: SlotID
    /// The rate with its units, for messages: `exchange_rate VND/USD`.
    var text: String
    package var name: String
  }

  /// Where the product stands.
  package var slot: SlotID
  package var steps: [Step]
}

/// Whose cell is picked, for the message where there is none.
package struct PickedQuestion: Sendable {
  var subject: QuestionKey
  /// What is picked from, to be written in messages.
  package var reference: NodeReference
  package var unit: UnitOfMeasure
  package var vintage: CivilDate?
  package var filter: ClaimFilter
}

/// What `infer` asks.
package struct InferenceQuestion: Sendable {
  package var expression: CheckedExpression
  package var node: NodeID
  package var vintage: CivilDate?
  package var suppositions: [(subject: QuestionKey, supposition: Supposition)]
  /// The period of the answer.
  package var label: Period?
  /// What it is called in messages.
  package var name: String
}

/// What `claims` and `spread` ask.
package struct TabulatedQuestion: Sendable {
  var subject: QuestionKey
  /// The indicator that it is, of which tables may speak too; nil for other expressions.
  var indicator: Int32?
  /// The one cell; nil for all.
  package var period: Period?
  /// Whether an instant's claims inside the period count.
  var isInstant: Bool
  package var vintage: CivilDate?
  package var filter: ClaimFilter
  package var name: String
  /// Whether what is asked is made of targets.
  var isOfTarget: Bool
}

/// A figure that is supposed, in a plan.
package struct Supposition: Sendable {
  /// Which of those that are supposed in the plan.
  package var place: Int32
  /// The period of the cell; nil where the question has none.
  package var period: Period?
  /// Whether an outcome is supposed, which is all, or a target.
  package var filter = ClaimFilter.all
  /// Whether it follows from what is supposed: a level from its growth.
  package var isDerived = false
  /// The node that is supposed.
  package var reference: NodeReference
  package var slot: SlotID
  package var conversion: UnitConversion
  package var relation: Relation
  /// Whether what is supposed is a target, or made of one.
  var isOfTarget: Bool
}

/// An argument of a native function in a plan.
package enum PlanArgument: Sendable {
  case slot(SlotID)
  case value(Argument)
}

/// A checked expression as a program over slots, with a list of what it needs.
package struct Plan: Sendable {
  package var steps: [PlanStep] = []
  package var result: SlotID = 0
  /// The expressions that the steps refer to.
  package var expressions: [CheckedExpression] = []
  /// The call of a function of the language whose body a slot is the result of, for the explanation.
  package var calls: [SlotID: NodeReference] = [:]
  /// The fused programs by the step that they end in.
  var programs: [SlotID: FusedProgram] = [:]
  /// What single steps bring together, by the step.
  var pairs: [SlotID: OperandPair] = [:]
  /// The same by the step that a fused program ends in.
  var pairsByEnd: [SlotID: [OperandPair]] = [:]
  /// What the plan needs from the snapshot, each once.
  package var scans: [Scan] = []
  /// What is to be noted whatever the data say.
  package var notes: [Note] = []
  /// What the result is.
  package var type: SeriesType = .number
  /// Whether the result is one cell or a series.
  package var extent: Extent = .constant
}

extension Plan {
  /// What a node is called in a message.
  package func name(of reference: NodeReference, in catalogue: Catalogue) -> String {
    let expression = expressions[reference.expression]
    switch expression[reference.node].operation {
    case .indicator(let indicator), .recognised(let indicator, _):
      return catalogue.indicators[Int(indicator)].name
    default:
      return expression.text(of: reference.node, in: catalogue)
    }
  }

  /// Gathers cell-by-cell steps into programs: each that something else than such a step uses ends one.
  mutating func fuse() {
    var isWanted = [Bool](repeating: false, count: steps.count)
    if steps.indices.contains(Int(result)) { isWanted[Int(result)] = true }
    for step in steps {
      for operand in step.operation.operands where !step.operation.isCellwise {
        isWanted[Int(operand)] = true
      }
    }
    for (index, step) in steps.enumerated() where isWanted[index] && step.operation.isCellwise {
      programs[SlotID(index)] = program(endingIn: SlotID(index))
    }
  }

  /// Makes every cell-by-cell step a program of its own, so that all of them stand after a run.
  package mutating func fuseNothing() {
    programs = [:]
    for (index, step) in steps.enumerated() {
      guard case .cellwise(let operation, let operands) = step.operation else { continue }
      programs[SlotID(index)] = FusedProgram(
        leaves: operands,
        instructions: [
          .init(
            operation: operation, first: 0, second: operands.count > 1 ? 1 : -1,
            third: operands.count > 2 ? 2 : -1)
        ])
    }
  }

  /// The program that computes the cell-by-cell step `end` from the nearest steps that are not.
  private mutating func program(endingIn end: SlotID) -> FusedProgram {
    var members: [SlotID] = []
    var leaves: [SlotID] = []
    var seen = Set<SlotID>([end])
    var open = [end]
    while let slot = open.popLast() {
      guard steps[Int(slot)].operation.isCellwise else {
        leaves.append(slot)
        continue
      }
      members.append(slot)
      for operand in steps[Int(slot)].operation.operands where seen.insert(operand).inserted {
        open.append(operand)
      }
    }
    members.sort()
    leaves.sort()
    if !pairs.isEmpty {
      let own = members.compactMap { pairs[$0] }
      if !own.isEmpty { pairsByEnd[end] = own }
    }
    var places: [SlotID: Int] = [:]
    for (index, leaf) in leaves.enumerated() { places[leaf] = index }
    for (index, member) in members.enumerated() { places[member] = leaves.count + index }
    var program = FusedProgram(leaves: leaves)
    for member in members {
      guard case .cellwise(let operation, let operands) = steps[Int(member)].operation else { continue }
      let indices = operands.map { places[$0] ?? 0 }
      program.instructions.append(
        FusedProgram.Instruction(
          operation: operation, first: indices[0], second: indices.count > 1 ? indices[1] : -1,
          third: indices.count > 2 ? indices[2] : -1))
    }
    return program
  }
}

extension PlanOperation {
  var isCellwise: Bool {
    if case .cellwise = self { return true }
    return false
  }

  /// The slots that it reads.
  var operands: [SlotID] {
    switch self {
    case .constant, .stored, .scan: []
    case .suppose(let suppositions, let over): suppositions.map(\.slot) + (over.map { [$0] } ?? [])
    case .prefer(let claimed, let computed, _): [claimed, computed]
    case .lastInPeriod(let slot, _, _), .sumOfParts(let slot, _), .endOfPeriod(let slot, _),
      .pick(let slot, _, _),
      .window(let slot, _), .heed(let slot, _, _):
      [slot]
    case .cover(let slots, _): slots
    case .latest(let candidates, _): candidates.map(\.slot)
    case .mean(let slot, _): [slot]
    case .select(let slot, _, _), .whole(let slot, _, _, _), .retype(let slot), .outcomes(let slot),
      .openWithoutOutcome(let slot, _):
      [slot]
    case .cellwise(_, let slots): slots
    case .infer(let question): question.suppositions.map(\.supposition.slot)
    case .tabulate, .taken: []
    case .revisions(let question): question.suppositions.map(\.supposition.slot)
    case .requireRate(let slot, let rate, _, _): [slot, rate]
    case .rate(let ways, _, _): ways.map(\.slot)
    case .native(_, let arguments):
      arguments.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
    case .computation(_, let slots): slots
    }
  }
}
