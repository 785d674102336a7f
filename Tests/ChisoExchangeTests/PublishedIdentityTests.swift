import ChisoDiagnostics
import ChisoExchange
import ChisoModel
import Foundation
import Testing

/// What a publisher computes from its own figures must follow from them within what their printed digits leave open.
@Suite struct PublishedIdentityTests {
  private struct Key: Hashable { var area: String, year: Int }

  /// The figures of each indicator by area and year, in plain units.
  private func figures(_ folder: URL) throws -> [String: [Key: Interval]] {
    let content = try OfficialFile.readFolder(folder.path, ReadingContext())
    var all: [String: [Key: Interval]] = [:]
    for indicator in PublishedFiles.figures(content).flatMap(\.indicators) {
      let power = UnitTable.builtIn.unitOfMeasure(indicator.declaration.unit)?.scale ?? 0
      let factor = pow(10, Double(power))
      for columns in indicator.columns {
        for place in columns.values.indices where !columns.values[place].isNaN {
          let key = columns.grid.key(at: place)
          guard let period = key.period, let area = key["area"] else { continue }
          let value = columns.values[place]
          all[indicator.code, default: [:]][Key(area: area, year: period.first.year)] = Interval(
            lower: (columns.lower?[place] ?? value) * factor, upper: (columns.upper?[place] ?? value) * factor
          )
        }
      }
    }
    return all
  }

  private func quotient(_ above: Interval, _ below: Interval, times factor: Double = 1, less: Double = 0)
    -> Interval?
  {
    guard below.lower > 0 || below.upper < 0 else { return nil }
    let ends = [
      above.lower / below.lower, above.lower / below.upper, above.upper / below.lower,
      above.upper / below.upper,
    ].map { ($0 - less) * factor }
    return Interval(lower: ends.min() ?? .nan, upper: ends.max() ?? .nan)
  }

  @Test func theWorldEconomicOutlookFollowsFromItself() throws {
    guard let data = PublishedFiles.folder else { return }
    let all = try figures(data.appending(path: "imf-weo-2019-04"))
    // Of twelve more only bounds are told.
    #expect(all.values.reduce(0) { $0 + $1.count } == 284_372)
    var (agreeing, counted) = (0, 0)
    func hold(_ result: String, _ computed: (Key) -> Interval?) {
      for (key, told) in all[result] ?? [:] {
        guard let own = computed(key) else { continue }
        counted += 1
        let slack = 1e-12 * max(told.lower.magnitude, told.upper.magnitude)
        if own.upper >= told.lower - slack, own.lower <= told.upper + slack { agreeing += 1 }
      }
    }
    func share(_ part: String, of whole: String, times factor: Double = 1) -> (Key) -> Interval? {
      { key in
        guard let above = all[part]?[key], let below = all[whole]?[key] else { return nil }
        return self.quotient(above, below, times: factor)
      }
    }
    for part in ["ggr", "ggx", "ggxwdg", "ggxcnl"] {
      hold(part + "_ngdp", share(part, of: "ngdp_fy", times: 100))
    }
    hold("bca_ngdpd", share("bca", of: "ngdpd", times: 100))
    for (part, result) in [
      ("ngdpd", "ngdpdpc"), ("ngdp", "ngdppc"), ("ngdp_r", "ngdprpc"), ("pppgdp", "ppppc"),
    ] {
      hold(result, share(part, of: "lp"))
    }
    hold("ngdp_d", share("ngdp", of: "ngdp_r", times: 100))
    for (level, growth) in [("pcpi", "pcpipch"), ("ngdp_r", "ngdp_rpch")] {
      hold(growth) { key in
        guard let now = all[level]?[key], let before = all[level]?[Key(area: key.area, year: key.year - 1)]
        else {
          return nil
        }
        return quotient(now, before, times: 100, less: 1)
      }
    }
    hold("ggxcnl") { key in
      guard let revenue = all["ggr"]?[key], let spending = all["ggx"]?[key] else { return nil }
      return Interval(lower: revenue.lower - spending.upper, upper: revenue.upper - spending.lower)
    }
    // The fifty others are faults of the release, 46 of them of Timor-Leste.
    #expect(counted == 93_300)
    #expect(agreeing == 93_250)
  }
}
