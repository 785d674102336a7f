import ChisoExchange
import ChisoKernel
import ChisoTerminal
import ChisoWords

/// What a command has to say, in a form that every output format can be made from.
struct CommandReply {
  /// For people.
  var text: StyledText
  /// For programs: one object a record; empty where there is nothing for them to know.
  var records: [[(name: String, value: JSONValue)]] = []
  /// For Markdown, where the text is a table.
  var tables: [Table] = []
  /// What was done and is hardly meant, in the files that it was about.
  var warnings: [PlacedDiagnostic] = []

  init(_ text: StyledText, records: [[(name: String, value: JSONValue)]] = [], tables: [Table] = []) {
    self.text = text
    self.records = records
    self.tables = tables
  }
}
