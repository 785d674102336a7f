/// Goes through a file in gettext's PO format from entry to entry. What is wrong in it is passed over here, and told by
/// `Translation.faults`.
struct TranslationReader {
  /// An entry: where it begins, and where its texts stand, from the first quote of each to the last.
  struct Entry {
    var start = -1
    var context = 0..<0
    var template = 0..<0
    var translation = 0..<0
    var isFuzzy = false

    /// Whether both texts were there.
    var isWhole: Bool { template.lowerBound > 0 && translation.lowerBound > 0 }
  }

  /// What a line is.
  enum Line {
    case blank, comment, fuzzy, context, template, translation, continued, unknown
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next line begins.
  private(set) var place: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  /// The next entry; nil behind the last.
  mutating func next() -> Entry? {
    var entry = Entry()
    var open = Line.blank
    while place < bytes.count {
      let start = place
      let (line, text) = nextLine()
      switch line {
      case .fuzzy, .context, .template:
        if entry.template.lowerBound > 0 {
          place = start
          return entry
        }
        if line == .fuzzy {
          entry.isFuzzy = true
          continue
        }
        if entry.start < 0 { entry.start = start }
        if line == .context { entry.context = text } else { entry.template = text }
      case .translation: entry.translation = text
      case .continued:
        switch open {
        case .context: entry.context = entry.context.lowerBound..<text.upperBound
        case .template: entry.template = entry.template.lowerBound..<text.upperBound
        case .translation: entry.translation = entry.translation.lowerBound..<text.upperBound
        default: break
        }
        continue
      case .blank, .comment, .unknown: break
      }
      open = line
    }
    return entry.template.lowerBound > 0 ? entry : nil
  }

  /// What the next line is, and where the text between its quotes stands.
  mutating func nextLine() -> (line: Line, text: Range<Int>) {
    let start = place
    place = endOfLine(from: start)
    var end = place
    place += 1
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    guard end > start else { return (.blank, start..<start) }
    switch bytes[start] {
    case UInt8(ascii: "#"):
      // Flags stand behind commas, of which this one alone counts.
      let isFuzzy =
        holds("#,", start..<end) && (start..<end).contains { holds("fuzzy", $0..<end) }
      return (isFuzzy ? .fuzzy : .comment, start..<end)
    case UInt8(ascii: "\""): return quoted(.continued, start..<end)
    case UInt8(ascii: "m"):
      let (word, line): (StaticString, Line) =
        switch end > start + 3 ? bytes[start + 3] : 0 {
        case UInt8(ascii: "i"): ("msgid ", .template)
        case UInt8(ascii: "s"): ("msgstr ", .translation)
        default: ("msgctxt ", .context)
        }
      return holds(word, start..<end)
        ? quoted(line, start + word.utf8CodeUnitCount..<end) : (.unknown, start..<end)
    default: return (.unknown, start..<end)
    }
  }

  /// Whether the bytes in `range` begin with `word`.
  private func holds(_ word: StaticString, _ range: Range<Int>) -> Bool {
    guard range.count >= word.utf8CodeUnitCount else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[range.lowerBound + $0] == word.utf8Start[$0] }
  }

  /// A line whose text stands in the quotes at both ends of `range`.
  private func quoted(_ line: Line, _ range: Range<Int>) -> (Line, Range<Int>) {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    guard last > first, bytes[first] == UInt8(ascii: "\""), bytes[last] == UInt8(ascii: "\"") else {
      return (.unknown, range)
    }
    return (line, first + 1..<last)
  }

  /// Where the line ends that `start` is in. Eight bytes are looked at in one, since a whole file is gone through before
  /// the first phrase is said (Mycroft's test for a zero byte, 1987).
  private func endOfLine(from start: Int) -> Int {
    var place = start
    if let base = bytes.baseAddress {
      while place + 8 <= bytes.count {
        let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self).littleEndian
        let different = word ^ 0x0a0a_0a0a_0a0a_0a0a
        let zeros = (different &- 0x0101_0101_0101_0101) & ~different & 0x8080_8080_8080_8080
        if zeros != 0 { return place + zeros.trailingZeroBitCount / 8 }
        place += 8
      }
    }
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    return place
  }

  /// Whether a quote stands in the text of a line without a backslash before it.
  func hasStrayQuote(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      if bytes[place] == UInt8(ascii: "\"") { return true }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    // The last backslash takes the quote behind the text.
    return place > range.upperBound
  }
}

// The texts between the quotes.
extension TranslationReader {
  /// The text whose first and last quote stand around `range`.
  func text(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    forEachByte(range) { text.append($0) }
    return String(decoding: text, as: UTF8.self)
  }

  /// A number for what an entry translates; equal to `hash(context:_:)` of the same texts.
  func hash(_ entry: Entry) -> UInt64 {
    var hash = TextHash()
    forEachByte(entry.context) { hash.add($0) }
    hash.add(0)
    forEachByte(entry.template) { hash.add($0) }
    return hash.value
  }

  static func hash(context: String, _ template: String) -> UInt64 {
    var hash = TextHash()
    for byte in context.utf8 { hash.add(byte) }
    hash.add(0)
    for byte in template.utf8 { hash.add(byte) }
    return hash.value
  }

  /// What the lines say, without their quotes and escapes.
  private func forEachByte(_ range: Range<Int>, _ body: (UInt8) -> Void) {
    var place = range.lowerBound
    while place < range.upperBound {
      var byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") {
        // The text goes on behind the first quote of the next line.
        while place < range.upperBound, bytes[place] != UInt8(ascii: "\"") { place += 1 }
        place += 1
        continue
      }
      if byte == UInt8(ascii: "\\"), place < range.upperBound {
        byte = bytes[place]
        place += 1
        if byte == UInt8(ascii: "n") { byte = UInt8(ascii: "\n") }
        if byte == UInt8(ascii: "t") { byte = UInt8(ascii: "\t") }
      }
      body(byte)
    }
  }
}

/// FNV-1a.
private struct TextHash {
  var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}
