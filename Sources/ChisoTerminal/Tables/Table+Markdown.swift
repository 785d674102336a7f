extension Table {
  /// The table as a GitHub-flavoured Markdown table, without a line feed at its end.
  public var markdown: String {
    var lines = [
      line(columns.map(\.title)),
      "|" + columns.map { $0.alignment == .left ? ":--|" : "--:|" }.joined(),
    ]
    for row in rows.indices { lines.append(line(columns.indices.map { cell(row, $0) })) }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [StyledText]) -> String {
    "|" + cells.map { " \(escaped($0.plain)) |" }.joined()
  }

  /// What would end the cell or start markup is escaped.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in sanitized(text, keepingLines: true) {
      switch character {
      case "\n": result += "<br>"
      case "|", "\\", "*", "`": result += "\\\(character)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
    return result
  }
}
