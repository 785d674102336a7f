import ChisoDiagnostics
import ChisoModel

/// PX, the format of PC-Axis: a cube with its variables in stub and heading, in one language or several.
package struct PXFormat: FileFormat {
  package init() {}

  package func recognizes(_ beginning: ArraySlice<UInt8>, named name: String) -> Bool {
    let text = String(decoding: beginning.prefix(1 << 13), as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let keywords = [
      "CHARSET=", "AXIS-VERSION=", "CODEPAGE=", "LANGUAGE=", "MATRIX=", "CREATION-DATE=", "SUBJECT-",
    ]
    return keywords.contains { start.hasPrefix($0) }
      && (text.contains("\nSTUB") || text.contains("\nHEADING") || text.contains("MATRIX="))
  }

  package func read(_ bytes: ByteStream, _ context: ReadingContext) throws(FileFailure) -> FileContent {
    let file = try PXFile(PXFormat.decoded(try bytes.takeAll()), name: bytes.name)
    let cube = try PXCube(file, name: bytes.name)
    return FileContent(format: "PX", dataSets: [try cube.rows(file, name: bytes.name, context)])
  }

  /// The text as UTF-8: by its bytes where they are UTF-8, else by `CODEPAGE`, else as code page 1252.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil {
      return bytes.starts(with: TextFile.mark) ? Array(bytes.dropFirst(TextFile.mark.count)) : bytes
    }
    let key = Array("CODEPAGE=\"".utf8)
    if let place = bytes.prefix(1 << 12).firstRange(of: key) {
      let name = bytes[place.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
      if let text = CodePage.decode(bytes, from: String(decoding: name, as: UTF8.self)) { return text }
    }
    return CodePage.western(bytes)
  }
}

/// The variables of a PX file, and its cells as rows.
private struct PXCube {
  private struct Variable {
    var name: String
    var column: Rows.Column
    /// What each value is called in the rows: its code, or its period.
    var codes: [String]
    /// What a period is said to be besides: provisional.
    var statuses: [String]
    /// The texts of the values in the file's own language.
    var texts: [String]
  }

  private var variables: [Variable] = []
  private let stubCount: Int

  init(_ file: PXFile, name: String) throws(FileFailure) {
    let (stub, heading) = (file.list("STUB") ?? [], file.list("HEADING") ?? [])
    stubCount = stub.count
    let languages = [""] + (file.list("LANGUAGES") ?? []).filter { $0 != file.text("LANGUAGE") }
    for (place, variable) in (stub + heading).enumerated() {
      guard let values = file.list("VALUES", variable) ?? file.list("CODES", variable), !values.isEmpty else {
        throw FileFailure(path: name, reason: "it names no values of its variable \(variable)")
      }
      let names = languages.map { language in
        let list =
          place < stub.count
          ? file.list("STUB", language: language) : file.list("HEADING", language: language)
        let own = place < stub.count ? place : place - stub.count
        return list.flatMap { own < $0.count ? $0[own] : nil } ?? variable
      }
      variables.append(PXCube.variable(file, variable, values, Array(zip(languages, names))))
    }
    guard !variables.isEmpty else {
      throw FileFailure(path: name, reason: "it names no variables in STUB or HEADING")
    }
    // A variable whose values are all periods is time where no other is said to be.
    if !variables.contains(where: { $0.column.role == .period }),
      let time = variables.firstIndex(where: { $0.texts.allSatisfy { HeaderPeriod($0) != nil } })
    {
      PXCube.makeTime(&variables[time], nil)
    }
  }

  private static func variable(
    _ file: PXFile, _ name: String, _ values: [String], _ names: [(language: String, name: String)]
  ) -> Variable {
    let codes = file.list("CODES", name).flatMap { $0.count == values.count ? $0 : nil } ?? values
    var labels: [String: String] = [:]
    var texts: [[String: String]] = values.map { _ in [:] }
    for (language, own) in names {
      let shown = language.isEmpty ? file.text("LANGUAGE") ?? "en" : language
      labels[shown] = own
      let list = file.list("VALUES", own, language: language) ?? (language.isEmpty ? values : [])
      for (place, text) in list.enumerated() where place < texts.count && text != codes[place] {
        texts[place][shown] = text
      }
    }
    let total = file.text("ELIMINATION", name).flatMap { text in
      values.firstIndex(of: text).map { codes[$0] } ?? (codes.contains(text) ? text : nil)
    }
    let list = Codelist(
      file.text("DOMAIN", name) ?? name, labels: labels,
      codes: zip(codes, texts).map { Code($0, labels: $1) }, total: total)
    let isContents = file.text("CONTVARIABLE") == name
    var variable = Variable(
      name: name,
      column: Rows.Column(
        file.text("VARIABLECODE", name) ?? name, isContents ? .indicator : .dimension, labels: labels,
        codelist: list),
      codes: codes, statuses: values.map { _ in "" }, texts: values)
    if let times = file.list("TIMEVAL", name) { makeTime(&variable, times) }
    return variable
  }

  /// Makes a variable that of time, by what `TIMEVAL` says of it: `TLIST(A1`, and the periods.
  private static func makeTime(_ variable: inout Variable, _ times: [String]?) {
    variable.column.role = .period
    variable.column.codelist = nil
    let frequency = times?.first?.split(separator: "(").last?.first.map(String.init) ?? ""
    let listed = Array((times ?? []).dropFirst()).filter { $0 != ")" }
    let isListed = listed.count == variable.codes.count && !listed.contains("-")
    for place in variable.codes.indices {
      let written = isListed ? period(listed[place], frequency) : nil
      let read =
        written.flatMap { HeaderPeriod($0) } ?? HeaderPeriod(variable.texts[place])
        ?? HeaderPeriod(period(variable.codes[place], frequency) ?? variable.codes[place])
      variable.codes[place] = read?.text ?? variable.texts[place]
      variable.statuses[place] = HeaderPeriod(variable.texts[place])?.status ?? read?.status ?? ""
    }
  }

  /// `20241` of quarters is `2024-Q1`, `202401` of months `2024-01`; nil for what is written otherwise.
  private static func period(_ text: String, _ frequency: String) -> String? {
    let (year, rest) = (text.prefix(4), text.dropFirst(4))
    guard !rest.isEmpty, rest.allSatisfy(\.isNumber), year.allSatisfy(\.isNumber) else { return text }
    switch frequency {
    case "Q": return "\(year)-Q\(rest)"
    case "H": return "\(year)-S\(rest)"
    case "M": return "\(year)-\(rest)"
    case "W": return "\(year)-W\(rest)"
    default: return text
    }
  }

  /// A row for each cell.
  func rows(_ file: PXFile, name: String, _ context: ReadingContext) throws(FileFailure) -> Rows {
    var rows = described(file)
    let values = Rows.Column("DATA", .figure)
    rows.columns = variables.map(\.column) + [values]
    let figure = variables.count
    let hasStatus = variables.contains { $0.statuses.contains { !$0.isEmpty } }
    if hasStatus { rows.columns.append(Rows.Column("STATUS", .attribute(.status))) }
    let unit = Units(file, variables.first { $0.column.role == .indicator }.map { ($0.name, $0.texts) })
    rows.columns.append(Rows.Column("UNITS", .attribute(.unit)))
    rows.columns.append(Rows.Column("DECIMALS", .attribute(.decimals)))
    let contents = variables.firstIndex { $0.column.role == .indicator }
    var lines = LineNumbers()
    let sizes = variables.map(\.codes.count)
    let isSparse = file.keys.contains { $0.name == "KEYS" }
    var cells = PXCells(file)
    let block = sizes[stubCount...].reduce(1, *)
    var place = 0
    func add(_ cell: ArraySlice<UInt8>, _ codes: [Int]) {
      for (variable, code) in codes.enumerated() {
        rows.columns[variable].cells.append(variables[variable].codes[code])
      }
      rows.columns[figure].cells.append(cell)
      var next = figure + 1
      if hasStatus {
        rows.columns[next].cells.append(
          codes.indices.lazy.map { variables[$0].statuses[codes[$0]] }.first { !$0.isEmpty } ?? "")
        next += 1
      }
      let value = contents.map { codes[$0] }
      rows.columns[next].cells.append(unit.unit(value))
      rows.columns[next + 1].cells.append(unit.decimals(value))
      lines.append(cells.line)
    }
    var key: [Int] = []
    while let cell = cells.next() {
      if isSparse, key.count < stubCount {
        key.append(try self.key(cell, key.count, name, cells.line))
        place = 0
        continue
      }
      guard isSparse ? place < block : place < sizes.reduce(1, *) else {
        throw FileFailure(
          path: name, reason: "line \(cells.line) has a cell too many: its variables have \(place)")
      }
      add(cell, (isSparse ? key : []) + codes(place, isSparse ? Array(sizes[stubCount...]) : sizes))
      place += 1
      if isSparse, place == block { key = [] }
      if place % 65_536 == 0, !context.goesOn(0, 0) {
        throw FileFailure(path: name, reason: "it was stopped")
      }
    }
    let expected = sizes.reduce(1, *)
    guard isSparse || place == expected else {
      throw FileFailure(path: name, reason: "it is cut off: it has \(place) cells of \(expected)")
    }
    rows.places = .lines(lines)
    return rows
  }

  private func key(_ cell: ArraySlice<UInt8>, _ variable: Int, _ name: String, _ line: Int)
    throws(FileFailure) -> Int
  {
    let text = String(decoding: cell, as: UTF8.self)
    let own = variables[variable]
    if let place = own.codes.firstIndex(of: text) ?? own.texts.firstIndex(of: text) { return place }
    throw FileFailure(
      path: name, reason: "line \(line) has the key \(text), which is no value of \(own.name)")
  }

  /// Which value of each variable a cell is of; the last one changes fastest.
  private func codes(_ place: Int, _ sizes: [Int]) -> [Int] {
    var rest = place
    var codes = [Int](repeating: 0, count: sizes.count)
    for variable in sizes.indices.reversed() {
      codes[variable] = rest % sizes[variable]
      rest /= sizes[variable]
    }
    return codes
  }

  private func described(_ file: PXFile) -> Rows {
    var rows = Rows()
    rows.name = file.text("MATRIX") ?? ""
    rows.hasDecimalComma = false
    rows.publisher = file.text("SOURCE")
    for key in file.keys where key.name == "CONTENTS" && key.subjects.isEmpty {
      let language = key.language.isEmpty ? file.text("LANGUAGE") ?? "en" : key.language
      guard var text = file.values[key]?.first else { continue }
      while let last = text.last, last == "," || last == " " { text.removeLast() }
      rows.labels[language] = text
    }
    let updated = file.keys.first { $0.name == "LAST-UPDATED" }.flatMap { file.values[$0]?.first }
    rows.published = (updated ?? file.text("CREATION-DATE")).flatMap { text in
      let digits = text.prefix(8)
      guard digits.count == 8, let day = Int(digits) else { return nil }
      return CivilDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
    }
    return rows
  }
}

/// The units and decimals of the values of a content variable.
private struct Units {
  private var units: [String] = []
  private var decimals: [String] = []
  private let unit: String
  private let decimal: String

  init(_ file: PXFile, _ contents: (name: String, texts: [String])?) {
    unit = file.text("UNITS") ?? ""
    decimal = file.text("DECIMALS") ?? ""
    for text in contents?.texts ?? [] {
      units.append(file.text("UNITS", text) ?? unit)
      decimals.append(file.text("PRECISION", contents?.name ?? "", text) ?? decimal)
    }
  }

  func unit(_ value: Int?) -> String { value.map { units[$0] } ?? unit }
  func decimals(_ value: Int?) -> String { value.map { decimals[$0] } ?? decimal }
}
