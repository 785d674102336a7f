import ChisoExchange
import ChisoKernel
import ChisoTerminal

/// A list of what is declared: a table for people, records for programs.
struct Listing {
  var columns: [Phrase]
  var rows: [[StyledText]] = []
  var records: [[(name: String, value: JSONValue)]] = []
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

  /// The list as a reply; a headline stands over the rows of each group.
  func reply(_ shell: Shell) -> CommandReply {
    guard !rows.isEmpty else { return shell.remark("there is none") }
    var table = Table(columns.map { Table.Column(StyledText(shell.words($0))) }, rows: rows)
    let names = groups.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    guard names.count > 1 else {
      return CommandReply(table.laidOut(width: shell.capabilities.width), records: records, tables: [table])
    }
    table = Table(table.columns, indentation: 2)
    for name in names {
      table.append(headline: StyledText(name.isEmpty ? shell.words("this session") : name, .heading))
      for index in rows.indices where groups[index] == name { table.append(rows[index]) }
    }
    return CommandReply(table.laidOut(width: shell.capabilities.width), records: records, tables: [table])
  }
}
