import ChisoModel

extension ClaimIndex {
  /// The best claim for each cell of `need`, over the blocks that observation sources served.
  /// Complexity: linear in the claims about the question, and in the cells of the blocks.
  func cells(
    _ need: Need, type: SeriesType, in catalogue: Catalogue, preferred: (Int32) -> Int?
  ) -> Cells {
    let claimed = claimedCells(need, type: type, in: catalogue, preferred: preferred)
    guard let indicator = need.indicator else { return claimed }
    var result = claimed
    for block in catalogue.blocks(of: indicator, need) {
      let served = Cells(
        Series(
          type: type, grid: block.grid, values: block.values, lower: block.lower, upper: block.upper,
          quality: block.quality, origin: .constant(block.origin)))
      result = merged(result, served) { index, first, _ in first.series.values[index].isNaN }
    }
    return result
  }

  private func claimedCells(
    _ need: Need, type: SeriesType, in catalogue: Catalogue, preferred: (Int32) -> Int?
  ) -> Cells {
    var byPeriod: [Period?: [CellClaim]] = [:]
    for claim in claims(about: need.subject) where need.admits(claim) {
      byPeriod[claim.period, default: []].append(claim)
    }
    let periods = byPeriod.keys.compactMap { $0 }.sorted(by: PeriodAxis.isOrderedBefore)
    let isFigure = periods.isEmpty && byPeriod[nil] != nil
    let grid = isFigure ? Grid.single : Grid(periods: PeriodAxis(periods))
    var builder = CellsBuilder(capacity: grid.count)
    var remarks: [Int32: [Note]] = [:]
    for (index, period) in (isFigure ? [nil] : periods.map(Optional.some)).enumerated() {
      guard let answer = answer(byPeriod[period] ?? [], preferred: preferred) else { continue }
      builder.append(answer.best.value, answer.best.interval, answer.best.quality, answer.best.claim)
      if answer.isPreferred {
        remarks[Int32(clamping: index), default: []].append(
          .preferredSource(catalogue.sources[Int(answer.best.source)].name))
      }
      for other in answer.disagreeing {
        remarks[Int32(clamping: index), default: []].append(
          .otherSource(
            other, source: catalogue.sources[Int(other.source)].name, name: need.name, unit: type.unit))
      }
      // Who asks for the target alone is told of all that there are.
      for other in answer.otherTargets where need.filter == .targets {
        remarks[Int32(clamping: index), default: []].append(
          .otherTarget(other, source: catalogue.sources[Int(other.source)].name, unit: type.unit))
      }
    }
    var cells = Cells(builder.series(type, grid: grid), label: isFigure ? .mixed : .constant)
    cells.remarks = remarks
    return cells
  }
}

extension Need {
  /// Whether a claim answers: of this length of period, known on the day, of the role that is asked for.
  func admits(_ claim: CellClaim) -> Bool {
    if let period = claim.period, period.frequency != frequency { return false }
    return filter.admits(claim, vintage: vintage)
  }
}

extension ClaimFilter {
  /// Whether a claim may answer: known on the day, of the role that is asked for.
  func admits(_ claim: CellClaim, vintage: CivilDate?) -> Bool {
    if let vintage, let published = claim.published, published > vintage { return false }
    switch self {
    case .all: return true
    case .reported: return claim.quality.role == .reported && claim.quality.status < .forecast
    case .targets: return claim.quality.role == .target
    }
  }
}

extension Note {
  static func preferredSource(_ name: String) -> Note {
    Note("preferred-source", "\(name) is preferred here, as it was set; other sources say something too")
  }

  static func otherSource(_ claim: CellClaim, source: String, name: String, unit: UnitOfMeasure) -> Note {
    Note(
      "disagreement",
      "\(source) says \(text(of: claim.value, unit)) (\(text(of: claim.interval, unit))), which does not agree"
    )
  }

  static func otherTarget(_ claim: CellClaim, source: String, unit: UnitOfMeasure) -> Note {
    let period = claim.period.map { " for \($0)" } ?? ""
    let bounds = claim.interval.isExact ? "" : " (\(text(of: claim.interval, unit)))"
    return .otherTarget("\(source) says \(text(of: claim.value, unit))\(bounds)\(period)")
  }
}
