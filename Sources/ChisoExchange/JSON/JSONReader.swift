import ChisoDiagnostics

/// Reads a JSON text. Numbers keep their digits: they are `.decimal`.
///
/// For example: `try JSONReader.value(Array(#"{"a": [1.50]}"#.utf8), name: "a.json")`.
package struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let name: String
  private var position = 0

  /// How deep arrays and objects may lie in one another.
  private static let deepest = 512

  /// The value that `bytes` are; what is no JSON is a failure that names the line. Complexity: linear.
  package static func value(_ bytes: [UInt8], name: String) throws(FileFailure) -> JSONValue {
    let result: Result<JSONValue, FileFailure> = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(bytes: buffer, name: name)
      do throws(FileFailure) { return .success(try reader.whole()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, name: String) {
    self.bytes = bytes
    self.name = name
    if bytes.starts(with: TextFile.mark) { position = TextFile.mark.count }
  }

  private mutating func whole() throws(FileFailure) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    // Some offices put a zero behind it.
    while position < bytes.count, bytes[position] == 0 { position += 1 }
    skipBlanks()
    guard position == bytes.count else { throw failure() }
    return value
  }

  private func failure() -> FileFailure {
    let line = 1 + bytes[..<min(position, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    return FileFailure(
      path: name, reason: "it is no whole JSON: line \(line) goes on as JSON does not",
      wayOut: "fetch it again; `python3 -m json.tool \(name)` tells whether it is whole")
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }

  private mutating func value(depth: Int) throws(FileFailure) -> JSONValue {
    skipBlanks()
    guard position < bytes.count, depth < JSONReader.deepest else { throw failure() }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N"): return try word("NaN", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(FileFailure) -> JSONValue {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count,
      (0..<length).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
    else { throw failure() }
    position += length
    return value
  }

  private mutating func number() throws(FileFailure) -> JSONValue {
    let start = position
    while position < bytes.count, "0123456789+-.eE".utf8.contains(bytes[position]) { position += 1 }
    guard position > start else { throw failure() }
    return .decimal(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func array(_ depth: Int) throws(FileFailure) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipBlanks()
    if skip("]") { return .array([]) }
    while true {
      values.append(try value(depth: depth + 1))
      skipBlanks()
      if skip("]") { return .array(values) }
      guard skip(",") else { throw failure() }
    }
  }

  private mutating func object(_ depth: Int) throws(FileFailure) -> JSONValue {
    position += 1
    var members: [(name: String, value: JSONValue)] = []
    skipBlanks()
    if skip("}") { return .object([]) }
    while true {
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw failure() }
      let name = try string()
      skipBlanks()
      guard skip(":") else { throw failure() }
      members.append((name, try value(depth: depth + 1)))
      skipBlanks()
      if skip("}") { return .object(members) }
      guard skip(",") else { throw failure() }
    }
  }

  private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func string() throws(FileFailure) -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\")
    {
      position += 1
    }
    guard position < bytes.count else { throw failure() }
    if bytes[position] == UInt8(ascii: "\"") {
      defer { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    return try escapedString(from: start)
  }

  private mutating func escapedString(from start: Int) throws(FileFailure) -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] == UInt8(ascii: "\\") else {
        text.append(bytes[position])
        position += 1
        continue
      }
      guard position + 1 < bytes.count else { throw failure() }
      let escape = bytes[position + 1]
      position += 2
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "u"): text.append(contentsOf: String(try escapedScalar()).utf8)
      default: text.append(escape)
      }
    }
    guard position < bytes.count else { throw failure() }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// What stands behind `\u`; half of a pair is `�`.
  private mutating func escapedScalar() throws(FileFailure) -> Unicode.Scalar {
    let first = try hexadecimal()
    if (0xD800..<0xDC00).contains(first), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let second = try hexadecimal()
      guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(FileFailure) -> UInt32 {
    guard position + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw failure() }
    position += 4
    return value
  }
}

extension JSONValue {
  /// The member called `name` of an object; nil where there is none.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The values of an array; nothing for anything else.
  package var elements: [JSONValue] {
    if case .array(let values) = self { return values }
    return []
  }

  /// The members of an object; nothing for anything else.
  package var members: [(name: String, value: JSONValue)] {
    if case .object(let members) = self { return members }
    return []
  }

  /// The text of a string, or the digits of a number; nil for anything else.
  package var textOrDigits: String? {
    switch self {
    case .string(let text), .decimal(let text): text
    default: nil
    }
  }

  /// Whether it is `null`.
  package var isNull: Bool { if case .null = self { true } else { false } }

  /// The whole number that it is; nil where it is none.
  package var wholeNumber: Int? { textOrDigits.flatMap { Int($0) } }
}
