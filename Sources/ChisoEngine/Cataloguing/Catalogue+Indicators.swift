import ChisoDiagnostics
import ChisoModel
import ChisoPlugin
import ChisoSyntax

extension Catalogue {
  /// Reads `indicator NAME { … }`.
  mutating func declare(_ syntax: IndicatorDeclarationSyntax, origin: DeclarationOrigin) -> [Diagnostic] {
    var reading = IndicatorReading(name: syntax.name.text)
    for field in syntax.fields { reading.read(field, units: units) }
    var diagnostics = reading.diagnostics
    guard let unit = reading.unit else {
      if !diagnostics.contains(where: { $0.id == "unknown-unit" }) {
        diagnostics.append(.missingField("unit", of: syntax.name.text, at: syntax.name.span))
      }
      return diagnostics
    }
    let declaration = IndicatorDeclaration(
      name: syntax.name.text, labels: reading.labels, unit: unit.description, kind: reading.kind ?? .stock,
      timing: reading.timing, base: reading.base, better: reading.better,
      definition: reading.definition.map { ExpressionText(canonicalText(of: $0)) },
      isCumulative: reading.isCumulative, measure: reading.measure, prices: reading.prices, doc: reading.doc)
    diagnostics += add(
      IndicatorEntry(
        declaration: declaration, plugin: origin.plugin, unit: unit, definition: reading.definition),
      at: syntax.name.span)
    return diagnostics
  }

  /// Adds a computed indicator written in Swift.
  mutating func add(_ metric: any Indicator, plugin: String) {
    let declaration = metric.declaration
    let file = "\(declaration.name) (Swift)"
    func report(_ diagnostic: Diagnostic) {
      problems.append(
        DefinitionProblem(plugin: plugin, file: file, source: declaration.unit, diagnostic: diagnostic))
    }
    guard let unit = units.unitOfMeasure(declaration.unit) else {
      report(
        .unknownUnit(
          declaration.unit, nearest: units.nearest(to: declaration.unit), at: SourceSpan(start: 0, end: 0)))
      return
    }
    let entry = IndicatorEntry(declaration: declaration, plugin: plugin, unit: unit, metric: metric)
    add(entry, at: SourceSpan(start: 0, end: 0)).forEach(report)
  }

  private mutating func add(_ entry: IndicatorEntry, at span: SourceSpan) -> [Diagnostic] {
    let known = indicatorNames[entry.declaration.name] ?? []
    if known.contains(where: { indicators[Int($0)].plugin == entry.plugin }) {
      return [.alreadyDeclared(entry.fullName, at: span)]
    }
    let index = indicators.append(entry)
    indicatorNames[entry.declaration.name] = known + [index]
    if entry.plugin != nil { indicatorNames[entry.fullName] = [index] }
    return []
  }
}

/// The fields of an indicator as they are read.
private struct IndicatorReading {
  let name: String
  var labels: [String: String] = [:]
  var unit: UnitOfMeasure?
  var kind: IndicatorKind?
  var timing: Timing?
  var base: String?
  var better: Direction?
  var definition: SyntaxNode?
  var isCumulative = false
  var measure: String?
  var prices: String?
  var doc: String?
  var diagnostics: [Diagnostic] = []

  init(name: String) { self.name = name }

  mutating func read(_ field: FieldSyntax, units: UnitTable) {
    guard let value = field.values.first else { return }
    let text = TextSyntax(value)?.value ?? value.text
    switch field.key {
    case "label": labels[field.language ?? "en"] = text
    case "unit": readUnit(value, units: units)
    case "kind": kind = word(text, at: value)
    case "timing": timing = word(text, at: value)
    case "better": better = word(text, at: value)
    case "base": base = text
    case "definition": definition = value
    case "cumulative": isCumulative = text == "true"
    case "measure": measure = text
    case "prices": prices = text
    case "doc", "note": doc = text
    default: diagnostics.append(.unknownField(field.keyName.text, of: name, at: field.keyName.span))
    }
  }

  private mutating func readUnit(_ value: SyntaxNode, units: UnitTable) {
    guard let syntax = UnitSyntax(value) else {
      unit = units.unitOfMeasure(value.text)
      if unit == nil {
        diagnostics.append(.unknownUnit(value.text, nearest: units.nearest(to: value.text), at: value.span))
      }
      return
    }
    do throws(UnitReadingError) {
      unit = try units.read(syntax)
    } catch {
      diagnostics.append(.unknownUnit(error.name, nearest: units.nearest(to: error.name), at: error.span))
    }
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, at node: SyntaxNode
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    diagnostics.append(.unknownWord(text, allowed: Word.allCases.map(\.rawValue), at: node.span))
    return nil
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
    for factor in syntax.factors {
      guard let known = unit(named: factor.name) else {
        throw UnitReadingError(name: factor.name, span: factor.span)
      }
      factors.append(UnitOfMeasure.Factor(known.unit, prefix: known.prefix, exponent: factor.exponent))
    }
    return UnitOfMeasure(scale: scale, factors: factors)
  }
}
