package import ChisoKernel
package import ChisoWords

extension Language {
  /// `annual 2021 to 2024, 2030; half-yearly 2024-S1`
  package func text(of periods: [Period]) -> String {
    var groups: [(frequency: Frequency, periods: [Period])] = []
    for period in Period.longestFirst(periods) {
      if groups.last?.frequency == period.frequency {
        groups[groups.count - 1].periods.append(period)
      } else {
        groups.append((period.frequency, [period]))
      }
    }
    return groups.map { group in
      let noun: Phrase = group.frequency == .instant ? "days" : group.frequency.phrase
      return "\(text(noun)): \(runs(group.periods).joined(separator: ", "))"
    }
    .joined(separator: "; ")
  }

  /// Periods that follow on each other as one: `2021 to 2024`.
  private func runs(_ periods: [Period]) -> [String] {
    var runs: [(first: Period, last: Period)] = []
    for period in periods {
      if let last = runs.last?.last, last.frequency != .instant, last.shifted(by: 1) == period {
        runs[runs.count - 1].last = period
      } else {
        runs.append((period, period))
      }
    }
    return runs.map { $0.first == $0.last ? $0.first.description : text("\($0.first) to \($0.last)") }
  }
}
