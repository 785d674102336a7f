package import ChisoDiagnostics
package import ChisoModel
import ChisoPlugin
package import ChisoSyntax

extension Catalogue {
  /// Registers `indicator NAME { … }`; its fields are read when somebody first asks.
  mutating func declare(_ syntax: IndicatorDeclarationSyntax, origin: DeclarationOrigin) -> [Diagnostic] {
    add(IndicatorEntry(syntax, plugin: origin.plugin, units: units), at: syntax.name.span)
  }

  /// Adds a computed indicator written in Swift.
  mutating func add(_ computation: any Indicator, plugin: String) {
    let entry = IndicatorEntry(computation, plugin: plugin, units: units)
    for diagnostic in add(entry, at: SourceSpan(start: 0, end: 0)) {
      problems.append(
        DefinitionProblem(
          plugin: plugin, file: "\(entry.name) (Swift)", source: entry.name, diagnostic: diagnostic))
    }
  }

  /// Adds an indicator that a session declares as data; returns what is wrong with it.
  mutating func add(_ declaration: IndicatorDeclaration) -> [Diagnostic] {
    let entry = IndicatorEntry(declaration, units: units)
    return entry.diagnostics.isEmpty ? add(entry, at: SourceSpan(start: 0, end: 0)) : entry.diagnostics
  }

  /// The indicators of a code in single quotes: `'NY.GDP.MKTP.CD'`; none for any other text.
  ///
  /// Complexity: linear in the indicators, for such a text alone.
  func indicators(coded text: String) -> [Int32] {
    guard let code = codeText(text) else { return [] }
    return indicators.indices.filter { indicators[$0].declaration.code == code }.map {
      Int32(truncatingIfNeeded: $0)
    }
  }

  private mutating func add(_ entry: IndicatorEntry, at span: SourceSpan) -> [Diagnostic] {
    let known = indicatorNames[entry.name] ?? []
    if known.contains(where: { indicators[Int($0)].plugin == entry.plugin }) {
      return [.alreadyDeclared(entry.fullName, at: span)]
    }
    let index = indicators.append(entry)
    indicatorNames[entry.name] = known + [index]
    if entry.plugin != nil { indicatorNames[entry.fullName] = [index] }
    return []
  }
}

/// What stands in single quotes; nil for a text that does not.
func codeText(_ text: String) -> String? {
  guard text.utf8.first == UInt8(ascii: "'"), text.count > 2, text.last == "'" else { return nil }
  return String(text.dropFirst().dropLast())
}

/// Why a text is no unit.
package enum UnitReadingError: Error {
  /// A name in it that no unit has.
  case unknownName(String, at: SourceSpan)
  /// An exponent in it that no unit has.
  case exponent(at: SourceSpan)
}

extension UnitReadingError {
  /// The message; `place` is where it is shown, where that is elsewhere.
  func diagnostic(
    _ units: UnitTable, at place: SourceSpan? = nil, names: some Sequence<String> = EmptyCollection(),
    isSeries: (String) -> Bool = { _ in false }
  ) -> Diagnostic {
    switch self {
    case .unknownName(let name, let span):
      .unknownUnit(
        name, nearest: units.nearest(to: name) + nearestNames(to: name, among: names), at: place ?? span,
        isSeries: isSeries(name))
    case .exponent(let span): .unitExponent(isWritten: true, at: place ?? span)
    }
  }
}

extension UnitTable {
  /// The unit that `syntax` writes, or that the first `count` factors of it write.
  package func read(_ syntax: UnitSyntax, first count: Int = .max) throws(UnitReadingError) -> UnitOfMeasure {
    var scale = 0
    for word in syntax.scaleWords { scale += ScaleWord.exponent(of: word.text) ?? 0 }
    var factors: [UnitOfMeasure.Factor] = []
    let written = syntax.factors.prefix(count)
    if written.count == 1, let only = written.first, only.exponent == 1,
      let whole = unitOfMeasure(named: only.name)
    {
      return scale == 0 ? whole : whole.withScale(scale)
    }
    for factor in written {
      guard let known = unit(named: factor.name) else {
        throw .unknownName(factor.name, at: factor.span)
      }
      guard factor.exponent.magnitude <= UnitOfMeasure.greatestExponent else {
        throw .exponent(at: factor.span)
      }
      factors.append(UnitOfMeasure.Factor(known.unit, prefix: known.prefix, exponent: factor.exponent))
    }
    let unit = UnitOfMeasure(scale: scale, factors: factors)
    guard !unit.isTooHigh else { throw .exponent(at: syntax.span) }
    return unit
  }
}
