import ChisoDiagnostics
package import ChisoModel
package import ChisoPlugin
package import ChisoSyntax
import Synchronization

/// An indicator as the catalogue knows it: its name from the start, the rest read when somebody first asks.
package final class IndicatorEntry: Sendable {
  /// Its name within its plugin.
  package let name: String
  /// The plugin's name; nil for one declared in a session.
  package let plugin: String?
  private let origin: Origin
  private let units: UnitTable
  private let reading = OnceReference<IndicatorReading>()

  /// The indicator that `syntax` declares, in a world of `units`.
  init(_ syntax: IndicatorDeclarationSyntax, plugin: String?, units: UnitTable) {
    name = syntax.name.text
    self.plugin = plugin
    self.units = units
    origin = .syntax(syntax)
  }

  /// A computed indicator written in Swift.
  init(_ computation: any Indicator, plugin: String?, units: UnitTable) {
    name = computation.declaration.name
    self.plugin = plugin
    self.units = units
    origin = .computation(computation)
  }

  /// One that a session declares as data.
  init(_ declaration: IndicatorDeclaration, units: UnitTable) {
    name = declaration.name
    plugin = nil
    self.units = units
    origin = .data(declaration)
  }

  /// What declares it.
  private enum Origin {
    case syntax(IndicatorDeclarationSyntax)
    case computation(any Indicator)
    case data(IndicatorDeclaration)
  }

  /// The Swift value that computes it.
  package var computation: (any Indicator)? {
    if case .computation(let computation) = origin { return computation }
    return nil
  }

  private var syntax: IndicatorDeclarationSyntax? {
    if case .syntax(let syntax) = origin { return syntax }
    return nil
  }

  private var read: IndicatorReading {
    if let known = reading.load() { return known }
    // Two threads may make it at once; the first one made stays.
    return reading.storeIfNil(IndicatorReading(makeFields()))
  }

  private func makeFields() -> IndicatorFields {
    switch origin {
    case .syntax(let syntax): IndicatorFields(syntax, units: units)
    case .computation(let computation): IndicatorFields(computation.declaration, units: units)
    case .data(let declaration): IndicatorFields(declaration, units: units)
    }
  }

  /// What it is, as data.
  package var declaration: IndicatorDeclaration { read.fields.declaration }
  // Parts of the declaration by themselves, since a copy of the whole counts references to all of its texts.
  /// What kind of figure it is.
  package var kind: IndicatorKind { read.fields.declaration.kind }
  /// Whether its figures belong to instants or to periods.
  package var timing: Timing { read.fields.declaration.timing }
  /// Whether it counts up and never down.
  package var isCumulative: Bool { read.fields.declaration.isCumulative }
  /// The unit of its figures; the plain number where none that is known was declared.
  package var unit: UnitOfMeasure { read.fields.unit ?? .one }
  /// The definition in the tree it was declared in.
  package var definition: SyntaxNode? {
    // Without reading the rest: every start asks every indicator.
    syntax?.definition
  }
  /// What is wrong with the declaration.
  package var diagnostics: [Diagnostic] { read.fields.diagnostics }
  /// The text that the diagnostics refer to.
  package var source: String { syntax?.node.tree.source ?? name }
  /// Where its name stands in that text; nil for one written in Swift.
  package var nameSpan: SourceSpan? { syntax?.name.span }

  /// Its full name: `economy.gdp`.
  package var fullName: String { plugin.map { "\($0).\(name)" } ?? name }

  /// The type of its series.
  package var type: SeriesType { read.type }
}

/// What reading an indicator gave: made once, and shared by all who ask.
private final class IndicatorReading: Sendable {
  let fields: IndicatorFields
  let type: SeriesType

  init(_ fields: consuming IndicatorFields) {
    type = fields.type
    self.fields = fields
  }
}

extension UnitOfMeasure {
  /// The kind of what is in this unit, where the unit tells: percentages and quotients are ratios.
  fileprivate var impliedKind: IndicatorKind? {
    if isRank { return .rank }
    return isPercent || factors.contains { $0.exponent < 0 } ? .ratio : nil
  }
}

/// The fields of an indicator while they are read.
private struct IndicatorFields {
  var declaration: IndicatorDeclaration
  var unit: UnitOfMeasure?
  var diagnostics: [Diagnostic] = []
  private var timing: Timing?
  private var kind: IndicatorKind?

  /// The type of the series.
  var type: SeriesType {
    SeriesType(
      unit: unit ?? .one, kind: declaration.kind, base: declaration.base, timing: declaration.timing,
      measure: declaration.measure, prices: declaration.prices, better: declaration.better)
  }

  /// Reads a declaration that Swift made.
  init(_ declaration: IndicatorDeclaration, units: UnitTable) {
    self.declaration = declaration
    unit = units.unitOfMeasure(declaration.unit)
    if unit == nil {
      let start = SourceSpan(start: 0, end: 0)
      diagnostics.append(
        .unknownUnit(declaration.unit, nearest: units.nearest(to: declaration.unit), at: start))
    }
  }

  /// Reads `indicator NAME { … }`.
  init(_ syntax: IndicatorDeclarationSyntax, units: UnitTable) {
    declaration = IndicatorDeclaration(name: syntax.name.text, unit: "ratio", kind: .stock)
    for field in syntax.fields { read(field, units: units) }
    if kind == nil, let unit { kind = unit.impliedKind }
    if kind == nil, unit != nil, !diagnostics.contains(where: { $0.id == "unknown-word" }) {
      let behind = syntax.fields.first { $0.key == "unit" }?.span.end ?? syntax.name.span.end
      diagnostics.append(
        .missingKind(
          of: declaration.name, at: syntax.name.span, behind: SourceSpan(start: behind, end: behind)))
    }
    declaration.kind = kind ?? .stock
    declaration.timing = timing ?? (declaration.kind == .stock ? .instant : .period)
    if let unit {
      declaration.unit = unit.description
    } else if !syntax.fields.contains(where: { $0.key == "unit" }) {
      diagnostics.append(.missingField("unit", of: declaration.name, at: syntax.name.span))
    }
  }

  private mutating func read(_ field: FieldSyntax, units: UnitTable) {
    guard let value = field.values.first else { return }
    let text = TextSyntax(value)?.value ?? value.text
    switch IndicatorField(rawValue: field.key) {
    case .label: declaration.labels[field.language ?? "en"] = text
    case .code: declaration.code = text
    case .unit: readUnit(value, units: units)
    case .kind: kind = word(text, at: value)
    case .timing: timing = word(text, at: value)
    case .better: declaration.better = word(text, at: value)
    case .base: declaration.base = text
    case .definition: declaration.definition = ExpressionText(canonicalText(of: value))
    case .cumulative: declaration.isCumulative = text == "true"
    case .measure: declaration.measure = text
    case .prices: declaration.prices = text
    case .doc, .note: declaration.doc = text
    case nil: diagnostics.append(.unknownField(field, of: IndicatorField.self))
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
      diagnostics.append(error.diagnostic(units))
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
