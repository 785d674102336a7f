import ChisoDiagnostics

/// A text whose cells stand between commas, semicolons, tabs or bars, as rows of cells.
///
/// Cells may stand in quotes as RFC 4180 has them; a quote that no separator follows is part of its cell. Which separator it is,
/// and which encoding, is found out from the beginning. The file is held in pieces, never as a whole.
///
/// For example: `var text = try DelimitedText(ByteStream(path: "gdp.csv"))`.
package struct DelimitedText: CellSource {
  /// No sheet: rows are lines.
  package let sheet: String? = nil
  /// What stands between the cells.
  package let separator: UInt8

  private let stream: ByteStream
  private let goesOn: @Sendable (_ done: Int, _ total: Int) -> Bool
  private var decoding: TextDecoding
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isAtEnd = false
  private var scratch: [UInt8] = []

  /// How much is looked at to find out the separator: 64 KiB.
  private static let sampled = 1 << 16
  /// How long a cell in quotes can be; a longer one is taken for a quote that nobody closed.
  private static let longestCell = 1 << 22

  /// The text of `stream`; `goesOn` is told how many bytes were read, and may stop it, which is a failure.
  package init(
    _ stream: ByteStream, separator: UInt8? = nil,
    goesOn: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true }
  ) throws(FileFailure) {
    let beginning = try stream.peek(DelimitedText.sampled)
    self.stream = stream
    self.goesOn = goesOn
    decoding = TextDecoding(beginning)
    var sampling = decoding
    let sample = sampling.decode(Array(beginning.prefix(DelimitedText.sampled)))
    let stated = Separators.stated(in: sample)
    self.separator = separator ?? stated ?? Separators.best(of: sample)
    guard stated != nil else { return }
    var row = CellRow()
    _ = try next(into: &row)
  }

  /// Puts the next row into `row`; one without any cell is an empty line.
  package mutating func next(into row: inout CellRow) throws(FileFailure) -> Bool {
    row.removeAll()
    while true {
      if position < buffer.count {
        let outcome = parse(into: &row)
        if let outcome {
          row.number = line
          line += outcome.lines
          position = outcome.end
          return true
        }
      } else if isAtEnd {
        return false
      }
      row.removeAll()
      try load()
    }
  }

  /// Takes more of the file, as much again as is pending, so that a long row is not gone through too often.
  private mutating func load() throws(FileFailure) {
    buffer.removeFirst(position)
    position = 0
    let wanted = buffer.count * 2
    repeat {
      guard let piece = try stream.next() else {
        isAtEnd = true
        return
      }
      guard goesOn(stream.done, stream.total) else {
        throw FileFailure(path: stream.name, reason: "it was stopped")
      }
      let text = decoding.decode(piece)
      if buffer.isEmpty { buffer = text } else { buffer.append(contentsOf: text) }
    } while buffer.count < wanted
  }

  /// The row at `position`; nil where its end is not read yet.
  private mutating func parse(into row: inout CellRow) -> (end: Int, lines: Int)? {
    let (position, isAtEnd, separator) = (position, isAtEnd, separator)
    var cells = scratch
    scratch = []
    defer { scratch = cells }
    return buffer.withUnsafeBufferPointer { bytes in
      var parser = RowParser(bytes: bytes, separator: separator, isAtEnd: isAtEnd, hasQuotes: true)
      switch parser.parse(from: position, into: &row, &cells, limit: DelimitedText.longestCell) {
      case .row(let end, let lines): return (end, lines)
      case .unfinished: return nil
      case .unclosed:
        row.removeAll()
        parser.hasQuotes = false
        guard case .row(let end, let lines) = parser.parse(from: position, into: &row, &cells, limit: .max)
        else {
          return nil
        }
        return (end, lines)
      }
    }
  }
}
