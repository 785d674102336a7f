import ChisoDiagnostics
import ChisoSyntax

/// The fields that a declaration has; the raw value is how each is written.
protocol DeclarationField: RawRepresentable<String>, CaseIterable {
  /// What has them, as a sentence begins with it.
  static var owner: Phrase { get }
}

/// The fields of an indicator.
enum IndicatorField: String, DeclarationField {
  case label, code, unit, kind, timing, base, better, definition, cumulative, measure, prices, doc, note

  static var owner: Phrase { "An indicator" }
}

/// The fields of a source.
enum SourceField: String, DeclarationField {
  case title, publisher, published, accessed, url, note

  static var owner: Phrase { "A source" }
}

/// The fields of a claim.
enum ClaimField: String, DeclarationField {
  case assumed, published, note

  static var owner: Phrase { "A claim" }
}

/// The fields of a function.
enum FunctionField: String, DeclarationField {
  case summary, doc, example

  static var owner: Phrase { "A function" }
}

/// The fields of a unit.
enum UnitField: String, DeclarationField {
  case label

  static var owner: Phrase { "A unit" }
}
