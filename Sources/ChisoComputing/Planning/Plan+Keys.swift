import ChisoMeaning
import ChisoModel

// What the result of a step depends on, as one key.
extension Plan {
  /// For each step a key of all that its result depends on: the expression, the steps below, and the claims that
  /// it reads; nil for one that depends on more than that, such as an argument or all that is claimed.
  ///
  /// Keys are compared among catalogues that grew from one by claims and sources alone. Complexity: linear in the
  /// steps and in the claims that they read.
  func partKeys(in catalogue: Catalogue) -> [QuestionKey?] {
    var keys: [QuestionKey?] = []
    keys.reserveCapacity(steps.count)
    for step in steps { keys.append(key(of: step, below: keys, in: catalogue)) }
    return keys
  }

  private func key(of step: PlanStep, below keys: [QuestionKey?], in catalogue: Catalogue) -> QuestionKey? {
    guard let reference = step.reference else { return nil }
    var key = QuestionKey(.call).appending(expressions[reference.expression][reference.node].key)
    func add(_ bits: UInt64) { key = key.appending(QuestionKey(.number, bits)) }
    func add(_ text: String) { key = key.appending(text: text) }
    func add(_ kind: OperationKind) { add(UInt64(kind.rawValue)) }
    func add(_ frequency: Frequency) { add(frequency.description) }
    switch step.operation {
    case .stored, .suppose, .heed, .infer, .tabulate, .revisions, .taken: return nil
    case .constant(let value, _):
      add(.constant)
      add(value.bitPattern)
      addType(step.type, to: &key)
    case .scan(let scan):
      add(.scan)
      add(scan.frequency)
      add(UInt64(UInt32(bitPattern: scan.vintage?.dayNumber ?? .min)) << 8 | UInt64(scan.filter.rawValue))
      add(scan.name)
      add(scan.isOfTarget ? 1 : 0)
      addCells(scan.cells, to: &key)
      addType(step.type, to: &key)
      key = key.appending(catalogue.claimIndex.fingerprint(of: scan.subject, in: catalogue))
    case .prefer(_, _, let name):
      add(.prefer)
      add(name)
    case .lastInPeriod(_, let frequency, let name):
      add(.lastInPeriod)
      add(frequency)
      add(name)
    case .sumOfParts(_, let frequency):
      add(.sumOfParts)
      add(frequency)
    case .cover(_, let frequency):
      add(.cover)
      add(frequency)
    case .endOfPeriod(_, let frequency):
      add(.endOfPeriod)
      add(frequency)
    case .pick(_, let period, _):
      add(.pick)
      add(Period?.some(period).mixed)
    case .latest(let candidates, let asked):
      add(.latest)
      for candidate in candidates { add(candidate.length?.description ?? "") }
      add(asked?.description ?? "")
    case .mean(_, let period):
      add(.mean)
      add(Period?.some(period).mixed)
    case .window(_, let range):
      add(.window)
      add(range.first.mixed)
      add(range.last.mixed)
    case .select(_, let dimension, let code):
      add(.select)
      add(dimension)
      add(code)
    case .whole(_, let dimension, let part, _):
      add(.whole)
      add(dimension)
      add(part)
    case .retype:
      add(.retype)
      addType(step.type, to: &key)
    case .cellwise(let operation, _):
      add(.cellwise)
      if case .binary(let binary) = operation { add(UInt64(binary.rawValue)) }
      if case .scale(let conversion) = operation {
        add(conversion.multiplier.bitPattern)
        add(conversion.divisor.bitPattern)
      }
      addType(step.type, to: &key)
    case .outcomes: add(.outcomes)
    case .openWithoutOutcome(_, let leavesOutTargets):
      add(.openWithoutOutcome)
      add(leavesOutTargets ? 1 : 0)
    case .requireRate(_, _, let text, let period):
      add(.requireRate)
      add(text)
      add(period.mixed)
    case .rate(let ways, let unit, _):
      add(.rate)
      add(unit)
      for way in ways { for step in way.steps { add(step.text) } }
    case .native(let function, _):
      add(.native)
      add(UInt64(UInt32(bitPattern: function)))
      addType(step.type, to: &key)
    case .computation(let indicator, _):
      add(.computation)
      add(UInt64(UInt32(bitPattern: indicator)))
    }
    for operand in step.operation.operands {
      guard let below = keys[Int(operand)] else { return nil }
      key = key.appending(below)
    }
    return key
  }

  private func addCells(_ cells: CellSelection, to key: inout QuestionKey) {
    for end in [cells.periods.first, cells.periods.last] {
      key = key.appending(QuestionKey(.number, end.mixed))
    }
    for choice in cells.codes {
      for text in [choice.dimension] + choice.codes { key = key.appending(text: text) }
    }
  }

  /// A type is hashed twice, with one more number before it, so that all bits of the key count.
  private func addType(_ type: SeriesType, to key: inout QuestionKey) {
    for salt in [0, 1] {
      var hasher = Hasher()
      hasher.combine(salt)
      hasher.combine(type)
      key = key.appending(QuestionKey(.unit, UInt64(bitPattern: Int64(hasher.finalize()))))
    }
  }
}

/// Which operation a step does; part of its key.
private enum OperationKind: UInt8 {
  case constant, scan, prefer, lastInPeriod, sumOfParts, endOfPeriod, pick, window, select, retype, cellwise,
    requireRate, outcomes, openWithoutOutcome
  case native, computation, latest, mean, cover, whole, rate
}
