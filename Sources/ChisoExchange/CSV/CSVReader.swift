/// A row of comma-separated values that was read, and the line on which it begins.
public struct CSVRecord: Hashable, Sendable {
  /// The number of its first line, from 1.
  public var line: Int
  /// The fields, without the quotes around them.
  public var fields: [String]
  /// Where each stands in the text, in bytes.
  public var ranges: [Range<Int>]
}

/// Why a text is no table: the line, and what is wrong.
public struct CSVFailure: Error, Hashable, Sendable {
  /// The number of the line, from 1.
  public var line: Int
  /// Where the quote stands that is never closed, in bytes.
  public var range: Range<Int>
}

/// The rows of comma-separated values by RFC 4180; line ends may be LF, empty lines are left out. The separator is the
/// first of comma, semicolon and tab that stands outside of quotes in the first line.
///
/// For example, `"a,\"b, c\"\r\n"` is one record of `a` and `b, c`. A quote that is never closed is an error, told of the
/// line where it opens.
public func csvRecords(_ text: String) throws(CSVFailure) -> [CSVRecord] {
  let bytes = Array(text.utf8)
  let separator = csvSeparator(bytes)
  var reader = CSVScanner(bytes: bytes, separator: separator)
  var records: [CSVRecord] = []
  while let record = try reader.next() {
    if record.fields != [""] { records.append(record) }
  }
  return records
}

private func csvSeparator(_ bytes: [UInt8]) -> UInt8 {
  var isQuoted = false
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "\""): isQuoted.toggle()
    case UInt8(ascii: "\n") where !isQuoted: return UInt8(ascii: ",")
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"): if !isQuoted { return byte }
    default: break
    }
  }
  return UInt8(ascii: ",")
}

private struct CSVScanner {
  let bytes: [UInt8]
  let separator: UInt8
  var position = 0
  var line = 1

  mutating func next() throws(CSVFailure) -> CSVRecord? {
    guard position < bytes.count else { return nil }
    var record = CSVRecord(line: line, fields: [], ranges: [])
    while true {
      let start = position
      record.fields.append(try field())
      record.ranges.append(start..<position)
      guard position < bytes.count else { return record }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      line += 1
      return record
    }
  }

  /// One field; leaves the position at the separator or line feed behind it.
  private mutating func field() throws(CSVFailure) -> String {
    var content: [UInt8] = []
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { content = try quoted() }
    let start = position
    while position < bytes.count, bytes[position] != separator, bytes[position] != UInt8(ascii: "\n") {
      position += 1
    }
    content += bytes[start..<position]
    if content.last == UInt8(ascii: "\r") { content.removeLast() }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func quoted() throws(CSVFailure) -> [UInt8] {
    let opening = (line, position)
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        content.append(byte)
        continue
      }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return content }
      content.append(byte)
      position += 1
    }
    throw CSVFailure(line: opening.0, range: opening.1..<opening.1 + 1)
  }
}
