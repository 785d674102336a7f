import ChisoDiagnostics

/// What stands in a PX file: keywords with their values, and the cells.
///
/// The format is that of PC-Axis, version 2013: `KEYWORD[language]("variable","value")="text","text";`.
struct PXFile {
  /// A keyword with what it is of.
  struct Key: Hashable {
    var name: String
    /// The language; empty for that of the file.
    var language: String
    /// What stands in parentheses: a variable, and perhaps a value of it.
    var subjects: [String]
  }

  private(set) var values: [Key: [String]] = [:]
  /// The keys in the order of the file.
  private(set) var keys: [Key] = []
  /// What stands behind `DATA=`.
  private(set) var data: ArraySlice<UInt8> = []
  /// The line on which it begins.
  private(set) var dataLine = 1

  private let bytes: [UInt8]
  private var position = 0

  /// Reads the keywords of a file in UTF-8; `name` is what failures call it.
  init(_ bytes: [UInt8], name: String) throws(FileFailure) {
    self.bytes = bytes
    while let key = nextKey() {
      if key.name == "DATA" {
        readData()
        return
      }
      keys.append(key)
      values[key] = nextValues()
    }
    throw FileFailure(path: name, reason: "it is cut off: nothing says where its cells begin")
  }

  /// The values of a keyword in a language.
  func list(_ name: String, _ subjects: String..., language: String = "") -> [String]? {
    values[Key(name: name, language: language, subjects: subjects)]
  }

  /// The first value of a keyword.
  func text(_ name: String, _ subjects: String..., language: String = "") -> String? {
    values[Key(name: name, language: language, subjects: subjects)]?.first
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func nextKey() -> Key? {
    skipBlanks()
    var key = Key(name: "", language: "", subjects: [])
    var name: [UInt8] = []
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "="):
        position += 1
        key.name = String(decoding: name, as: UTF8.self).uppercased()
        return key
      case UInt8(ascii: "["):
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "]") { position += 1 }
        key.language = String(decoding: bytes[start..<position], as: UTF8.self).filter { $0 != "\"" }
        position = min(position + 1, bytes.count)
      case UInt8(ascii: "\""): key.subjects.append(nextText())
      case UInt8(ascii: ";"):
        // What has no value is nothing.
        position += 1
        name = []
        key = Key(name: "", language: "", subjects: [])
        skipBlanks()
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), 0...0x20: position += 1
      default:
        name.append(bytes[position])
        position += 1
      }
    }
    return nil
  }

  /// The text in quotes that begins here.
  private mutating func nextText() -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    position = min(position + 1, bytes.count)
    return text
  }

  /// The values up to the semicolon. A text in quotes right behind another one goes on with it.
  private mutating func nextValues() -> [String] {
    var list: [String] = []
    var word: [UInt8] = []
    var goesOn = false
    func ended(_ list: inout [String]) {
      if !word.isEmpty { list.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        ended(&list)
        let text = nextText()
        if goesOn, let last = list.indices.last { list[last] += text } else { list.append(text) }
        goesOn = true
        continue
      case UInt8(ascii: ";"):
        ended(&list)
        position += 1
        return list
      case UInt8(ascii: ","):
        ended(&list)
        goesOn = false
      case UInt8(ascii: "-") where goesOn:
        list.append("-")
        goesOn = false
      case 0...0x20: break
      default:
        word.append(byte)
        goesOn = false
      }
      position += 1
    }
    ended(&list)
    return list
  }

  private mutating func readData() {
    dataLine = 1 + bytes[..<position].count { $0 == UInt8(ascii: "\n") }
    let start = position
    var isQuoted = false
    while position < bytes.count, isQuoted || bytes[position] != UInt8(ascii: ";") {
      if bytes[position] == UInt8(ascii: "\"") { isQuoted.toggle() }
      position += 1
    }
    data = bytes[start..<position]
  }
}

/// The cells of a PX file, one after the other.
struct PXCells {
  private let data: ArraySlice<UInt8>
  private var position: Int
  /// The line of the cell that was taken last.
  private(set) var line: Int
  /// Whether it stood in quotes.
  private(set) var isQuoted = false

  init(_ file: PXFile) {
    data = file.data
    position = data.startIndex
    line = file.dataLine
  }

  /// The next cell without its quotes; nil at the end.
  mutating func next() -> ArraySlice<UInt8>? {
    while position < data.endIndex, PXCells.isBetween(data[position]) {
      if data[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
    guard position < data.endIndex else { return nil }
    let start = position
    isQuoted = data[start] == UInt8(ascii: "\"")
    if isQuoted {
      position += 1
      while position < data.endIndex, data[position] != UInt8(ascii: "\"") { position += 1 }
      defer { position = min(position + 1, data.endIndex) }
      return data[(start + 1)..<position]
    }
    while position < data.endIndex, !PXCells.isBetween(data[position]), data[position] != UInt8(ascii: "\"") {
      position += 1
    }
    return data[start..<position]
  }

  private static func isBetween(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }
}
