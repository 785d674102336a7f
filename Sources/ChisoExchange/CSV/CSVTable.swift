public import ChisoDiagnostics

/// A table of comma-separated values by RFC 4180, with the place of every field: a header, and rows as long as it.
/// Semicolons or tabs may separate the columns as well: whichever of the three stands most often in the header.
///
/// For example: `CSVTable("TIME_PERIOD,OBS_VALUE\n2023,41000\n")` has one row.
public struct CSVTable: Sendable {
  /// A field, where it stands.
  public struct Field: Hashable, Sendable {
    /// What it holds, without the quotes around it.
    public var span: SourceSpan
    /// Whether quotes inside it are written twice.
    var hasDoubledQuotes: Bool
  }

  /// The text that the spans refer to.
  public let source: String
  /// The names of the columns.
  public private(set) var header: [Field] = []
  /// What is wrong with the table; rows that are not as long as the header are left out.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many rows there are below the header.
  public var rowCount: Int { header.isEmpty ? 0 : fields.count / header.count }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var fields: [Field] = []

  /// Reads a table; blank lines are skipped.
  public init(_ source: String) {
    self.source = source
    bytes = Array(source.utf8)
    separator = CSVTable.separator(of: bytes)
    var position = 0
    while position < bytes.count {
      let start = position
      let row = readRow(&position)
      // A blank line is a row of one empty field.
      if row.count == 1, row[0].span.isEmpty, bytes[start] != UInt8(ascii: "\"") { continue }
      if header.isEmpty {
        header = row
      } else if row.count == header.count {
        fields += row
      } else if let first = row.first, let last = row.last {
        diagnostics.append(
          .unevenRow(row.count, columns: header.count, at: first.span.union(last.span)))
      }
    }
    if header.isEmpty { diagnostics.append(.emptyTable(at: SourceSpan(start: 0, end: 0))) }
  }

  /// The field of a row, both counted from 0.
  public subscript(row: Int, column: Int) -> Field { fields[row * header.count + column] }

  /// The line in which a row begins, counted from 1. Complexity: linear in the text before it.
  func line(of row: Int) -> Int {
    1 + bytes[..<Int(self[row, 0].span.start)].count { $0 == UInt8(ascii: "\n") }
  }

  /// What a field says, without spaces at its ends.
  public func text(_ field: Field) -> String {
    let text = String(decoding: content(field), as: UTF8.self)
    guard field.hasDoubledQuotes else { return text }
    var result = ""
    var isOpen = false
    for character in text.unicodeScalars {
      isOpen = character == "\"" && !isOpen
      if !isOpen { result.unicodeScalars.append(character) }
    }
    return result
  }

  /// The bytes of a field, without spaces at its ends.
  public func content(_ field: Field) -> ArraySlice<UInt8> {
    var content = bytes[field.span.range]
    while content.first == UInt8(ascii: " ") { content.removeFirst() }
    while content.last == UInt8(ascii: " ") { content.removeLast() }
    return content
  }

  /// Whichever stands most often outside of quotes in the first line; SDMX may name another one in a title.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\n"), !isQuoted { break }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let place = separators.firstIndex(of: byte) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return separators[counts.firstIndex(of: most) ?? 0]
  }

  private mutating func readRow(_ position: inout Int) -> [Field] {
    var row: [Field] = []
    while true {
      row.append(readField(&position))
      guard position < bytes.count, bytes[position] == separator else { break }
      position += 1
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    return row
  }

  private mutating func readField(_ position: inout Int) -> Field {
    let start = position
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      while position < bytes.count, !isEndOfField(bytes[position]) { position += 1 }
      return Field(span: SourceSpan(start..<position), hasDoubledQuotes: false)
    }
    position += 1
    var hasDoubledQuotes = false
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        hasDoubledQuotes = true
        position += 1
      }
      position += 1
    }
    let end = position
    guard position < bytes.count else {
      diagnostics.append(.openQuote(at: SourceSpan(start..<start + 1)))
      return Field(span: SourceSpan(start + 1..<end), hasDoubledQuotes: hasDoubledQuotes)
    }
    position += 1
    if position < bytes.count, !isEndOfField(bytes[position]) {
      let rest = position
      while position < bytes.count, !isEndOfField(bytes[position]) { position += 1 }
      diagnostics.append(.textBehindQuote(at: SourceSpan(rest..<position)))
    }
    return Field(span: SourceSpan(start + 1..<end), hasDoubledQuotes: hasDoubledQuotes)
  }

  private func isEndOfField(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
