import ChisoMeaning
package import ChisoModel
import ChisoPlugin

// Which cells a plan needs: what its result is asked for, followed down to the scans.
extension Plan {
  /// Says of each scan which cells the result needs of it, so that one cell costs one cell. Complexity: linear in the steps.
  ///
  /// What is supposed is looked for in whole series, and so a plan with suppositions is left as it is.
  mutating func selectCells(in catalogue: Catalogue) {
    guard steps.contains(where: { $0.operation.selects }), !steps.contains(where: { $0.operation.supposes })
    else { return }
    let frequency = onlyFrequency(in: catalogue)
    var asked = [CellSelection?](repeating: nil, count: steps.count)
    asked[Int(result)] = .all
    for index in steps.indices.reversed() {
      let own = asked[index] ?? .all
      if case .scan(var scan) = steps[index].operation {
        scan.cells = own
        steps[index].operation = .scan(scan)
        continue
      }
      let needed = selection(of: steps[index], asked: own, at: frequency, in: catalogue)
      for operand in steps[index].operation.operands {
        let cells = needed[operand]
        asked[Int(operand)] = asked[Int(operand)]?.union(cells) ?? cells
      }
    }
    scans = steps.reduce(into: []) { scans, step in
      if case .scan(let scan) = step.operation, !scans.contains(scan) { scans.append(scan) }
    }
  }

  /// Whether some scan is asked for less than all that there is.
  package var isSelective: Bool { scans.contains { $0.cells != .all } }

  /// Whether its scans alone say which observations it reads.
  package var readsScansAlone: Bool {
    steps.allSatisfy { step in
      switch step.operation {
      case .infer, .tabulate, .revisions: false
      default: true
      }
    }
  }

  /// The cells of each indicator that it scans, as known on each day, in the order of the scans.
  package var scannedCells: [(indicator: Int32, vintage: CivilDate?, cells: CellSelection)] {
    scans.reduce(into: []) { result, scan in
      guard let indicator = scan.indicator else { return }
      if let place = result.firstIndex(where: { $0.indicator == indicator && $0.vintage == scan.vintage }) {
        result[place].cells = result[place].cells.union(scan.cells)
      } else {
        result.append((indicator, scan.vintage, scan.cells))
      }
    }
  }

  /// The same plan, whose scans are asked for all cells.
  package var readingAllCells: Plan {
    var result = self
    for index in steps.indices {
      guard case .scan(var scan) = steps[index].operation else { continue }
      scan.cells = .all
      result.steps[index].operation = .scan(scan)
    }
    for index in scans.indices { result.scans[index].cells = .all }
    return result
  }

  /// The cells of the operands of a step that `asked` cells of its result need.
  private func selection(
    of step: PlanStep, asked: CellSelection, at frequency: Frequency?, in catalogue: Catalogue
  ) -> OperandSelection {
    switch step.operation {
    case .pick(_, let period, _), .mean(_, let period):
      return OperandSelection(asked.within(PeriodRange(first: period, last: period)))
    case .window(_, let range):
      return OperandSelection(asked.within(range))
    case .select(_, let dimension, let code):
      return OperandSelection(asked.with(code, of: dimension))
    case .prefer, .lastInPeriod, .sumOfParts, .cover, .endOfPeriod, .retype, .cellwise, .outcomes,
      .openWithoutOutcome:
      return OperandSelection(asked)
    case .requireRate(let slot, _, _, _):
      return OperandSelection(.all, except: (slot, asked))
    case .whole(_, let dimension, _, _): return OperandSelection(asked.acrossAll(dimension))
    case .native(let function, let arguments):
      guard let native = catalogue.functions[Int(function)].native else { return OperandSelection(.all) }
      return OperandSelection(selection(of: native.shape, arguments, step, asked: asked, at: frequency))
    case .constant, .stored, .scan, .suppose, .heed, .latest, .infer, .tabulate, .revisions, .taken, .rate,
      .computation:
      return OperandSelection(.all)
    }
  }

  private func selection(
    of shape: FunctionShape, _ arguments: [PlanArgument], _ step: PlanStep, asked: CellSelection,
    at frequency: Frequency?
  ) -> CellSelection {
    // Which axis a function runs along is among its words; others say how.
    func along(_ arguments: [PlanArgument]) -> CellSelection {
      let axis = arguments.compactMap { if case .value(let value) = $0 { value } else { nil } }.axis
      guard let axis, axis != "period" else { return asked.ofAllTime }
      return asked.acrossAll(axis)
    }
    switch shape {
    case .quotient, .firstPresent, .cellwise, .rounding, .cellwisePair, .requirement: return asked
    case .reduction, .jointReduction, .acrossAxis: return along(arguments)
    // The places go by the latest figures.
    case .subset: return .all
    case .periodShift(let shift): return self.shifted(asked, by: shift, arguments, step, at: frequency)
    case .alongPeriods, .selection, .rolling, .timeline: return asked.ofAllTime
    case .frequency, .latest, .level, .whole: return .all
    }
  }

  /// The length of period of all series in the plan; nil where there are several, or none. What is asked for at quarters may
  /// be there by years, and moves by years then.
  private func onlyFrequency(in catalogue: Catalogue) -> Frequency? {
    var only: Frequency?
    for step in steps {
      switch step.operation {
      case .scan(let scan):
        if let only, only != scan.frequency { return nil }
        only = scan.frequency
      case .lastInPeriod, .sumOfParts, .cover, .endOfPeriod, .stored, .infer, .tabulate, .revisions, .taken,
        .computation:
        return nil
      case .native(let function, _):
        switch catalogue.functions[Int(function)].native?.shape {
        case .frequency, .whole, .timeline, .level: return nil
        default: break
        }
      default: break
      }
    }
    return only
  }

  /// The cells that move to those that are asked for; those of all time where it is not known before how far they move.
  private func shifted(
    _ asked: CellSelection, by shift: PeriodShift, _ arguments: [PlanArgument], _ step: PlanStep,
    at frequency: Frequency?
  ) -> CellSelection {
    guard let frequency, frequency.isRegular, frequency != .instant else { return asked.ofAllTime }
    var values: [Argument] = []
    for argument in arguments {
      switch argument {
      case .value(let value): values.append(value)
      case .slot(let slot):
        guard case .constant(let value, _) = steps[Int(slot)].operation else {
          // The series itself, which no shift looks at.
          guard values.isEmpty else { return asked.ofAllTime }
          values.append(.series(Series(.nan, type: step.type)))
          continue
        }
        values.append(.series(Series(value, type: .number)))
      }
    }
    /// The end of the range from which cells move to `end`; nil where it is open, or nobody knows.
    func moved(_ end: CivilDate?) -> Period? {
      end.flatMap { Period(frequency, containing: $0) }.flatMap { try? shift.source($0, values) }
    }
    var result = asked
    result.periods = PeriodRange(
      first: moved(asked.periods.first?.first), last: moved(asked.periods.last?.last))
    return result
  }
}

/// Which cells of its operands a step needs: the same of all, but where one alone is in the result.
private struct OperandSelection {
  private let common: CellSelection
  private let exception: (slot: SlotID, cells: CellSelection)?

  init(_ common: CellSelection, except exception: (slot: SlotID, cells: CellSelection)? = nil) {
    self.common = common
    self.exception = exception
  }

  subscript(slot: SlotID) -> CellSelection {
    if let exception, exception.slot == slot { return exception.cells }
    return common
  }
}

extension PlanOperation {
  /// Whether it reads some of the cells of an operand alone.
  fileprivate var selects: Bool {
    switch self {
    case .pick, .mean, .window, .select: true
    default: false
    }
  }

  fileprivate var supposes: Bool {
    switch self {
    case .suppose, .heed: true
    default: false
    }
  }
}
