import ChisoMeaning
import ChisoModel
import ChisoPlugin

// Operands that are not alike.
extension Evaluator {
  /// Results with more cells are too large for a remark on each.
  private static let remarkedCells = 100_000

  /// Remarks, on the cells of a result, what is to be said of the operands that the steps ending in `slot` bring together.
  func notePairs(in result: inout AnnotatedSeries, of slot: SlotID) {
    guard let pairs = plan.pairsByEnd[slot] else { return }
    var comparison = PairComparison(plan: plan, catalogue: input.catalogue, slots: slots)
    for pair in pairs {
      // Where a share meets what is not its base, when the two are of is no matter.
      guard let note = pair.note ?? comparison.note(on: pair) else { continue }
      remark(note, in: &result)
    }
  }

  private func remark(_ note: Note, in result: inout AnnotatedSeries) {
    guard result.count <= Self.remarkedCells else {
      result.remarks[0, default: []].append(note)
      return
    }
    for index in 0..<result.count where !result.series.isMissing(at: index) {
      result.remarks[Int32(clamping: index), default: []].append(note)
    }
  }
}

/// Compares the operands of pairs in one run of a plan.
private struct PairComparison {
  let plan: Plan
  let catalogue: Catalogue
  let slots: [AnnotatedSeries?]
  /// What was found out of steps, each once, since many operands may rest on one.
  private var standings: [SlotID: Standing] = [:]

  init(plan: Plan, catalogue: Catalogue, slots: [AnnotatedSeries?]) {
    (self.plan, self.catalogue, self.slots) = (plan, catalogue, slots)
  }

  /// When and of what parts the figures of a step are.
  fileprivate struct Standing {
    /// The period of a figure; nil for a series along time.
    var label: AnnotatedSeries.Label? = .constant
    var periods: PeriodAxis?
    /// The dimensions along which it has parts.
    var dimensions: Set<String> = []
  }

  /// What is to be said of two operands whose periods or parts are not alike.
  mutating func note(on pair: OperandPair) -> Note? {
    differentPeriods(pair) ?? differentParts(pair)
  }

  // MARK: Periods

  private mutating func differentPeriods(_ pair: OperandPair) -> Note? {
    let (left, right) = (pair.left, pair.right)
    // A part of one year in another year's whole is no change in time.
    let isSame = left.subject == right.subject && left.isOfPart(of: right)
    switch (standing(of: left.slot).label, standing(of: right.slot).label) {
    case (.period(let first)?, .period(let second)?):
      guard first != second else { return nil }
      let names = (name(of: left, at: first), name(of: right, at: second))
      if first.isInstant || second.isInstant {
        guard !isSame, !first.contains(second), !second.contains(first) else { return nil }
        return first.isInstant && second.isInstant
          ? .differentDays(names.0, names.1) : .differentPeriods(names.0, names.1)
      }
      switch pair.operation {
      case .quotient, .share:
        if first.frequency != second.frequency, !(isSame && left.isLevel) {
          return .differentLengths(names.0, names.1)
        }
        let isAchievement = left.isTarget || right.isTarget
        guard !isSame || (pair.operation == .share && !isAchievement) else { return nil }
        return .differentPeriods(names.0, names.1)
      case .difference:
        // What is left of a longer period has a note of its own.
        if isSame, first.contains(second) || second.contains(first) || left.isLevel { return nil }
        if first.frequency != second.frequency { return .differentLengths(names.0, names.1) }
        return isSame ? nil : .differentPeriods(names.0, names.1)
      case .sum:
        if isSame, left.isAmount, !left.isLevel, first.overlaps(second) {
          return .overlapping(names.0, names.1)
        }
        if isSame { return nil }
        return first.frequency != second.frequency
          ? .differentLengths(names.0, names.1) : .differentPeriods(names.0, names.1)
      case .product:
        guard pair.isOfShareAndLevel(plan) else { return nil }
        return .differentPeriods(names.0, names.1)
      }
    case (nil, .period(let second)?):
      return seriesBesideFigure(pair, left, right, second)
    case (.period(let first)?, nil):
      return seriesBesideFigure(pair, right, left, first)
    default: return nil
    }
  }

  /// One figure of another subject beside all periods of a series.
  private mutating func seriesBesideFigure(
    _ pair: OperandPair, _ series: PairedOperand, _ figure: PairedOperand, _ period: Period
  ) -> Note? {
    guard series.subject != figure.subject, series.isAmount, figure.isAmount, pair.operation != .product,
      let periods = standing(of: series.slot).periods?.periods,
      periods.contains(where: { $0 != period && !$0.contains(period) })
    else { return nil }
    return .figureBesideSeries(name(of: figure, at: period), name(of: series, at: nil))
  }

  /// What is known of a step; one inside of a fused program, which leaves no cells, has what its operands have together.
  private mutating func standing(of slot: SlotID) -> Standing {
    var open = [slot]
    while let next = open.last {
      if standings[next] != nil {
        open.removeLast()
      } else if let cells = slots[Int(next)] {
        standings[next] = Standing(cells)
      } else if case .cellwise(_, let operands) = plan.steps[Int(next)].operation {
        let unknown = operands.filter { standings[$0] == nil }
        open += unknown
        if unknown.isEmpty { standings[next] = combined(operands) }
      } else {
        standings[next] = Standing(label: .mixed)
      }
    }
    return standings[slot] ?? Standing(label: .mixed)
  }

  private func combined(_ operands: [SlotID]) -> Standing {
    operands.reduce(into: Standing()) { result, operand in
      guard let own = standings[operand] else { return }
      result.label = result.label.flatMap { label in own.label.map(label.combined) }
      result.periods = result.periods ?? own.periods
      result.dimensions.formUnion(own.dimensions)
    }
  }

  // MARK: Parts

  private mutating func differentParts(_ pair: OperandPair) -> Note? {
    let (left, right) = (pair.left, pair.right)
    guard left.isAmount, right.isAmount, pair.operation != .product else { return nil }
    let (first, second) = (standing(of: left.slot).dimensions, standing(of: right.slot).dimensions)
    let names = first.union(second).union((left.codes + right.codes).map(\.dimension))
    let places = names.sorted().map { dimension in
      (
        dimension: dimension, left: place(of: left, dimension, isPanel: first.contains(dimension)),
        right: place(of: right, dimension, isPanel: second.contains(dimension))
      )
    }
    // One part beside another may be meant, as women beside men; of elsewhere too it hardly is.
    let differing = places.filter { $0.left != $0.right }
    if left.subject == right.subject, differing.count > 1,
      differing.contains(where: { $0.left.isPart && $0.right.isPart })
    {
      let all = differing.map(\.dimension).joined(separator: ", ")
      return .differentParts(cellName(left), cellName(right), all)
    }
    for place in places {
      if let note = note(pair, place.left, place.right, along: place.dimension) { return note }
    }
    return nil
  }

  /// Where in a dimension an operand lies.
  private enum Place: Equatable {
    case whole
    case part(String)
    case allParts

    /// Whether it is one part.
    var isPart: Bool {
      if case .part = self { true } else { false }
    }
  }

  private func place(of operand: PairedOperand, _ dimension: String, isPanel: Bool) -> Place {
    if let code = operand.codes.first(where: { $0.dimension == dimension })?.code {
      return code == Grid.total ? .whole : .part(code)
    }
    return isPanel ? .allParts : .whole
  }

  private mutating func note(_ pair: OperandPair, _ left: Place, _ right: Place, along dimension: String)
    -> Note?
  {
    guard left != right else { return nil }
    let (first, second) = (cellName(pair.left), cellName(pair.right))
    if pair.left.subject == pair.right.subject {
      switch (pair.operation, left, right) {
      case (.share, .part, .part): return .differentParts(first, second, dimension)
      case (.sum, .part, .whole), (.sum, .whole, .part), (.sum, .part, .allParts), (.sum, .allParts, .part),
        (.difference, .part, .allParts), (.difference, .allParts, .part), (.quotient, .allParts, .part):
        return .differentParts(first, second, dimension)
      default: return nil
      }
    }
    switch (left, right) {
    case (.part, .part), (.part, .allParts), (.allParts, .part):
      return .differentParts(first, second, dimension)
    case (.whole, .allParts):
      // A quotient of the whole by each part is told of where it is divided.
      return pair.operation == .quotient || pair.operation == .share
        ? nil : .partBesideWhole(second, first, dimension)
    case (.whole, .part): return .partBesideWhole(second, first, dimension)
    case (_, .whole):
      return isMadeOfParts(pair.right.slot, dimension) ? nil : .partBesideWhole(first, second, dimension)
    default: return nil
    }
  }

  /// Whether a whole was made of parts along `dimension`, as a sum over it is.
  private func isMadeOfParts(_ slot: SlotID, _ dimension: String) -> Bool {
    var open = [slot]
    var seen = Set(open)
    while let next = open.popLast() {
      let operation = plan.steps[Int(next)].operation
      switch operation {
      case .native(_, let arguments) where arguments.contains(where: { $0.isWord(dimension) }): return true
      case .whole(_, dimension, _, _), .select(_, dimension, _): return true
      default: open += operation.operands.filter { seen.insert($0).inserted }
      }
    }
    return false
  }

  // MARK: Names

  private mutating func cellName(_ operand: PairedOperand) -> String {
    guard case .period(let period)? = standing(of: operand.slot).label else {
      return name(of: operand, at: nil)
    }
    return name(of: operand, at: period)
  }

  /// `gdp[2024]`, `target(x)[2025]`, `latest(x)[2024]`: what an operand is called, with its period.
  private func name(of operand: PairedOperand, at period: Period?) -> String {
    let expression = plan.expressions[operand.reference.expression]
    var text = plan.name(of: operand.reference, in: catalogue)
    if let indicator = operand.indicator, case .native = expression[operand.reference.node].operation {
      text = catalogue.indicators[Int(indicator)].name
    }
    guard let period, !text.contains(period.description) else { return shortened(text) }
    if let indicator = operand.indicator, case .slice = expression[operand.reference.node].operation {
      let codes = operand.codes.map { "\($0.dimension): \"\($0.code)\"" }
      return
        "\(catalogue.indicators[Int(indicator)].name)[\(([period.description] + codes).joined(separator: ", "))]"
    }
    return text.contains(" ") && !text.hasSuffix(")")
      ? "(\(shortened(text)))[\(period)]" : "\(shortened(text))[\(period)]"
  }
}

extension PairComparison.Standing {
  fileprivate init(_ cells: AnnotatedSeries) {
    label = cells.grid.periods == nil ? cells.label : nil
    periods = cells.grid.periods
    dimensions = Set(
      cells.grid.dimensions.lazy.filter { $0.codes.contains { $0 != Grid.total } }.map(\.name))
  }
}

extension PairedOperand {
  /// Whether both are of the same part, or of the whole.
  fileprivate func isOfPart(of other: PairedOperand) -> Bool {
    codes.allSatisfy { code in other.codes.contains { $0 == code } } && codes.count == other.codes.count
  }
}

extension OperandPair {
  /// Whether the one is a share with a base and the other no share.
  fileprivate func isOfShareAndLevel(_ plan: Plan) -> Bool {
    func base(_ operand: PairedOperand) -> String? {
      plan.expressions[operand.reference.expression][operand.reference.node].type.base
    }
    return (base(left) != nil && right.isAmount) || (base(right) != nil && left.isAmount)
  }
}

extension Note {
  static let unlikeID = "unlike-cells"
  static let otherBaseID = "other-base"

  static func differentPeriods(_ left: String, _ right: String) -> Note {
    Note(unlikeID, "\(left) and \(right) are of different periods")
  }

  static func differentLengths(_ left: String, _ right: String) -> Note {
    Note(unlikeID, "\(left) and \(right) are of periods of different length")
  }

  static func differentDays(_ left: String, _ right: String) -> Note {
    Note(unlikeID, "\(left) and \(right) are of different days")
  }

  static func overlapping(_ left: String, _ right: String) -> Note {
    Note(unlikeID, "\(left) and \(right) overlap: what lies in both is counted twice")
  }

  static func figureBesideSeries(_ figure: String, _ series: String) -> Note {
    Note(unlikeID, "\(figure) stands beside every period of \(series)")
  }

  static func partBesideWhole(_ part: String, _ whole: String, _ dimension: String) -> Note {
    Note(unlikeID, "\(part) is by \(dimension), and \(whole) of the whole")
  }

  static func differentParts(_ left: String, _ right: String, _ dimension: String) -> Note {
    Note(unlikeID, "\(left) and \(right) differ in \(dimension)")
  }

  /// What is said of operands goes on to what is made of their result.
  static let ofOperands: Set<String> = [
    unlikeID, otherBaseID, "whole-by-part", "other-rate", "rate-chain", "no-total",
  ]

  static func shareOfOther(_ share: String, of base: String, _ other: String) -> Note {
    Note(otherBaseID, "\(shortened(share)) is a share of \(base), and is applied to \(shortened(other))")
  }

  static func dividedByShare(_ part: String, _ share: String, of base: String) -> Note {
    Note(
      otherBaseID,
      "\(shortened(share)) is a share of \(base), and \(shortened(part)) is not known to be that part of it")
  }

  static func shareOfShare(_ left: String, of first: String, _ right: String, of second: String) -> Note {
    Note(
      otherBaseID,
      "\(shortened(left)) is a share of \(first) and \(shortened(right)) of \(second): neither is a share of the other"
    )
  }
}
