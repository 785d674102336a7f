/// Another language for phrases: what each template is in it, and how numbers are written.
public struct PhraseBook: Sendable {
  /// The translations by template, with the same gaps: ``There is no unit `{1}`.``
  public var sentences: [String: String]
  /// How a number that is written in English stands in this language.
  public var number: @Sendable (String) -> String

  /// A book of `sentences`.
  public init(_ sentences: [String: String], number: @escaping @Sendable (String) -> String) {
    self.sentences = sentences
    self.number = number
  }

  /// The templates of `phrase`, and of those in its gaps, that the book lacks.
  ///
  /// What holds no word outside of backquotes is the same in every language.
  public func missing(from phrase: Phrase) -> [String] {
    var missing: [String] = []
    if sentences[phrase.template] == nil, PhraseBook.hasWords(phrase.template) {
      missing.append(phrase.template)
    }
    for case .phrase(let inner) in phrase.arguments { missing += self.missing(from: inner) }
    return missing
  }

  private static func hasWords(_ template: String) -> Bool {
    var isQuoted = false
    return template.contains { character in
      if character == "`" { isQuoted.toggle() }
      return !isQuoted && character.isLetter
    }
  }
}
