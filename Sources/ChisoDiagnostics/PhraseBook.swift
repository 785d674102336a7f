/// Another language for phrases: what each template is in it, and how numbers are written.
public struct PhraseBook: Sendable {
  /// The language: `vi`.
  public let language: String
  /// The files that are looked into, one after the other. What is in another language is passed over.
  public var translations: [Translation]

  /// A book of `translations` into `language`.
  public init(_ language: String, _ translations: [Translation]) {
    self.language = language
    self.translations = translations
  }

  /// The translation of a template, with the same gaps: ``There is no unit `{1}`.``
  public func phrase(_ template: String, context: String = "") -> String? {
    for translation in translations where translation.language == language {
      if let phrase = translation.phrase(template, context: context) { return phrase }
    }
    return nil
  }

  /// A field of the first file that has it: `,` for `X-Decimal-Mark`.
  public func field(_ name: String) -> String? {
    for translation in translations where translation.language == language {
      if let field = translation.field(name) { return field }
    }
    return nil
  }

  /// What stands before the decimals of a number.
  public var decimalMark: String { field("X-Decimal-Mark") ?? "." }
  /// What stands between groups of three digits.
  public var groupingMark: String { field("X-Grouping-Mark") ?? "_" }

  /// How a number that is written in English stands in this language: `1_928.5` is `1.928,5`.
  public func number(_ text: String) -> String {
    let (decimal, grouping) = (decimalMark, groupingMark)
    return text.reduce(into: "") {
      $0 += $1 == "." ? decimal : $1 == "," || $1 == "_" ? grouping : String($1)
    }
  }

  /// The templates of `phrase`, and of those in its gaps, that the book lacks.
  ///
  /// What holds no word outside of backquotes is the same in every language.
  public func missing(from phrase: Phrase) -> [String] {
    var missing: [String] = []
    if phrase.translation(in: self) == nil, PhraseBook.hasWords(phrase.template) {
      missing.append(phrase.template)
    }
    for case .phrase(let inner) in phrase.arguments { missing += self.missing(from: inner) }
    return missing
  }

  /// Whether there is a word outside of backquotes.
  package static func hasWords(_ template: String) -> Bool {
    var isQuoted = false
    return template.contains { character in
      if character == "`" { isQuoted.toggle() }
      return !isQuoted && character.isLetter
    }
  }
}
