package import ChisoExchange
package import ChisoKernel

extension Catalogue {
  /// What a table may name: full names, bare names that are one indicator's alone, and those of `plugin`, whose table it is.
  package func observationNames(in plugin: String? = nil) -> ObservationNames {
    var known: [String: ObservationNames.Indicator] = [:]
    var bearers: [String: [ObservationNames.Indicator]] = [:]
    for entry in indicators {
      let indicator = ObservationNames.Indicator(
        fullName: entry.fullName, unit: entry.unit, timing: entry.declaration.timing,
        possible: entry.possibleFigures)
      known[entry.fullName] = indicator
      bearers[entry.name, default: []].append(indicator)
    }
    var ambiguous: [String: [String]] = [:]
    for (name, entries) in bearers {
      let own = entries.first { entry in plugin.map { entry.fullName == "\($0).\(name)" } ?? false }
      if let indicator = own ?? (entries.count == 1 ? entries[0] : nil) {
        known[name] = indicator
      } else {
        ambiguous[name] = entries.map(\.fullName)
      }
    }
    return ObservationNames(
      indicators: known, ambiguous: ambiguous,
      sources: Dictionary(sources.map { ($0.name, $0.published) }, uniquingKeysWith: { first, _ in first }),
      units: units)
  }
}

extension IndicatorEntry {
  /// What its figures can be; a change of what is counted may be below zero, what there is may not.
  fileprivate var possibleFigures: PossibleFigures {
    if unit.isPercent, declaration.base != nil { return .share }
    if unit.isRank { return .rank }
    return unit.isCount && declaration.kind == .stock ? .count : .any
  }
}
