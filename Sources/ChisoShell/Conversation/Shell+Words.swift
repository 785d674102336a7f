import ChisoExchange
import ChisoKernel
import ChisoTerminal
import ChisoWords

extension Shell {
  /// One quiet line: `format is json`.
  func remark(_ phrase: Phrase, records: [[(name: String, value: JSONValue)]] = []) -> CommandReply {
    CommandReply(StyledText(words(phrase), .quiet), records: records)
  }

  /// A phrase in the language that is set; what programs read is English.
  func words(_ phrase: Phrase) -> String {
    phrase.text(in: settings.format.isForMachines ? nil : settings.language.book)
  }
}
