extension UnitOfMeasure: CustomStringConvertible {
  /// The canonical text, which reads back as the same unit: `USD`, `billion USD`, `percent`, `pp/month`, `MW`.
  ///
  /// The plain number is `ratio`; a scale that no words make up is `10^-6 USD`.
  public var description: String {
    if factors.isEmpty && scale == 0 { return NamedUnit.ratio.name }
    return text(scaleWords: ScaleWord.words(for: scale)) { factor in
      factor.prefix.map { $0.symbol + (factor.unit.symbol ?? factor.unit.name) } ?? factor.unit.name
    }
  }

  /// The text for people, with signs where there are any: `%`, `pp`, `billion USD`, `Mbit/s`; empty for numbers.
  public var symbolText: String {
    text(scaleWords: ScaleWord.words(for: scale)) { factor in
      (factor.prefix?.symbol ?? "") + (factor.unit.symbol ?? factor.unit.name)
    }
  }

  /// The text for people in a language, with labels where there are any, and the language's words for thousands, millions
  /// and so on: `tỷ USD`, `triệu tài khoản`.
  public func labelText(language: String, scaleWords: [String]) -> String {
    text(scaleWords: ScaleWord.words(for: scale, names: scaleWords)) { factor in
      if factor.prefix == nil, let label = factor.unit.labels[language] { return label }
      return (factor.prefix?.symbol ?? "") + (factor.unit.symbol ?? factor.unit.name)
    }
  }

  private func text(scaleWords: String?, _ name: (Factor) -> String) -> String {
    let product = factors.spelled(name)
    if scale == 0 { return product }
    let words = scaleWords ?? "10^\(scale)"
    if product.isEmpty { return words }
    return "\(words) \(product)"
  }
}
