/// As much JSON as a line of the history needs: a flat object of texts, numbers and words.
enum JSONText {
  enum Value: Hashable {
    case text(String)
    /// A number, `true`, `false` or `null`.
    case word(String)
  }

  /// `text` in quotes, in one line of printable characters.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The fields of the object that the UTF-8 bytes of `line` are; nil where they are none.
  static func fields(of line: ArraySlice<UInt8>) -> [String: Value]? {
    var reader = Reader(rest: line)
    guard let fields = reader.object() else { return nil }
    reader.skipSpaces()
    return reader.rest.isEmpty ? fields : nil
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func skipSpaces() {
      while let byte = rest.first, byte == 0x20 || byte == 0x09 || byte == 0x0D { rest.removeFirst() }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipSpaces()
      guard let first = rest.first, UInt32(first) == character.value else { return false }
      rest.removeFirst()
      return true
    }

    mutating func object() -> [String: Value]? {
      var fields: [String: Value] = [:]
      guard take("{") else { return nil }
      if take("}") { return fields }
      repeat {
        guard take("\""), let key = text(), take(":"), let value = value() else { return nil }
        fields[key] = value
      } while take(",")
      return take("}") ? fields : nil
    }

    mutating func value() -> Value? {
      if take("\"") { return text().map(Value.text) }
      let word = rest.prefix { !",]} \t\r".utf8.contains($0) }
      rest = rest[word.endIndex...]
      return word.isEmpty ? nil : .word(String(decoding: word, as: UTF8.self))
    }

    /// The text up to its closing quote, the opening one being taken.
    mutating func text() -> String? {
      var result = ""
      while let stop = rest.firstIndex(where: { $0 == 0x22 || $0 == 0x5C }) {
        let isEnd = rest[stop] == 0x22
        result += String(decoding: rest[..<stop], as: UTF8.self)
        rest = rest[(stop + 1)...]
        if isEnd { return result }
        guard let escaped = escape() else { return nil }
        result.unicodeScalars.append(escaped)
      }
      return nil
    }

    mutating func escape() -> Unicode.Scalar? {
      switch rest.popFirst().map(Unicode.Scalar.init) {
      case "n": "\n"
      case "t": "\t"
      case "r": "\r"
      case "b": "\u{8}"
      case "f": "\u{C}"
      case "u": codePoint()
      case let scalar?: scalar
      case nil: nil
      }
    }

    /// Four digits; two such where the first is the upper half of a scalar beyond U+FFFF.
    mutating func codePoint() -> Unicode.Scalar? {
      guard let unit = codeUnit() else { return nil }
      guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
      guard rest.popFirst() == 0x5C, rest.popFirst() == 0x75, let low = codeUnit(),
        (0xDC00..<0xE000).contains(low)
      else { return nil }
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    mutating func codeUnit() -> UInt32? {
      let digits = rest.prefix(4)
      guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else {
        return nil
      }
      rest.removeFirst(4)
      return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
  }
}
