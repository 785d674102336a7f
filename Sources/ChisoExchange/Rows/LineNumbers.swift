/// The lines that rows stand on. Those of rows that follow one another take no memory.
package struct LineNumbers: Sendable {
  /// The line of the first row, while each row stands on the line behind the one before.
  private var first: Int?
  private var lines: [UInt32] = []
  /// How many rows there are.
  package private(set) var count = 0

  /// No row.
  package init() {}

  /// Rows that stand on these lines.
  package init(_ lines: some Sequence<Int>) { for line in lines { append(line) } }

  /// The line of a row, both counted as they are: rows from 0, lines from 1.
  package subscript(row: Int) -> Int {
    if let first { return first + row }
    return Int(lines[row])
  }

  /// Adds a row.
  package mutating func append(_ line: Int) {
    if count == 0 { first = line }
    if let own = first, own + count != line {
      lines = (0..<count).map { UInt32(clamping: own + $0) }
      first = nil
    }
    if first == nil { lines.append(UInt32(clamping: line)) }
    count += 1
  }
}
