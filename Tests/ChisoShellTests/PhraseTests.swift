import ChisoKernel
import Testing

@Suite struct PhraseTests {
  private let book = PhraseBook(
    "vi",
    [
      Translation(
        name: "test.vi.po",
        text: """
          msgid ""
          msgstr "X-Decimal-Mark: ,\\nX-Grouping-Mark: .\\n"

          # A comment.
          msgid "{1} and {2} do not add up."
          msgstr "{2} không cộng được với {1}."
          #, c-format, fuzzy
          msgid "guessed"
          msgstr "đoán"
          msgid "a count "
          "of `{1}`"
          msgstr ""
          "số đếm theo "
          "`{1}`"\r

          msgctxt "near a number"
          msgid "about"
          msgstr "khoảng"

          msgid "about"
          msgstr "giải \\"thích\\"\\\\\\n"
          msgid "not yet"
          msgstr ""
          msgid "{1} billion"
          msgstr "{1} tỷ"
          """)
    ])

  @Test func aFileOfTranslationsIsReadAsGettextReadsIt() {
    #expect(book.phrase("about") == "giải \"thích\"\\\n")
    #expect(("about" as Phrase).meaning("near a number").text(in: book) == "khoảng")
    #expect(("about" as Phrase).meaning("elsewhere").text(in: book) == "about")
    for template in ["guessed", "not yet", "near a number", ""] { #expect(book.phrase(template) == nil) }
    #expect(book.translations[0].faults.isEmpty)
    let first = Translation(name: "vi.po", text: "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"")
    #expect(first.phrase("b", context: "a") == "c")
    #expect(PhraseBook("fr", book.translations).phrase("about") == nil)
  }

  @Test func whatIsWrongInAFileOfTranslationsIsToldAtItsPlace() {
    let file = Translation(
      name: "vi.po",
      text: """
        msgid "{1} of {2}"
        msgstr "{2} của {3}"
        msgid "a"
        msgstr "b
        msgid_plural "as"
        msgid "a"
        msgstr "c"
        msgid "d"
        msgstr "a "quoted" word"
        """)
    let faults = file.faults.map { fault in
      (fault.id, file.text.utf8.prefix(Int(fault.span.start)).count { $0 == UInt8(ascii: "\n") } + 1)
    }
    #expect(
      faults.map(\.0) == [
        "unreadable-translation", "unreadable-translation", "unreadable-translation", "different-gaps",
        "repeated-translation",
      ])
    #expect(faults.map(\.1) == [4, 5, 9, 1, 6])
    #expect(file.faults[3].message == "{1}, {3} does not stand in both the text and its translation.")
  }

  @Test(arguments: [
    "", "\"", "msgid", "msgid \"", "msgstr \"a\"", "msgid \"a\\\"\nmsgstr \"b\\\"", "msgid \"a\"\n\"", "#",
  ])
  func noFileOfTranslationsIsTooShortToBeRead(text: String) {
    let file = Translation(name: "vi.po", text: text)
    #expect(file.phrase("b") == nil)
    _ = (file.faults, file.entries, file.field("Language"))
  }

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
