/// Goes through the bytes of a delimited text and takes one row out of them.
struct RowParser {
  /// What came of it.
  enum Outcome {
    /// A row, where the next one begins, and how many lines it has.
    case row(end: Int, lines: Int)
    /// The bytes end within the row.
    case unfinished
    /// A quote was opened and never closed.
    case unclosed
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  /// Whether nothing comes behind the bytes.
  let isAtEnd: Bool
  /// Whether quotes have a meaning.
  var hasQuotes: Bool

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Puts the row that begins at `start` into `row`.
  func parse(from start: Int, into row: inout CellRow, _ scratch: inout [UInt8], limit: Int) -> Outcome {
    var place = start
    var lines = 1
    while true {
      let beginning = afterSpaces(place)
      if hasQuotes, beginning < bytes.count, bytes[beginning] == RowParser.quote {
        switch quoted(from: beginning + 1, &scratch, &lines, limit: limit) {
        case .cell(let end):
          append(scratch, to: &row)
          place = end
        case .unfinished: return .unfinished
        case .unclosed: return .unclosed
        }
      } else {
        let begin = place
        var high: UInt8 = 0
        while place < bytes.count {
          let byte = bytes[place]
          if byte == separator || byte == RowParser.lineFeed || byte == RowParser.carriageReturn { break }
          high |= byte
          place += 1
        }
        guard place < bytes.count || isAtEnd else { return .unfinished }
        append(begin, place, high, to: &row)
      }
      guard place < bytes.count else { return isAtEnd ? .row(end: place, lines: lines) : .unfinished }
      if bytes[place] == separator {
        place += 1
        // A separator that ends the file has an empty cell behind it.
        guard place < bytes.count || isAtEnd else { return .unfinished }
        continue
      }
      if bytes[place] == RowParser.carriageReturn {
        guard place + 1 < bytes.count || isAtEnd else { return .unfinished }
        if place + 1 < bytes.count, bytes[place + 1] == RowParser.lineFeed { place += 1 }
      }
      return .row(end: place + 1, lines: lines)
    }
  }

  private enum QuotedOutcome {
    case cell(end: Int)
    case unfinished, unclosed
  }

  /// Puts what stands in quotes into `cell`, and says where the cell ends.
  private func quoted(
    from start: Int, _ cell: inout [UInt8], _ lines: inout Int, limit: Int
  ) -> QuotedOutcome {
    cell.removeAll(keepingCapacity: true)
    var place = start
    var begin = start
    let newLines = lines
    while place < bytes.count {
      let byte = bytes[place]
      if byte == RowParser.lineFeed { lines += 1 }
      guard byte == RowParser.quote else {
        place += 1
        if place - start > limit { return .unclosed }
        continue
      }
      let next = place + 1
      guard next < bytes.count || isAtEnd else { break }
      if next < bytes.count, bytes[next] == RowParser.quote {
        // A pair is one quote, but two of them before a separator may be an empty cell that began here.
        cell.append(contentsOf: bytes[begin...place])
        place += 2
        begin = place
        continue
      }
      let end = afterSpaces(next)
      if end >= bytes.count, !isAtEnd { break }
      if end >= bytes.count || bytes[end] == separator || bytes[end] == RowParser.lineFeed
        || bytes[end] == RowParser.carriageReturn
      {
        cell.append(contentsOf: bytes[begin..<place])
        return .cell(end: end)
      }
      place += 1
    }
    lines = newLines
    return isAtEnd ? .unclosed : .unfinished
  }

  private func afterSpaces(_ start: Int) -> Int {
    var place = start
    while place < bytes.count, isBlank(bytes[place]) { place += 1 }
    return place
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == 0 || byte == UInt8(ascii: "\t")) && byte != separator
  }

  /// Adds the cell between two places without spaces around it.
  private func append(_ begin: Int, _ end: Int, _ high: UInt8, to row: inout CellRow) {
    var (begin, end) = (begin, end)
    while begin < end, isBlank(bytes[begin]) { begin += 1 }
    while end > begin, isBlank(bytes[end - 1]) { end -= 1 }
    let cell = UnsafeBufferPointer(rebasing: bytes[begin..<end])
    if high < 0x80 { row.append(cell) } else { appendForeign(cell, to: &row) }
  }

  private func append(_ cell: [UInt8], to row: inout CellRow) {
    cell.withUnsafeBufferPointer { cell in
      var (begin, end) = (0, cell.count)
      while begin < end, RowParser.isSpace(cell[begin]) { begin += 1 }
      while end > begin, RowParser.isSpace(cell[end - 1]) { end -= 1 }
      let cell = UnsafeBufferPointer(rebasing: cell[begin..<end])
      if cell.contains(where: { $0 >= 0x80 }) { appendForeign(cell, to: &row) } else { row.append(cell) }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0 || (byte >= 9 && byte <= 13)
  }

  /// Adds a cell with bytes that are no ASCII: without spaces that do not break around it, and decoded where it is no UTF-8.
  private func appendForeign(_ cell: UnsafeBufferPointer<UInt8>, to row: inout CellRow) {
    var rest = cell[...]
    while rest.count >= 2, rest[rest.startIndex] == 0xC2, rest[rest.startIndex + 1] == 0xA0 {
      rest = rest.dropFirst(2)
    }
    while rest.count >= 2, rest[rest.endIndex - 2] == 0xC2, rest[rest.endIndex - 1] == 0xA0 {
      rest = rest.dropLast(2)
    }
    if String(validating: rest, as: UTF8.self) != nil {
      row.append(UnsafeBufferPointer(rebasing: rest))
    } else {
      row.append(CodePage.western(cell))
    }
  }
}
