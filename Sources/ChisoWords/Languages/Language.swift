public import ChisoKernel

/// The language in which answers are shown: labels, decimal marks, words for big numbers.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English: `476.3 billion USD`.
  case english = "en"
  /// Vietnamese: `476,3 tỷ USD`.
  case vietnamese = "vi"

  package var numberFormat: NumberFormat { NumberFormat(language: rawValue) }
  package var decimalMark: Character { self == .vietnamese ? "," : "." }

  /// What phrases are in it; nil for English, in which they are written.
  public var book: PhraseBook? { self == .vietnamese ? Vietnamese.book : nil }

  /// A phrase in the language.
  package func text(_ phrase: Phrase) -> String { phrase.text(in: book) }

  /// One of two texts.
  package func choose(_ english: String, _ vietnamese: String) -> String {
    self == .english ? english : vietnamese
  }

  /// What `texts` say in the language; in the other one where they do not.
  package func choose(_ texts: [String: String]) -> String {
    texts[rawValue] ?? texts["en"] ?? texts["vi"] ?? ""
  }
}
