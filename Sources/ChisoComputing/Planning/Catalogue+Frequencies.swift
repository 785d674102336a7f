package import ChisoMeaning
package import ChisoModel

extension Catalogue {
  /// The lengths of period for which something is said of what `expression` names, also through definitions.
  package func frequencies(of expression: CheckedExpression) -> Set<Frequency> {
    var indicators = dependencies(of: expression) ?? expression.indicators
    indicators.formUnion(expression.indicators)
    claimIndex.read(indicators, in: self)
    var keys = Set(expression.nodes.map(\.key))
    keys.formUnion(indicators.map { QuestionKey(.indicator, UInt64($0)) })
    var result: Set<Frequency> = []
    for key in keys { result.formUnion(claimIndex.frequencies(of: key).compactMap(\.self)) }
    for indicator in indicators { result.formUnion(blockFrequencies(of: indicator)) }
    return result
  }
}
