/// What a message says of groups of series: some codes, and what holds for every row that has them.
struct SDMXGroups {
  private struct Group {
    var key: [SDMXRowsBuilder.Cell]
    var attributes: [SDMXRowsBuilder.Cell]
  }

  private var groups: [Group] = []
  /// Groups of which no structure says what is a code and what is said: names and texts.
  private var mixed: [[(name: String, text: String)]] = []

  /// Adds a group by its codes, and what is said of it.
  mutating func add(key: [SDMXRowsBuilder.Cell], attributes: [SDMXRowsBuilder.Cell]) {
    groups.append(Group(key: key, attributes: attributes))
  }

  /// Adds a group whose codes and attributes stand side by side. Those are codes that rows have as a dimension.
  mutating func add(mixed cells: [(name: String, text: String)]) { mixed.append(cells) }

  /// Puts what is said of groups into the empty cells of their rows. Complexity: linear in the rows, for each set of
  /// dimensions that groups have.
  func apply(to builder: inout SDMXRowsBuilder) {
    let all = groups + mixed.map { sorted($0, &builder) }
    guard !all.isEmpty, builder.count > 0 else { return }
    var byDimensions: [[Int]: [Group]] = [:]
    for group in all {
      let dimensions = Set(group.key.map(\.column)).sorted()
      guard !group.attributes.isEmpty else { continue }
      byDimensions[dimensions, default: []].append(group)
    }
    for (dimensions, groups) in byDimensions.sorted(by: { $0.key.count > $1.key.count }) {
      put(groups, by: dimensions, into: &builder)
    }
  }

  private func sorted(_ cells: [(name: String, text: String)], _ builder: inout SDMXRowsBuilder) -> Group {
    var group = Group(key: [], attributes: [])
    for (name, text) in cells {
      if let column = builder.column(name), builder.isDimension(column) {
        group.key.append((column, text))
      } else {
        group.attributes.append((builder.column(name, .attribute), text))
      }
    }
    return group
  }

  private func put(_ groups: [Group], by dimensions: [Int], into builder: inout SDMXRowsBuilder) {
    let numbers = dimensions.map { textNumbers(builder.rows.columns[$0].cells) }
    var texts: [Int: [[Int]: String]] = [:]
    for group in groups {
      var key: [Int] = []
      for (place, column) in dimensions.enumerated() {
        guard let text = group.key.last(where: { $0.column == column })?.text,
          let number = numbers[place][text]
        else {
          break
        }
        key.append(number)
      }
      guard key.count == dimensions.count else { continue }
      for attribute in group.attributes where !attribute.text.isEmpty {
        texts[attribute.column, default: [:]][key] = attribute.text
      }
    }
    let keyCells = dimensions.map { builder.rows.columns[$0].cells }
    for (column, textOfKey) in texts {
      let old = builder.rows.columns[column].cells
      var new = CellTexts()
      for row in 0..<builder.count {
        let own = old.bytes(ofRow: row)
        if own.isEmpty, let text = textOfKey[keyCells.map { $0.textNumber(ofRow: row) }] {
          new.append(text)
        } else {
          new.append(own)
        }
      }
      builder.rows.columns[column].cells = new
    }
  }

  private func textNumbers(_ cells: CellTexts) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for number in 0..<cells.textCount { numbers[cells.text(number)] = number }
    return numbers
  }
}
