import ChisoKernel
import Testing

@Suite struct PhraseTests {
  private let book = PhraseBook([
    "{1} and {2} do not add up.": "{2} không cộng được với {1}.", "a count of `{1}`": "số đếm theo `{1}`",
    "{1} billion": "{1} tỷ",
  ]) { String($0.map { $0 == "." ? "," : $0 }) }

  @Test func aPhraseKeepsItsDataApartFromItsWords() {
    let name = "person"
    let noun: Phrase = "a count of `\(name)`"
    let phrase: Phrase = "\(noun.capitalized) and \("USD") do not add up."
    #expect(phrase.template == "{1} and {2} do not add up.")
    #expect(phrase.text == "A count of `person` and USD do not add up.")
    #expect(phrase.text(in: book) == "USD không cộng được với Số đếm theo `person`.")
  }

  @Test func numbersAreWrittenAsTheLanguageWritesThem() {
    let phrase: Phrase = "\(number: "476.3") billion"
    #expect(phrase.text == "476.3 billion")
    #expect(phrase.text(in: book) == "476,3 tỷ")
  }

  @Test func phrasesAreJoinedWithTheirGaps() {
    let left: Phrase = "\(1) of"
    let joined = left + " \(2): \(Phrase(verbatim: "{3}"))"
    #expect(joined.template == "{1} of {2}: {3}")
    #expect(joined.text == "1 of 2: {3}")
  }

  @Test func whatIsMissingIsTheWordsWithoutATranslation() {
    let phrase: Phrase = "\("x" as Phrase) and \("`y`" as Phrase) do not add up."
    #expect(book.missing(from: phrase) == ["x"])
    #expect(book.missing(from: "`{}`: \(1)") == [])
    #expect(book.missing(from: "unknown \(1)") == ["unknown {1}"])
  }
}
