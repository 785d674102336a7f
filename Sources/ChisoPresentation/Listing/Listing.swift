package import ChisoExchange
import ChisoKernel
package import ChisoTerminal
package import ChisoWords

/// A list of what is declared: a table for people, records for programs.
package struct Listing {
  var columns: [Phrase]
  var rows: [[StyledText]] = []
  package private(set) var records: [[(name: String, value: JSONValue)]] = []
  /// Where the rows stand together: the plugin they belong to.
  var groups: [String] = []

  init(_ columns: [Phrase]) { self.columns = columns }

  mutating func add(
    group: String = "", _ row: [StyledText], _ record: [(name: String, value: JSONValue)]
  ) {
    groups.append(group)
    rows.append(row)
    records.append(record)
  }

  /// The list as a table, with a headline over the rows of each group; nil where there is nothing.
  package func table(_ language: Language) -> Table? {
    guard !rows.isEmpty else { return nil }
    let columns = columns.map { Table.Column(StyledText(language.text($0))) }
    let names = groups.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    guard names.count > 1 else { return Table(columns, rows: rows) }
    var table = Table(columns, indentation: 2)
    for name in names {
      table.append(headline: StyledText(name.isEmpty ? language.text("this session") : name, .heading))
      for index in rows.indices where groups[index] == name { table.append(rows[index]) }
    }
    return table
  }
}
