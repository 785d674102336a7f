public import ChisoKernel
public import ChisoTerminal

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

  /// What a prompt begins with: what the program is for, and what to try.
  public var greeting: StyledText {
    func words(_ phrase: Phrase) -> String { phrase.text(in: book) }
    let first =
      StyledText("Chiso", .emphasis) + StyledText(" \(words("answers questions about official figures."))\n")
    let example = StyledText(" share(digital_economy, gdp, 2025)")
    return first + StyledText(words("Try"), .quiet) + example + StyledText(words(", or"), .quiet)
      + StyledText(" :help ", .command) + StyledText(words("for more."), .quiet)
  }
}
