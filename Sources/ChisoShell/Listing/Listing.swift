import ChisoExchange
import ChisoKernel
import ChisoTerminal

/// A list of what is declared: a table for people, records for programs.
struct Listing {
  var columns: [String]
  var rows: [[StyledText]] = []
  var records: [[(name: String, value: JSONValue)]] = []
  /// Where the rows stand together: the plugin they belong to.
  var groups: [String] = []

  init(_ columns: [String]) { self.columns = columns }

  mutating func add(
    group: String = "", _ row: [StyledText], _ record: [(name: String, value: JSONValue)]
  ) {
    groups.append(group)
    rows.append(row)
    records.append(record)
  }

  /// The list as a reply; a headline stands over the rows of each group.
  func reply(_ shell: Shell) -> CommandReply {
    guard !rows.isEmpty else { return .remark("there is none") }
    var table = Table(columns.map { Table.Column(StyledText($0)) }, rows: rows)
    let names = groups.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    guard names.count > 1 else {
      return CommandReply(table.laidOut(width: shell.capabilities.width), records: records, tables: [table])
    }
    table.indentation = 2
    var lines = table.laidOut(width: shell.capabilities.width).lines
    // A row of the table may take several lines; those that start one are counted from the end of the header.
    var text: [StyledText] = [lines.removeFirst()]
    for name in names {
      var part = Table(table.columns, indentation: 2)
      part.rows = rows.indices.filter { groups[$0] == name }.map { rows[$0] }
      text.append(StyledText(name.isEmpty ? "this session" : name, .heading))
      text += part.withoutHeader(widthsOf: table).laidOut(width: shell.capabilities.width).lines
    }
    return CommandReply(text.joined(separator: "\n"), records: records, tables: [table])
  }
}

extension Table {
  /// The rows alone, with columns as wide as those of `whole`.
  fileprivate func withoutHeader(widthsOf whole: Table) -> Table {
    var table = self
    for index in columns.indices {
      table.columns[index].title = ""
      let width = ([whole.columns[index].title] + whole.rows.map { $0[index] }).map(\.displayWidth).max() ?? 0
      if index < columns.count - 1 {
        for row in table.rows.indices { table.rows[row][index] = table.rows[row][index].padded(to: width) }
      }
    }
    return table
  }
}
