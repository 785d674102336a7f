import CChisoLanguages
public import ChisoKernel
import ChisoPlugin

/// The language in which answers are shown: labels, decimal marks, words for big numbers. It is English, in which all
/// is written, or one of the files in `Sources/CChisoLanguages`.
///
/// For example: `Language(rawValue: "vi")` shows `476,3 tỷ USD` where English shows `476.3 billion USD`.
public struct Language: RawRepresentable, CaseIterable, Sendable {
  /// Its code: `en`, `vi`.
  public let rawValue: String
  /// What phrases are in it; nil for English.
  public private(set) var book: PhraseBook?

  /// English.
  public static let english = Language(nil)
  /// English, and the others by their files.
  public static let allCases =
    [english] + Translation.embedded(CChisoLanguages()).map { Language(PhraseBook($0.language, [$0])) }

  /// The language with a code; nil where there is none.
  public init?(rawValue: String) {
    guard let language = Language.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = language
  }

  private init(_ book: PhraseBook?) {
    rawValue = book?.language ?? "en"
    self.book = book
  }

  /// The language with the words that the plugins of `catalogue` brought.
  package func joined(by catalogue: Catalogue) -> Language {
    var language = self
    language.book?.translations += catalogue.plugins.flatMap(\.translations)
    return language
  }

  /// A phrase in it.
  package func text(_ phrase: Phrase) -> String { phrase.text(in: book) }

  package var decimalMark: Character { book?.decimalMark.first ?? "." }

  package var numberFormat: NumberFormat {
    guard let book else { return .english }
    return NumberFormat(groupingSeparator: book.groupingMark, decimalSeparator: book.decimalMark)
  }

  /// The words for thousands, millions and so on.
  package var scaleWords: [String] {
    guard let words = book?.field("X-Scale-Words") else { return ScaleWord.english }
    return words.split(separator: ",").map { $0.trimmingSpaces }
  }

  /// What `texts` say in the language; in another one where they do not.
  package func choose(_ texts: [String: String]) -> String {
    texts[rawValue] ?? texts["en"] ?? texts.min { $0.key < $1.key }?.value ?? ""
  }
}

extension Language: Hashable {
  /// Whether two are the same one, whatever plugins brought for it.
  public static func == (left: Language, right: Language) -> Bool { left.rawValue == right.rawValue }
  /// Hashes the code.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
