import ChisoExchange
import ChisoKernel
import ChisoTerminal
import ChisoWords

extension Shell {
  /// One quiet line: `format is json`.
  func remark(_ phrase: Phrase, records: [[(name: String, value: JSONValue)]] = []) -> CommandReply {
    CommandReply(StyledText(words(phrase), .quiet), records: records)
  }

  /// The language that is set, with the words that plugins brought.
  package var language: Language { settings.language.joined(by: catalogue) }

  /// Every language, with the words that plugins brought.
  package var languages: [Language] { Language.allCases.map { $0.joined(by: catalogue) } }

  /// How numbers are put in the language that is set.
  var style: FigureStyle { FigureStyle(language: language, showsIntervals: settings.showsIntervals) }

  /// A phrase in the language that is set; what programs read is English.
  func words(_ phrase: Phrase) -> String {
    phrase.text(in: settings.format.isForMachines ? nil : language.book)
  }
}
