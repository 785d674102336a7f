/// The table of floors in docs/ARCHITECTURE.md.
struct FloorMap {
  /// A row: a target, its floor and its folder.
  struct Row {
    var floor: Int
    var isAside: Bool
    var target: String
    var folder: String
    var words: String

    /// Whether it belongs to what is embedded: floors 1 to 6, nothing aside.
    var isKernel: Bool { floor <= 6 && !isAside }
  }

  var rows: [Row]

  /// The rows of `document`, which are its table rows that begin with a number.
  init(reading document: String) {
    rows = document.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmed }
      guard line.hasPrefix("|"), cells.count == 4, let floor = Int(cells[0].prefix { $0.isNumber }) else {
        return nil
      }
      return Row(
        floor: floor, isAside: cells[0].hasSuffix("aside"), target: cells[1].unquoted,
        folder: cells[2].unquoted, words: cells[3])
    }
  }

  func row(of target: String) -> Row? { rows.first { $0.target == target } }

  func floor(of target: String) -> Int? { row(of: target)?.floor }

  /// Whether `folder` is a target's, or one that the target's row names.
  func names(_ folder: String) -> Bool {
    rows.contains { row in
      guard folder != row.folder else { return true }
      guard folder.hasPrefix(row.folder + "/") else { return false }
      return row.words.contains("`\(folder.dropFirst(row.folder.count + 1))`")
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension String {
  fileprivate var unquoted: String { filter { $0 != "`" } }
}
