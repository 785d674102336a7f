import ChisoDiagnostics

/// An XLS workbook of Excel 5 to 2003: records in a stream of a compound file (Microsoft, MS-XLS).
struct XLSWorkbook: Workbook {
  let sheetNames: [String]
  let visibleSheets: [Int]

  private let stream: [UInt8]
  private let name: String
  private var starts: [Int] = []
  private var texts: [String] = []
  private var styles: [NumberText.Style] = []
  private var numbers = NumberText()
  private let strings: XLSStrings

  /// Reads what all sheets share; sheets are read when they are asked for.
  init(_ bytes: [UInt8], name: String) throws(FileFailure) {
    self.name = name
    let file = CompoundFile(bytes)
    guard let stream = file?.stream(named: "Workbook") ?? file?.stream(named: "Book"),
      let first = XLSRecord(stream, at: 0), first.id == XLSRecord.beginning
    else {
      throw FileFailure(
        path: name, reason: "it is no workbook that can be read: it holds no sheets of Excel 5 or later",
        wayOut: "open it in a spreadsheet program and save it as XLSX")
    }
    self.stream = stream
    var strings = XLSStrings(isWide: stream.number(first.start, 2) >= 0x600)
    var sheets: [(name: String, start: Int, isVisible: Bool)] = []
    var formats: [Int: NumberText.Style] = [:]
    var place = 0
    while let record = XLSRecord(stream, at: place), record.id != XLSRecord.end {
      place = record.next
      switch record.id {
      case 0x2F:
        throw FileFailure(
          path: name, reason: "a password is needed",
          wayOut: "open it in a spreadsheet program and save it without a password")
      case 0x42: strings.codePage = stream.number(record.start, 2)
      case 0x22: numbers.isFrom1904 = stream.number(record.start, 2) == 1
      case 0x85 where stream.number(record.start + 5, 1) == 0:
        var next = record.start + 6
        sheets.append(
          (
            strings.short(stream, &next, record.end), stream.number(record.start, 4),
            stream.number(record.start + 4, 1) & 3 == 0
          ))
      case 0x41E:
        var next = record.start + 2
        let code =
          strings.isWide ? strings.long(stream, &next, record.end) : strings.short(stream, &next, record.end)
        formats[stream.number(record.start, 2)] = NumberText.style(ofFormat: code)
      case 0xE0:
        let format = stream.number(record.start + 2, 2)
        styles.append(formats[format] ?? NumberText.style(ofBuiltIn: format))
      case 0xFC: texts = strings.shared(stream, record, &place)
      default: break
      }
    }
    self.strings = strings
    sheetNames = sheets.map(\.name)
    starts = sheets.map(\.start)
    let visible = sheets.indices.filter { sheets[$0].isVisible }
    visibleSheets = visible.isEmpty ? Array(sheets.indices) : visible
  }

  func rows(ofSheet place: Int) throws(FileFailure) -> [CellRow] {
    guard let first = XLSRecord(stream, at: starts[place]), first.id == XLSRecord.beginning else {
      throw FileFailure(path: name, reason: "its sheet \(sheetNames[place]) is missing")
    }
    var cells = XLSCells()
    var next = first.next
    while let record = XLSRecord(stream, at: next), record.id != XLSRecord.end {
      next = record.next
      take(record, into: &cells)
    }
    return cells.rows()
  }

  private func take(_ record: XLSRecord, into cells: inout XLSCells) {
    let start = record.start
    let (row, column) = (stream.number(start, 2), stream.number(start + 2, 2))
    switch record.id {
    case 0x203: cells.add(row, column, number(double(start + 6), stream.number(start + 4, 2)))
    case 0x27E: cells.add(row, column, number(packed(start + 6), stream.number(start + 4, 2)))
    case 0xBD:
      var (place, column) = (start + 4, column)
      while place + 8 <= record.end {
        cells.add(row, column, number(packed(place + 2), stream.number(place, 2)))
        place += 6
        column += 1
      }
    case 0xFD:
      let text = stream.number(start + 6, 4)
      cells.add(row, column, texts.indices.contains(text) ? texts[text] : "")
    case 0x204, 0xD6:
      var next = start + 6
      cells.add(row, column, strings.long(stream, &next, record.end))
    case 0x06: takeFormula(record, row, column, into: &cells)
    case 0x207:
      // What a formula says stands behind it.
      var next = start
      cells.addPending(strings.long(stream, &next, record.end))
    case 0x205 where stream.number(start + 7, 1) == 0:
      cells.add(row, column, stream.number(start + 6, 1) == 0 ? "FALSE" : "TRUE")
    case 0x205: cells.add(row, column, "#N/A")
    default: break
    }
  }

  private func takeFormula(_ record: XLSRecord, _ row: Int, _ column: Int, into cells: inout XLSCells) {
    let start = record.start
    guard stream.number(start + 12, 2) == 0xFFFF else {
      cells.add(row, column, number(double(start + 6), stream.number(start + 4, 2)))
      return
    }
    switch stream.number(start + 6, 1) {
    case 0: cells.pend(row, column)
    case 1: cells.add(row, column, stream.number(start + 8, 1) == 0 ? "FALSE" : "TRUE")
    case 2: cells.add(row, column, "#N/A")
    default: break
    }
  }

  private func number(_ number: Double, _ style: Int) -> String {
    numbers.text(number, styles.indices.contains(style) ? styles[style] : .number)
  }

  private func double(_ place: Int) -> Double {
    Double(bitPattern: UInt64(stream.number(place, 4)) | UInt64(stream.number(place + 4, 4)) << 32)
  }

  /// A number in four bytes: a whole one or the upper half of a binary one, perhaps times a hundred.
  private func packed(_ place: Int) -> Double {
    let bits = UInt32(truncatingIfNeeded: stream.number(place, 4))
    let value =
      bits & 2 != 0
      ? Double(Int32(bitPattern: bits) >> 2) : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? value / 100 : value
  }
}

/// A record of the stream.
struct XLSRecord {
  let id: Int
  /// Where its content begins and ends.
  let start, end: Int
  /// Where the next one begins.
  var next: Int { end }

  /// The record at a place; nil at the end of the stream.
  init?(_ stream: [UInt8], at place: Int) {
    guard place >= 0, place + 4 <= stream.count else { return nil }
    id = stream.number(place, 2)
    start = place + 4
    end = start + stream.number(place + 2, 2)
    guard end <= stream.count else { return nil }
  }

  static let beginning = 0x809
  static let end = 0x0A
  static let goingOn = 0x3C
}

/// How an XLS writes texts.
struct XLSStrings {
  /// Whether they are Unicode, as from Excel 97 on.
  let isWide: Bool
  /// What bytes mean where they are not.
  var codePage = 1252

  init(isWide: Bool) { self.isWide = isWide }

  /// A text with its length in one byte.
  func short(_ stream: [UInt8], _ place: inout Int, _ end: Int) -> String {
    let count = stream.number(place, 1)
    place += 1
    return text(stream, &place, end, count)
  }

  /// A text with its length in two bytes.
  func long(_ stream: [UInt8], _ place: inout Int, _ end: Int) -> String {
    let count = stream.number(place, 2)
    place += 2
    return text(stream, &place, end, count)
  }

  private func text(_ stream: [UInt8], _ place: inout Int, _ end: Int, _ count: Int) -> String {
    guard isWide else {
      let bytes = Array(stream[min(place, end)..<min(place + count, end)])
      place += count
      let known = codePage == 1200 ? nil : CodePage.decode(bytes, from: "CP\(codePage)")
      return String(decoding: known ?? CodePage.western(bytes), as: UTF8.self).trimmedOfBlanks
    }
    let flags = stream.number(place, 1)
    place += 1
    if flags & 8 != 0 { place += 2 }
    if flags & 4 != 0 { place += 4 }
    return characters(stream, &place, end, count, isDouble: flags & 1 != 0).trimmedOfBlanks
  }

  private func characters(
    _ stream: [UInt8], _ place: inout Int, _ end: Int, _ count: Int, isDouble: Bool
  ) -> String {
    let size = isDouble ? 2 : 1
    let there = max(0, min(count, (end - place) / size))
    let units = (0..<there).map { UInt16(stream.number(place + $0 * size, size)) }
    place += there * size
    return String(decoding: units, as: UTF16.self)
  }

  /// The texts that cells share; they go on in the records behind the first one, and may be cut at its end.
  func shared(_ stream: [UInt8], _ record: XLSRecord, _ next: inout Int) -> [String] {
    var parts = [(record.start + 8, record.end)]
    while let more = XLSRecord(stream, at: next), more.id == XLSRecord.goingOn {
      parts.append((more.start, more.end))
      next = more.next
    }
    let count = stream.number(record.start + 4, 4)
    var reading = SharedReading(stream: stream, parts: parts)
    var texts: [String] = []
    texts.reserveCapacity(min(count, 1 << 20))
    while texts.count < count, let text = reading.next() { texts.append(text.trimmedOfBlanks) }
    return texts
  }
}

/// Goes through texts that stand in several records.
private struct SharedReading {
  let stream: [UInt8]
  let parts: [(start: Int, end: Int)]
  private var part = 0
  private var place: Int

  init(stream: [UInt8], parts: [(Int, Int)]) {
    self.stream = stream
    self.parts = parts.map { (start: $0.0, end: $0.1) }
    place = parts.first?.0 ?? 0
  }

  mutating func next() -> String? {
    settle()
    guard part < parts.count else { return nil }
    var count = number(2)
    var isDouble = false
    let flags = number(1)
    isDouble = flags & 1 != 0
    let runs = flags & 8 != 0 ? number(2) : 0
    let extra = flags & 4 != 0 ? number(4) : 0
    var units: [UInt16] = []
    while count > 0, part < parts.count {
      let size = isDouble ? 2 : 1
      let there = min(count, (parts[part].end - place) / size)
      for _ in 0..<there {
        units.append(UInt16(stream.number(place, size)))
        place += size
      }
      count -= there
      if count > 0 {
        // The rest begins the next record, and says anew how wide its characters are.
        part += 1
        guard part < parts.count else { break }
        place = parts[part].start
        isDouble = number(1) & 1 != 0
      }
    }
    skip(runs * 4 + extra)
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func settle() {
    while part < parts.count, place >= parts[part].end {
      part += 1
      if part < parts.count { place = parts[part].start }
    }
  }

  private mutating func number(_ count: Int) -> Int {
    defer { place += count }
    return stream.number(place, count)
  }

  private mutating func skip(_ count: Int) {
    var left = count
    while left > 0, part < parts.count {
      let there = min(left, parts[part].end - place)
      place += there
      left -= there
      settle()
    }
  }
}

/// The cells of a sheet while they come in.
private struct XLSCells {
  private var cells: [(row: Int, column: Int, text: String)] = []
  private var pending: (row: Int, column: Int)?

  mutating func add(_ row: Int, _ column: Int, _ text: String) {
    if !text.isEmpty { cells.append((row, column, text)) }
  }

  /// A formula whose text comes behind it.
  mutating func pend(_ row: Int, _ column: Int) { pending = (row, column) }

  mutating func addPending(_ text: String) {
    if let pending { add(pending.row, pending.column, text) }
    pending = nil
  }

  /// The rows that are not empty.
  func rows() -> [CellRow] {
    var rows: [CellRow] = []
    var row = CellRow()
    for cell in cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
      if row.number != cell.row + 1 {
        if row.number > 0 { rows.append(row) }
        row.removeAll()
        row.number = cell.row + 1
      }
      while row.count < cell.column { row.append("") }
      if row.count == cell.column { row.append(cell.text) }
    }
    if row.number > 0 { rows.append(row) }
    return rows
  }
}
