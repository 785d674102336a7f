import ChisoExchange
import ChisoKernel
import ChisoPresentation
import ChisoTerminal

extension FigureComparison {
  /// What is to be said about it; nil where nothing was stated.
  func reply(in shell: Shell) -> CommandReply? {
    guard count > 0 else { return nil }
    let records: [[(name: String, value: JSONValue)]] = changes.map {
      [
        ("expression", .string($0.statement)), ("figure", .string($0.place)), ("saved", .string($0.before)),
        ("now", .string($0.now)),
      ]
    }
    guard !changes.isEmpty else {
      return count == 1
        ? shell.remark("the figure is as it was saved")
        : shell.remark("all \(count) figures are as they were saved")
    }
    var table = Table(
      [
        Table.Column(""), Table.Column(""), Table.Column(StyledText(shell.words("saved"))),
        Table.Column(StyledText(shell.words("now"))),
      ], indentation: 2)
    for change in changes {
      table.append([
        StyledText(change.statement.split(separator: "\n").first ?? ""), StyledText(change.place, .period),
        StyledText(change.before.isEmpty ? "–" : change.before, .quiet),
        StyledText(change.now.isEmpty ? "–" : change.now, .warning),
      ])
    }
    let head = StyledText(
      shell.words(
        max(count, changes.count) == 1
          ? "the figure differs from the one that was saved:"
          : "\(changes.count) of \(max(count, changes.count)) figures differ from those that were saved:"),
      .warning)
    return CommandReply(
      head + "\n" + table.laidOut(width: shell.capabilities.width), records: records, tables: [table])
  }
}
