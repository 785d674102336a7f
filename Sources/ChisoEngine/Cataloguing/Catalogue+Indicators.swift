import ChisoDiagnostics
import ChisoModel
import ChisoPlugin
import ChisoSyntax

extension Catalogue {
  /// Registers `indicator NAME { … }`; its fields are read when somebody first asks.
  mutating func declare(_ syntax: IndicatorDeclarationSyntax, origin: DeclarationOrigin) -> [Diagnostic] {
    add(IndicatorEntry(syntax, plugin: origin.plugin, units: units), at: syntax.name.span)
  }

  /// Adds a computed indicator written in Swift.
  mutating func add(_ metric: any Indicator, plugin: String) {
    let entry = IndicatorEntry(metric, plugin: plugin, units: units)
    for diagnostic in add(entry, at: SourceSpan(start: 0, end: 0)) {
      problems.append(
        DefinitionProblem(
          plugin: plugin, file: "\(entry.name) (Swift)", source: entry.name, diagnostic: diagnostic))
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

/// A name in a unit that no unit has.
struct UnitReadingError: Error {
  var name: String
  var span: SourceSpan
}

extension UnitTable {
  /// The unit that `syntax` writes.
  func read(_ syntax: UnitSyntax) throws(UnitReadingError) -> UnitOfMeasure {
    var scale = 0
    for word in syntax.scaleWords { scale += ScaleWord.exponent(of: word.text) ?? 0 }
    var factors: [UnitOfMeasure.Factor] = []
    let written = syntax.factors
    if written.count == 1, written[0].exponent == 1, let whole = unitOfMeasure(named: written[0].name) {
      return scale == 0 ? whole : whole.withScale(scale)
    }
    for factor in written {
      guard let known = unit(named: factor.name) else {
        throw UnitReadingError(name: factor.name, span: factor.span)
      }
      factors.append(UnitOfMeasure.Factor(known.unit, prefix: known.prefix, exponent: factor.exponent))
    }
    return UnitOfMeasure(scale: scale, factors: factors)
  }
}
