import ChisoMeaning
import ChisoModel

extension AnnotatedSeries {
  /// Says of all cells that they are made of targets; where `filter` asks for none such they are missing.
  mutating func becomeTargets(_ filter: ClaimFilter) {
    if filter == .reported {
      self = gathering([Int](repeating: -1, count: count), grid: grid)
      return
    }
    series.quality = .values(
      (0..<count).map { index in
        var quality = series.quality[index]
        if !series.isMissing(at: index) { quality.role = .target }
        return quality
      })
  }
}
