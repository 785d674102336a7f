import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Quotients of what is of the whole by what is of each part.
extension Evaluator {
  /// Results with more cells are too large for a remark on each.
  private static let remarkedCells = 100_000

  /// Remarks, on the cells of single areas, where an amount of the whole is divided by that of an area alone.
  ///
  /// The other way round it is the share of a part in the whole, and rates of the whole may well be applied to parts.
  func noteWholes(in result: inout AnnotatedSeries, of slot: SlotID) {
    let grid = result.grid
    guard !grid.dimensions.isEmpty, grid.count <= Self.remarkedCells else { return }
    for (place, dimension) in grid.dimensions.enumerated() {
      guard dimension.codes.contains(where: { $0 != Grid.total }),
        let (whole, part) = quotients(endingIn: slot).first(where: { whole, part in
          isOfTheWhole(whole, dimension.name) && isDivided(part, dimension.name)
        }), let name = name(of: whole), let other = self.name(of: part)
      else { continue }
      let note = Note.wholeByPart(name, other, dimension.name)
      let inner = grid.dimensions[(place + 1)...].reduce(grid.laneCount) { $0 * $1.codes.count }
      for index in 0..<result.count where !result.series.isMissing(at: index) {
        guard dimension.codes[index / inner % dimension.codes.count] != Grid.total else { continue }
        result.remarks[Int32(index), default: []].append(note)
      }
    }
  }

  /// The quotients of amounts among the cell-by-cell steps that end in `slot`.
  private func quotients(endingIn slot: SlotID) -> [(dividend: SlotID, divisor: SlotID)] {
    var found: [(SlotID, SlotID)] = []
    var open = [slot]
    var seen = Set(open)
    while let slot = open.popLast() {
      guard case .cellwise(let operation, let operands) = plan.steps[Int(slot)].operation else { continue }
      if case .binary(.divide) = operation,
        operands.allSatisfy({ plan.steps[Int(unscaled($0))].type.isAmount })
      {
        found.append((operands[0], operands[1]))
      }
      open += operands.filter { seen.insert($0).inserted }
    }
    return found
  }

  /// What is brought into another unit in `slot`.
  private func unscaled(_ slot: SlotID) -> SlotID {
    if case .cellwise(.scale, let operands) = plan.steps[Int(slot)].operation { return unscaled(operands[0]) }
    return slot
  }

  /// Whether nothing in `slot` was ever by `dimension`: no single part, nor what was made of parts.
  /// Complexity: linear in the steps.
  private func isOfTheWhole(_ slot: SlotID, _ dimension: String) -> Bool {
    everyStep(below: slot) { slot in
      if slots[Int(slot)]?.grid.dimensions.contains(where: { $0.name == dimension }) ?? false { return nil }
      let operation = plan.steps[Int(slot)].operation
      switch operation {
      case .stored, .tabulate, .revisions, .taken, .computation: return nil
      case .select(_, dimension, _): return nil
      case .native(_, let arguments) where arguments.contains(where: { $0.isWord(dimension) }): return nil
      default: return operation.operands
      }
    }
  }

  /// Whether a leaf of the cell-by-cell steps that end in `slot` is by `dimension`. Complexity: linear in the steps.
  private func isDivided(_ slot: SlotID, _ dimension: String) -> Bool {
    !everyStep(below: slot) { slot in
      if let cells = slots[Int(slot)] {
        return cells.grid.dimensions.contains { $0.name == dimension } ? nil : []
      }
      guard case .cellwise(_, let operands) = plan.steps[Int(slot)].operation else { return [] }
      return operands
    }
  }

  /// Whether `next` says of every step from `slot` on where to go on, and never nil. Each step is asked once, however many
  /// others rest on it.
  private func everyStep(below slot: SlotID, _ next: (SlotID) -> [SlotID]?) -> Bool {
    var open = [slot]
    var seen = Set(open)
    while let slot = open.popLast() {
      guard let operands = next(slot) else { return false }
      open += operands.filter { seen.insert($0).inserted }
    }
    return true
  }

  private func name(of slot: SlotID) -> String? {
    plan.steps[Int(unscaled(slot))].reference.map { plan.name(of: $0, in: input.catalogue) }
  }
}

extension SeriesType {
  /// Whether its figures are amounts, which are of a place as a whole.
  fileprivate var isAmount: Bool { kind == .flow || kind == .stock }
}

extension PlanArgument {
  func isWord(_ word: String) -> Bool {
    if case .value(.word(word)) = self { true } else { false }
  }
}
