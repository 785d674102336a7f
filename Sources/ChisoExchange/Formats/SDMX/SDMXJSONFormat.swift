import ChisoDiagnostics
import ChisoModel

/// SDMX-JSON 1 and 2: observations by series or flat, whose codes stand in lists beside them.
package struct SDMXJSONFormat: FileFormat {
  package init() {}

  package func recognizes(_ beginning: ArraySlice<UInt8>, named name: String) -> Bool {
    let text = String(decoding: beginning, as: UTF8.self)
    guard text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) == "{" else { return false }
    return text.contains("\"dataSets\"") || text.contains("sdmx-json") || text.contains("\"dataStructures\"")
      || (text.contains("\"structure\"") && text.contains("\"dimensions\"")
        && text.contains("\"observation\""))
      || (text.contains("\"structures\"") && text.contains("\"dimensions\"") && text.contains("\"sender\""))
  }

  package func read(_ bytes: ByteStream, _ context: ReadingContext) throws(FileFailure) -> FileContent {
    let whole = try JSONReader.value(try bytes.takeAll(), name: bytes.name)
    let data = whole["data"] ?? whole
    let structures = data["structures"]?.elements ?? data["structure"].map { [$0] } ?? []
    let header = whole["meta"] ?? whole["header"] ?? .null
    var rows: [Rows] = []
    for dataSet in data["dataSets"]?.elements ?? [] {
      let place = dataSet["structure"]?.wholeNumber ?? 0
      guard structures.indices.contains(place) else {
        throw FileFailure(
          path: bytes.name, reason: "its data set is of structure \(place), and there are \(structures.count)"
        )
      }
      var reading = SDMXJSONDataSet(structures[place], header)
      rows.append(reading.rows(of: dataSet))
    }
    guard !rows.isEmpty else {
      throw FileFailure(
        path: bytes.name, reason: "it is SDMX-JSON, and holds no data set", wayOut: "ask the service for data"
      )
    }
    return FileContent(format: whole["data"] == nil ? "SDMX-JSON 1" : "SDMX-JSON 2", dataSets: rows)
  }
}

/// A data set of SDMX-JSON while it is made into rows.
private struct SDMXJSONDataSet {
  /// A dimension or an attribute, with what its numbers stand for.
  private struct Component {
    var column: Int
    var values: [String]
    /// Where it stands in a whole key.
    var keyPosition: Int

    /// What a number, or a text in place of one, stands for.
    func text(_ value: JSONValue) -> String {
      if let number = value.wholeNumber, !values.isEmpty {
        return values.indices.contains(number) ? values[number] : ""
      }
      if case .array(let list) = value { return list.compactMap(\.textOrDigits).joined(separator: "; ") }
      return value.textOrDigits ?? ""
    }

    func text(_ number: Substring) -> String {
      Int(number).flatMap { values.indices.contains($0) ? values[$0] : nil } ?? ""
    }
  }

  private var builder = SDMXRowsBuilder(structure: nil)
  private var dimensions: [String: [Component]] = [:]
  private var attributes: [String: [Component]] = [:]
  private var measures: [Int] = []

  private static let levels = ["dataSet", "series", "observation"]

  init(_ structure: JSONValue, _ header: JSONValue) {
    builder.rows.published = header["prepared"]?.textOrDigits.flatMap(SDMXHeader.day)
    builder.rows.publisher =
      (header["sender"]?["name"]?.textOrDigits ?? header["sender"]?["id"]?.textOrDigits)
      .flatMap(SDMXHeader.sender)
    builder.rows.name = SDMXJSONDataSet.name(structure)
    builder.rows.labels = SDMXJSONDataSet.labels(structure)
    for level in SDMXJSONDataSet.levels {
      let list = structure["dimensions"]?[level]?.elements ?? []
      dimensions[level] = list.map { component($0, .dimension) }
    }
    let told = structure["measures"]?["observation"]?.elements ?? []
    for measure in told {
      let id = measure["id"]?.textOrDigits ?? SDMXConcepts.figure
      let column = builder.column(id, .figure)
      builder.rows.columns[column].labels = SDMXJSONDataSet.labels(measure)
      measures.append(column)
    }
    if measures.isEmpty { measures = [builder.figureColumn()] }
    for level in SDMXJSONDataSet.levels + ["dimensionGroup"] {
      let list = structure["attributes"]?[level]?.elements ?? []
      attributes[level] = list.map { component($0, .attribute) }
    }
  }

  mutating func rows(of dataSet: JSONValue) -> Rows {
    let action = dataSet["action"]?.textOrDigits ?? ""
    if ["replace", "delete"].contains(action.lowercased()) {
      builder.dataSetCells.append((builder.actionColumn(), action))
    }
    for dimension in dimensions["dataSet"] ?? [] {
      builder.dataSetCells.append((dimension.column, dimension.text("0")))
    }
    builder.dataSetCells += cells(dataSet["attributes"], "dataSet")
    for (key, values) in dataSet["dimensionGroupAttributes"]?.members ?? [] {
      addGroup(key, values)
    }
    for (key, series) in dataSet["series"]?.members ?? [] {
      builder.seriesCells = codes(key, "series") + cells(series["attributes"], "series")
      for (place, told) in series["observations"]?.members ?? [] { add(place, told) }
    }
    builder.seriesCells = []
    for (place, told) in dataSet["observations"]?.members ?? [] { add(place, told) }
    return builder.finished()
  }

  /// Adds the row of an observation: its figures stand first, and its attributes behind them.
  private mutating func add(_ key: String, _ told: JSONValue) {
    var row = codes(key, "observation")
    for (place, value) in told.elements.enumerated() {
      if place < measures.count {
        row.append((measures[place], value.textOrDigits ?? ""))
      } else if let own = attributes["observation"], own.indices.contains(place - measures.count),
        !value.isNull
      {
        let attribute = own[place - measures.count]
        row.append((attribute.column, attribute.text(value)))
      }
    }
    builder.addRow(row, line: builder.count + 1)
  }

  private func codes(_ key: String, _ level: String) -> [SDMXRowsBuilder.Cell] {
    zip(dimensions[level] ?? [], key.split(separator: ":", omittingEmptySubsequences: false)).map {
      ($0.column, $0.text($1))
    }
  }

  private func cells(_ values: JSONValue?, _ level: String) -> [SDMXRowsBuilder.Cell] {
    zip(attributes[level] ?? [], values?.elements ?? []).filter { !$1.isNull }.map {
      ($0.column, $0.text($1))
    }
  }

  /// What is said of all figures with some codes: a whole key, in which those that do not matter are empty.
  private mutating func addGroup(_ key: String, _ values: JSONValue) {
    let all = SDMXJSONDataSet.levels.flatMap { dimensions[$0] ?? [] }.sorted {
      $0.keyPosition < $1.keyPosition
    }
    let parts = key.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == all.count else { return }
    let codes = zip(all, parts).filter { !$1.isEmpty }.map { (column: $0.column, text: $0.text($1)) }
    builder.groups.add(key: codes, attributes: cells(values, "dimensionGroup"))
  }

  private mutating func component(_ value: JSONValue, _ part: SDMXRowsBuilder.Part) -> Component {
    let column = builder.column(value["id"]?.textOrDigits ?? "", part)
    builder.rows.columns[column].labels = SDMXJSONDataSet.labels(value)
    var codes: [Code] = []
    var texts: [String] = []
    for own in value["values"]?.elements ?? [] {
      let text =
        own["id"]?.textOrDigits ?? own["value"]?.textOrDigits ?? own["name"]?.textOrDigits ?? own.textOrDigits
      texts.append(text ?? "")
      guard own["id"] != nil, let text else { continue }
      codes.append(Code(text, labels: SDMXJSONDataSet.labels(own), parent: own["parent"]?.textOrDigits))
    }
    if part == .dimension, !codes.isEmpty, builder.rows.columns[column].role != .period {
      builder.rows.columns[column].codelist = Codelist(value["id"]?.textOrDigits ?? "", codes: codes)
    }
    return Component(column: column, values: texts, keyPosition: value["keyPosition"]?.wholeNumber ?? 0)
  }

  private static func labels(_ value: JSONValue) -> [String: String] {
    var labels: [String: String] = [:]
    for (language, text) in value["names"]?.members ?? [] { labels[language] = text.textOrDigits }
    if labels.isEmpty, let name = value["name"]?.textOrDigits { labels["en"] = name }
    return labels
  }

  /// The id of the structure or the dataflow that links name.
  private static func name(_ structure: JSONValue) -> String {
    let urns = structure["links"]?.elements.compactMap { $0["urn"]?.textOrDigits } ?? []
    return urns.lazy.compactMap { SDMXReference(urn: $0)?.id }.first ?? ""
  }
}
