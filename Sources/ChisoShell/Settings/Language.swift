public import ChisoKernel

/// The language in which answers are shown: labels, decimal marks, words for big numbers.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English: `476.3 billion USD`.
  case english = "en"
  /// Vietnamese: `476,3 tỷ USD`.
  case vietnamese = "vi"

  var numberFormat: NumberFormat { NumberFormat(language: rawValue) }
  var decimalMark: Character { self == .vietnamese ? "," : "." }

  /// What phrases are in it; nil for English, in which they are written.
  public var book: PhraseBook? { self == .vietnamese ? Vietnamese.book : nil }

  /// One of two texts.
  func choose(_ english: String, _ vietnamese: String) -> String { self == .english ? english : vietnamese }
}
