import ChisoDiagnostics
import ChisoModel

/// JSON-stat 1 and 2: cubes whose cells stand in one list, or by their places in it.
struct JSONStatFormat: FileFormat {
  func recognizes(_ beginning: ArraySlice<UInt8>, named name: String) -> Bool {
    let text = String(decoding: beginning.prefix(1 << 14), as: UTF8.self)
    guard text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) == "{" else { return false }
    if text.contains("\"class\"") && (text.contains("\"dataset\"") || text.contains("\"collection\"")) {
      return true
    }
    return text.contains("\"dimension\"") || (text.contains("\"dataset\"") && text.contains("\"label\""))
  }

  func read(_ bytes: ByteStream, _ context: ReadingContext) throws(FileFailure) -> FileContent {
    let whole = try JSONReader.value(try bytes.takeAll(), name: bytes.name)
    var dataSets: [Rows] = []
    for (name, value) in JSONStatFormat.dataSets(in: whole, named: "") {
      let cube = try JSONStatCube(value, named: name, in: bytes.name)
      dataSets.append(cube.rows)
    }
    guard !dataSets.isEmpty else {
      throw FileFailure(
        path: bytes.name, reason: "it is JSON, and holds no data set of JSON-stat that has figures",
        wayOut: "ask the service for the data set itself, not for a list of links")
    }
    let version =
      whole["version"]?.textOrDigits ?? (whole["dimension"] == nil && whole["link"] == nil ? "1" : "2")
    return FileContent(format: "JSON-stat \(version.prefix(1))", dataSets: dataSets)
  }

  /// The data sets of a response: itself, those of a collection, or each member of a bundle.
  private static func dataSets(in value: JSONValue, named name: String) -> [(String, JSONValue)] {
    if value["dimension"] != nil, value["value"] != nil { return [(name, value)] }
    if let items = value["link"]?["item"]?.elements, !items.isEmpty {
      return items.flatMap { dataSets(in: $0, named: $0["extension"]?["datasetid"]?.textOrDigits ?? "") }
    }
    if let inner = value["dataset"] { return dataSets(in: inner, named: name) }
    return value.members.filter { $0.name != "link" }.flatMap { dataSets(in: $0.value, named: $0.name) }
  }
}

/// A data set of JSON-stat while it is made into rows.
private struct JSONStatCube {
  private(set) var rows = Rows()
  private let value: JSONValue
  private let file: String
  private var dimensions: [JSONStatDimension] = []
  private var extensions: [[String: String]] = []

  init(_ value: JSONValue, named name: String, in file: String) throws(FileFailure) {
    self.value = value
    self.file = file
    rows.name = value["extension"]?["px"]?["tableid"]?.textOrDigits ?? (name == "dataset" ? "" : name)
    if let label = value["label"]?.textOrDigits, !label.isEmpty { rows.labels = ["en": label] }
    rows.publisher = value["source"]?.textOrDigits
    // Some services say the end of all time.
    rows.published = value["updated"]?.textOrDigits.flatMap { CivilDate(String($0.prefix(10))) }.flatMap {
      $0.year < 2200 ? $0 : nil
    }
    rows.hasDecimalComma = false
    try readDimensions()
    try readCells()
  }

  private mutating func readDimensions() throws(FileFailure) {
    let owner = value["dimension"] ?? .null
    let ids = (value["id"] ?? owner["id"])?.elements.compactMap(\.textOrDigits) ?? []
    let sizes = (value["size"] ?? owner["size"])?.elements.compactMap(\.wholeNumber) ?? []
    let roles = value["role"] ?? owner["role"] ?? .null
    guard !ids.isEmpty, ids.count == sizes.count else {
      throw FileFailure(path: file, reason: "its data set names no dimensions, or not the size of each")
    }
    func has(_ role: String, _ id: String) -> Bool {
      roles[role]?.elements.contains { $0.textOrDigits == id } ?? false
    }
    dimensions = zip(ids, sizes).map { id, size in
      JSONStatDimension(
        id, owner[id] ?? .null, size: size, isTime: has("time", id), isMetric: has("metric", id))
    }
    if !dimensions.contains(where: \.isTime),
      let place = dimensions.firstIndex(where: \.looksLikeTime)
    {
      dimensions[place].isTime = true
    }
    for dimension in dimensions {
      guard dimension.codes.count == dimension.size else {
        throw FileFailure(
          path: file,
          reason:
            "its dimension \(dimension.id) has \(dimension.codes.count) codes and the size \(dimension.size)")
      }
    }
  }

  private mutating func readCells() throws(FileFailure) {
    var count = 1
    for dimension in dimensions {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: dimension.size)
      guard !isTooLarge, product <= 1 << 28 else {
        throw FileFailure(path: file, reason: "its cube has more than \(1 << 28) cells")
      }
      count = product
    }
    rows.columns = dimensions.map(\.column)
    rows.columns.append(Rows.Column("value", .figure))
    rows.columns.append(Rows.Column("status", .attribute(.status)))
    let metric = dimensions.firstIndex { $0.isMetric }
    let hasUnits = metric.map { !dimensions[$0].units.isEmpty } ?? false
    if hasUnits { rows.columns.append(Rows.Column("unit", .attribute(.unit))) }
    let hasDecimals = metric.map { !dimensions[$0].decimals.isEmpty } ?? false
    if hasDecimals { rows.columns.append(Rows.Column("decimals", .attribute(.decimals))) }
    // What Chiso says of figures, for which the format has no place of its own.
    extensions = ["LOWER", "UPPER", "OPEN_ENDS", "OBS_ROLE"].compactMap { name in
      guard case .object(let members)? = value["extension"]?[name] else { return nil }
      rows.columns.append(Rows.Column(name, SDMXConcepts.role(ofAttribute: name)))
      return Dictionary(
        members.map { ($0.name, $0.value.textOrDigits ?? "") }, uniquingKeysWith: { first, _ in first })
    }
    let values = value["value"] ?? .null
    let status = value["status"] ?? .null
    if case .object(let members) = values {
      let statuses = Dictionary(
        status.members.map { ($0.name, $0.value.textOrDigits ?? "") }, uniquingKeysWith: { first, _ in first }
      )
      for (place, cell) in members {
        guard let index = Int(place), (0..<count).contains(index) else {
          throw FileFailure(path: file, reason: "it has a cell `\(place)`, and there are \(count)")
        }
        append(index, cell, statuses[place] ?? status.textOrDigits ?? "", metric, hasUnits, hasDecimals)
      }
      return
    }
    let cells = values.elements
    guard cells.count == count else {
      throw FileFailure(path: file, reason: "it has \(cells.count) figures for \(count) cells")
    }
    let listed = status.elements
    let named = Dictionary(
      status.members.map { ($0.name, $0.value.textOrDigits ?? "") }, uniquingKeysWith: { first, _ in first })
    for index in cells.indices {
      let own =
        index < listed.count
        ? listed[index].textOrDigits : named.isEmpty ? status.textOrDigits : named[String(index)]
      append(index, cells[index], own ?? "", metric, hasUnits, hasDecimals)
    }
  }

  private mutating func append(
    _ index: Int, _ cell: JSONValue, _ status: String, _ metric: Int?, _ hasUnits: Bool, _ hasDecimals: Bool
  ) {
    var rest = index
    var (metricCode, status) = ("", status)
    for place in dimensions.indices.reversed() {
      let dimension = dimensions[place]
      let code = dimension.codes[rest % dimension.size]
      rest /= dimension.size
      let period = dimension.isTime ? dimension.periodText(code) : nil
      if status.isEmpty, let said = period?.status { status = said }
      rows.columns[place].cells.append(period?.text ?? code)
      if place == metric { metricCode = code }
    }
    for (place, told) in extensions.enumerated() {
      rows.columns[rows.columns.count - extensions.count + place].cells.append(told[String(index)] ?? "")
    }
    let next = dimensions.count
    rows.columns[next].cells.append(cell.textOrDigits ?? "")
    rows.columns[next + 1].cells.append(status)
    guard let metric else { return }
    if hasUnits { rows.columns[next + 2].cells.append(dimensions[metric].units[metricCode] ?? "") }
    if hasDecimals {
      rows.columns[next + (hasUnits ? 3 : 2)].cells.append(
        dimensions[metric].decimals[metricCode].map(String.init) ?? "")
    }
  }
}

/// A dimension of a cube of JSON-stat.
private struct JSONStatDimension {
  let id: String
  let size: Int
  var isTime: Bool
  let isMetric: Bool
  private(set) var codes: [String] = []
  private(set) var units: [String: String] = [:]
  private(set) var decimals: [String: Int] = [:]
  private let label: String
  private let codelist: Codelist
  private let labels: [String: String]

  init(_ id: String, _ value: JSONValue, size: Int, isTime: Bool, isMetric: Bool) {
    self.id = id
    self.size = size
    self.isTime = isTime
    self.isMetric = isMetric
    label = value["label"]?.textOrDigits ?? id
    let category = value["category"] ?? .null
    let names = category["label"] ?? .null
    switch category["index"] {
    case .array(let list)?: codes = list.compactMap(\.textOrDigits)
    case .object(let members)?:
      codes = members.sorted { ($0.value.wholeNumber ?? 0) < ($1.value.wholeNumber ?? 0) }.map(\.name)
    default: codes = names.members.map(\.name)
    }
    var labels: [String: String] = [:]
    for member in names.members { labels[member.name] = member.value.textOrDigits }
    self.labels = labels
    var parents: [String: String] = [:]
    for member in (category["child"] ?? .null).members {
      for child in member.value.elements.compactMap(\.textOrDigits) { parents[child] = member.name }
    }
    for member in (category["unit"] ?? .null).members {
      let words = ["label", "base", "symbol"].compactMap { member.value[$0]?.textOrDigits }.filter {
        !$0.isEmpty
      }
      if !words.isEmpty { units[member.name] = words.joined(separator: " ") }
      if let count = member.value["decimals"]?.wholeNumber { decimals[member.name] = count }
    }
    codelist = Codelist(
      id, labels: ["en": label],
      codes: codes.map { code in
        Code(code, labels: labels[code].map { ["en": $0] } ?? [:], parent: parents[code])
      })
  }

  /// Whether its name or its codes are those of time, where no role says so.
  var looksLikeTime: Bool {
    let names: Set<String> = [
      "time", "year", "years", "period", "date", "quarter", "month", "năm", "tid", "tempo",
    ]
    if names.contains(id.lowercased()) || names.contains(label.lowercased()) { return true }
    return !codes.isEmpty && codes.allSatisfy { periodText($0) != nil }
  }

  /// What the period of a code is called: the code itself, or its label where that is the period; and the status that
  /// stands beside it, as in `Prel. 2024`.
  func periodText(_ code: String) -> HeaderPeriod? {
    (labels[code].flatMap { HeaderPeriod($0) }) ?? HeaderPeriod(code)
  }

  /// The column of the dimension, without cells.
  var column: Rows.Column {
    Rows.Column(
      id, isTime ? .period : isMetric ? .indicator : .dimension, labels: ["en": label],
      codelist: isTime ? nil : codelist)
  }
}
