/// The texts of one column, a cell for each row.
///
/// A text that stands in many cells is kept once. Memory: 4 bytes a cell, and each different text once; a column of mostly
/// different texts (`repeats: false`) takes 4 bytes a cell beside the bytes of the texts.
package struct CellTexts: Sendable {
  /// The bytes of all kept texts, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each kept text ends in `bytes`.
  private var ends: [UInt32] = []
  /// Which text each cell has; nothing where each cell has its own.
  private var places: [Int32] = []
  private let repeats: Bool
  private var index = TextIndex()

  /// No cell yet. `repeats` says whether texts are looked for among those that are there.
  package init(repeats: Bool = true) { self.repeats = repeats }

  /// How many cells there are.
  package var count: Int { repeats ? places.count : ends.count }

  /// How many different texts there are; as many as cells where they are not looked for.
  package var textCount: Int { ends.count }

  /// Which text the cell of a row has: a number below `textCount`. Cells with the same number have the same text.
  package func textNumber(ofRow row: Int) -> Int { repeats ? Int(places[row]) : row }

  /// The bytes of a text by its number.
  package func bytes(ofText number: Int) -> ArraySlice<UInt8> {
    bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }

  /// A text by its number.
  package func text(_ number: Int) -> String { String(decoding: bytes(ofText: number), as: UTF8.self) }

  /// The bytes of the cell of a row.
  package func bytes(ofRow row: Int) -> ArraySlice<UInt8> { bytes(ofText: textNumber(ofRow: row)) }

  /// What the cell of a row says.
  package subscript(row: Int) -> String { text(textNumber(ofRow: row)) }

  /// Whether nothing stands in the cell of a row.
  package func isEmpty(row: Int) -> Bool { bytes(ofRow: row).isEmpty }

  /// Whether any text has a byte. Complexity: linear in the bytes.
  package func contains(_ byte: UInt8) -> Bool { bytes.contains(byte) }

  /// Adds a cell.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds a cell.
  package mutating func append(_ text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { append($0) } }

  /// Adds a cell.
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard repeats else {
      keep(text)
      return
    }
    if let last = places.last, isText(Int(last), text) {
      places.append(last)
      return
    }
    let number = index.number(of: text, among: self) ?? add(text)
    places.append(Int32(truncatingIfNeeded: number))
  }

  /// Adds `count` cells with the text of the last one, or empty ones where there is none.
  package mutating func appendAgain(_ count: Int) {
    if self.count == 0 { append("") }
    for _ in 0..<count { append(bytes(ofRow: self.count - 1)) }
  }

  fileprivate func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    let count = Int(ends[number]) - start
    guard count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { own in
      for offset in 0..<count where own[start + offset] != text[offset] { return false }
      return true
    }
  }

  fileprivate func hash(ofText number: Int) -> Int {
    bytes(ofText: number).withUnsafeBufferPointer(TextIndex.hash)
  }

  private mutating func keep(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let number = ends.count
    keep(text)
    let own = index
    index = TextIndex()
    index = own.adding(number, of: text, among: self)
    return number
  }
}

/// Finds a text among those of a column by its hash: open addressing with a power of two places.
private struct TextIndex: Sendable {
  /// The number of the text and one, or 0 for an empty place.
  private var slots: [Int32] = []
  private var used = 0

  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  func number(of text: UnsafeBufferPointer<UInt8>, among texts: CellTexts) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = TextIndex.hash(text) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if texts.isText(number, text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  consuming func adding(
    _ number: Int, of text: UnsafeBufferPointer<UInt8>, among texts: CellTexts
  ) -> TextIndex {
    if (used + 1) * 2 > slots.count {
      let count = max(16, slots.count * 2)
      slots = [Int32](repeating: 0, count: count)
      for known in 0..<number { put(known, hash: texts.hash(ofText: known)) }
    }
    put(number, hash: TextIndex.hash(text))
    used += 1
    return self
  }

  private mutating func put(_ number: Int, hash: Int) {
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: number + 1)
  }
}
