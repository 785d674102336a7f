import ChisoDiagnostics
import ChisoMeaning
import ChisoModel

// Several ways from one currency to another.
extension Evaluator {
  /// In each cell the rate of the shortest way that has one. Of ways of equal length the stated rule chooses: reported before
  /// target, the better status, the later published, the narrower interval, the later said. Whatever cannot be true
  /// beside it is noted.
  func chosenRate(_ ways: [RateWay], _ unit: String, _ pair: CurrencyRate) -> AnnotatedSeries {
    let all = ways.map { cells($0.slot) }
    guard var grid = all.first?.grid else { return .missing(.number) }
    for cells in all.dropFirst() { grid = unionGrid(grid, cells.grid) ?? grid }
    let placed = all.map { $0.placed(on: grid) }
    var builder = AnnotatedSeriesBuilder(capacity: grid.count)
    var remarks: [Int32: [Note]] = [:]
    for index in 0..<grid.count {
      let known = ways.indices.filter { !placed[$0].series.isMissing(at: index) }
      guard let best = known.min(by: { precedes($0, $1, ways, placed, index) }) else {
        builder.append(.nan, .unbounded, .missing, Origins.none)
        continue
      }
      let cells = placed[best]
      let interval = cells.series.interval(at: index)
      builder.append(
        cells.series.values[index], interval, cells.series.quality[index], cells.series.origin[index])
      var notes = cells.remarks[Int32(clamping: index)] ?? []
      if ways[best].steps.count > 1 {
        notes.append(.rateChain(ways[best].names, from: pair.from, to: pair.to))
      }
      for other in known where other != best {
        let second = placed[other].series.interval(at: index)
        guard !second.intersects(interval) else { continue }
        notes.append(
          .otherRate(
            ways[other].names, placed[other].series.values[index], than: ways[best].names,
            cells.series.values[index], unit,
            of: grid.period(ofCell: index) ?? cells.period))
      }
      if !notes.isEmpty { remarks[Int32(clamping: index)] = notes }
    }
    var result = AnnotatedSeries(
      builder.series(.number, grid: grid),
      label: grid.periods == nil ? all.reduce(.constant) { $0.combined(with: $1.label) } : .constant)
    result.remarks = remarks
    return result
  }

  private func precedes(
    _ left: Int, _ right: Int, _ ways: [RateWay], _ cells: [AnnotatedSeries], _ index: Int
  ) -> Bool {
    if ways[left].steps.count != ways[right].steps.count {
      return ways[left].steps.count < ways[right].steps.count
    }
    let (first, second) = (cells[left].series, cells[right].series)
    let qualities = (first.quality[index], second.quality[index])
    // What is supposed comes before what anybody says.
    if qualities.0.isGiven != qualities.1.isGiven { return qualities.0.isGiven }
    if qualities.0.role != qualities.1.role { return qualities.0.role == .reported }
    if qualities.0.status != qualities.1.status { return qualities.0.status < qualities.1.status }
    let origins = (
      self.origins.claims(of: first.origin[index]), self.origins.claims(of: second.origin[index])
    )
    let days = (published(origins.0), published(origins.1))
    if days.0 != days.1 { return days.0 > days.1 }
    let intervals = (first.interval(at: index), second.interval(at: index))
    if intervals.0 != intervals.1 {
      if intervals.0.isInside(intervals.1) { return true }
      if intervals.1.isInside(intervals.0) { return false }
    }
    return (origins.0.max() ?? -1, right) > (origins.1.max() ?? -1, left)
  }

  /// The day on which the oldest of some claims was published; what is supposed has none.
  private func published(_ claims: [Int32]) -> CivilDate {
    claims.filter { Origins.supposed($0) == nil }.map {
      input.catalogue.provenance(of: $0)?.published ?? .earliest
    }.min() ?? .earliest
  }

  /// The first rate without a figure on the shortest way; nil where there is but one.
  func missingStep(of rate: SlotID) -> String? {
    guard case .rate(let ways, _, _) = plan.steps[Int(rate)].operation else { return nil }
    return ways.first?.steps.first { step in cells(step.slot).series.isWhollyMissing }?.text
  }
}

extension RateWay {
  fileprivate var names: String { steps.map(\.name).joined(separator: ", ") }
}

extension Note {
  /// A conversion by way of other currencies.
  static func rateChain(_ names: String, from: String, to: String) -> Note {
    Note("rate-chain", "from \(from) to \(to) by way of \(names)")
  }

  /// Another way leads to a rate that cannot be true beside the one that was taken.
  static func otherRate(
    _ names: String, _ value: Double, than chosen: String, _ taken: Double, _ unit: String, of period: Period?
  ) -> Note {
    let when: Phrase = period.map { " for \($0)" } ?? ""
    let format = NumberFormat(maximumSignificantDigits: 6, groupingSeparator: "_")
    return Note(
      "other-rate",
      "by \(names) the rate\(when) is \(number: format.string(value)) \(unit), which does not agree with \(number: format.string(taken)) \(unit) by \(chosen)"
    )
  }
}
