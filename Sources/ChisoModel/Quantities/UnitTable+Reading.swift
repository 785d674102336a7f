extension UnitTable {
  /// Reads a unit as `UnitOfMeasure.description` writes it, in any order and with any scale words.
  ///
  /// For example: `billion USD`, `nghìn tỷ VND`, `pp/month`, `kg*m^2`, `%`, `year^-1`; also `1/year`.
  public func unitOfMeasure(_ text: some StringProtocol) -> UnitOfMeasure? {
    var (scale, rest) = (0, Substring(text))
    var hasScale = false
    while let (exponent, after) = leadingScale(rest) {
      (scale, rest, hasScale) = (scale + exponent, after, true)
    }
    if rest.isEmpty { return hasScale ? UnitOfMeasure(scale: scale, factors: []) : nil }
    guard let factors = readFactors(hasScale && rest.first == "/" ? "1" + rest : rest) else { return nil }
    let unit = UnitOfMeasure(scale: scale, factors: factors)
    return unit.isTooHigh ? nil : unit
  }

  /// The names of units that a word may have meant, nearest first, at most three.
  public func nearest(to name: some StringProtocol) -> [String] {
    let target = Array(String(name).unicodeScalars)
    let allowed = max(1, target.count / 3)
    var found: [(distance: Int, name: String)] = []
    for unit in all {
      let distance = editDistance(target, Array(unit.name.unicodeScalars))
      if distance <= allowed { found.append((distance, unit.name)) }
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// A scale word, or `10^9`, in front of the rest.
  private func leadingScale(_ text: Substring) -> (exponent: Int, rest: Substring)? {
    let word = text.prefix { $0 != " " && $0 != "/" && $0 != "*" }
    let power = word.hasPrefix("10^") ? Int(word.dropFirst(3)).map(boundedExponent) : nil
    guard let exponent = ScaleWord.exponent(of: word) ?? power else { return nil }
    let rest = text[word.endIndex...]
    return (exponent, rest.drop { $0 == " " })
  }

  private func readFactors(_ text: Substring) -> [UnitOfMeasure.Factor]? {
    var factors: [UnitOfMeasure.Factor] = []
    var (rest, sign, isFirst) = (text, 1, true)
    while true {
      let word = rest.prefix { $0 != "*" && $0 != "/" }
      if !(isFirst && word == "1") {
        guard let factor = readFactor(word, sign: sign) else { return nil }
        factors.append(factor)
      }
      guard word.endIndex < rest.endIndex else { return factors }
      sign = rest[word.endIndex] == "/" ? -1 : 1
      rest = rest[rest.index(after: word.endIndex)...]
      isFirst = false
    }
  }

  private func readFactor(_ text: Substring, sign: Int) -> UnitOfMeasure.Factor? {
    let parts = text.split(separator: "^", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let factor = unit(named: name) else { return nil }
    guard parts.count == 2 else {
      return UnitOfMeasure.Factor(factor.unit, prefix: factor.prefix, exponent: sign)
    }
    guard let exponent = Int(parts[1]) else { return nil }
    return UnitOfMeasure.Factor(
      factor.unit, prefix: factor.prefix, exponent: boundedExponent(exponent, times: sign))
  }
}

/// Levenshtein's distance between two words.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var last = Array(0...right.count)
  for (row, scalar) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let replaced = last[column] + (scalar == other ? 0 : 1)
      current.append(min(replaced, last[column + 1] + 1, current[column] + 1))
    }
    last = current
  }
  return last[right.count]
}
