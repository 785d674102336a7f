/// Reads one data set of an SDMX-ML message, generic or of its structure, of series or flat.
final class SDMXMLDataSet {
  private typealias Pair = (name: String, text: String)

  private var builder: SDMXRowsBuilder
  private let dimensionAtObservation: String
  private let isCrossSectional: Bool
  private let isDeletion: Bool

  private var path: [String] = []
  private var pairs: [Pair] = []
  private var keyPairs: [Pair] = []
  private var observation: [SDMXRowsBuilder.Cell] = []
  private var observationLine = 0
  private var series: (line: Int, rowsBefore: Int)?
  private var group: [Pair] = []
  private var groupKey: [Pair] = []
  /// An attribute of several values: its id, and the values.
  private var complex: (id: String, values: [String], isEnglish: Bool)?
  private var sections: [[Pair]] = []

  /// What stands in a data set's own attributes that is no concept.
  private static let own: Set<String> = [
    "structureRef", "type", "dataScope", "action", "schemaLocation", "setID", "datasetID", "keyFamilyURI",
    "validFromDate", "validToDate", "publicationYear", "publicationPeriod", "reportingBeginDate",
    "reportingEndDate",
    "dataProviderID", "dataProviderSchemeAgencyId", "dataProviderSchemeId", "dataflowID", "dataflowAgencyID",
    "noNamespaceSchemaLocation",
  ]

  init(
    _ attributes: [XMLAttribute], header: SDMXHeader, structure: SDMXHeader.Structure?,
    known: KnownStructures.Structure?, isCrossSectional: Bool
  ) {
    builder = SDMXRowsBuilder(structure: known)
    dimensionAtObservation = structure?.dimensionAtObservation ?? SDMXConcepts.time
    self.isCrossSectional = isCrossSectional
    builder.rows.name = structure?.reference?.id ?? ""
    builder.rows.publisher = header.sender
    builder.rows.published = header.published
    let action = attributes["action"] ?? header.action ?? ""
    isDeletion = action.lowercased() == "delete"
    if isDeletion { builder.dataSetCells.append((builder.actionColumn(), action)) }
    for attribute in attributes where !attribute.hasPrefix && !SDMXMLDataSet.own.contains(attribute.name) {
      builder.dataSetCells.append((builder.column(attribute.name, .attribute), attribute.value))
    }
  }

  func start(_ name: String, _ attributes: [XMLAttribute], line: Int) {
    defer { path.append(name) }
    if isCrossSectional {
      startSection(name, attributes, line)
      return
    }
    switch name {
    case "Series":
      series = (line, builder.count)
      builder.seriesCells = cells(attributes, inObservation: false)
    case "Obs":
      observationLine = line
      observation = cells(attributes, inObservation: true)
    case "SeriesKey", "ObsKey", "GroupKey", "Attributes": pairs = []
    case "ObsDimension":
      let column = builder.column(attributes["id"] ?? dimensionAtObservation, .dimension)
      observation.append((column, attributes["value"] ?? ""))
    case "ObsValue": observation.append((builder.figureColumn(), attributes["value"] ?? ""))
    case "Comp": complex = (attributes["id"] ?? "", [], false)
    case "Value" where complex == nil:
      if let id = attributes["id"] ?? attributes["concept"] { pairs.append((id, attributes["value"] ?? "")) }
    case "Text":
      // Of one text in several languages the English one is kept, or else the first.
      complex?.isEnglish = (attributes["lang"] ?? "en") == "en"
    case "Value", "Time", "StructuredText", "Annotations", "Annotation": break
    default:
      // Groups are called `Group` or `Atts`, and by names of their own in version 2.0.
      guard path.isEmpty else { break }
      group = attributes.filter { !$0.hasPrefix }.map { ($0.name, $0.value) }
      groupKey = []
    }
  }

  func end(_ name: String, text: String, line: Int) {
    if !path.isEmpty { path.removeLast() }
    if isCrossSectional {
      if !sections.isEmpty { sections.removeLast() }
      return
    }
    switch name {
    case "SeriesKey":
      builder.seriesCells += pairs.map { (builder.column($0.name, .dimension), $0.text) }
    case "ObsKey":
      observation += pairs.map { (builder.column($0.name, .dimension), $0.text) }
    case "GroupKey": groupKey = pairs
    case "Attributes": takeAttributes()
    case "Time": observation.append((builder.column(SDMXConcepts.time, .dimension), text))
    case "Text":
      if let values = complex?.values, !text.isEmpty {
        if values.isEmpty || path.last != "Value" || complex?.isEnglish == true {
          complex?.values.append(text)
        }
      }
    case "Value": if !text.isEmpty { complex?.values.append(text) }
    case "Comp": takeComplex()
    case "Obs":
      builder.addRow(observation, line: observationLine)
      observation = []
    case "Series": endSeries()
    default: if path.isEmpty { endGroup() }
    }
  }

  /// All rows of the data set.
  func finished() -> Rows { builder.finished() }

  private func cells(_ attributes: [XMLAttribute], inObservation: Bool) -> [SDMXRowsBuilder.Cell] {
    var cells: [SDMXRowsBuilder.Cell] = []
    cells.reserveCapacity(attributes.count)
    for attribute in attributes {
      if attribute.hasPrefix || attribute.name == "action" {
        if attribute.name == "action" { cells.append((builder.actionColumn(), attribute.value)) }
        continue
      }
      let part = part(attribute.name, inObservation: inObservation)
      cells.append((builder.column(attribute.name, part), attribute.value))
    }
    return cells
  }

  private func part(_ name: String, inObservation: Bool) -> SDMXRowsBuilder.Part {
    if name == dimensionAtObservation || SDMXConcepts.isTime(name) { return .dimension }
    if inObservation, SDMXConcepts.isFigure(name) { return .figure }
    if builder.hasStructure || SDMXConcepts.isAttribute(name) { return .attribute }
    return inObservation && series != nil ? .attribute : .dimension
  }

  private func takeAttributes() {
    let cells = pairs.map { (column: builder.column($0.name, .attribute), text: $0.text) }
    switch path.last {
    case "Obs": observation += cells
    case "Series": builder.seriesCells += cells
    case "Group": group = pairs
    default: builder.dataSetCells += cells
    }
  }

  private func takeComplex() {
    guard let complex else { return }
    self.complex = nil
    let inObservation = path.last == "Obs"
    let text = complex.values.joined(separator: ";")
    let isFigure = inObservation && SDMXConcepts.isFigure(complex.id)
    let cell = (column: builder.column(complex.id, isFigure ? .figure : .attribute), text: text)
    switch path.last {
    case "Obs": observation.append(cell)
    case "Series": builder.seriesCells.append(cell)
    case nil: builder.dataSetCells.append(cell)
    default: group.append((complex.id, text))
    }
  }

  private func endSeries() {
    // Of a series that is deleted as a whole nothing but its key is there.
    if let series, series.rowsBefore == builder.count, isDeletion { builder.addRow([], line: series.line) }
    series = nil
    builder.seriesCells = []
  }

  private func endGroup() {
    if groupKey.isEmpty {
      builder.groups.add(mixed: group)
    } else {
      let key = groupKey.map { (column: builder.column($0.name, .dimension), text: $0.text) }
      builder.groups.add(key: key, attributes: group.map { (builder.column($0.name, .attribute), $0.text) })
    }
    (group, groupKey) = ([], [])
  }

  /// Cross sections of version 2.0: what has a `value` is a figure, called as its measure.
  private func startSection(_ name: String, _ attributes: [XMLAttribute], _ line: Int) {
    let own = attributes.filter { !$0.hasPrefix }
    sections.append(own.filter { $0.name != "value" }.map { ($0.name, $0.value) })
    guard let figure = own["value"] else { return }
    var cells: [SDMXRowsBuilder.Cell] = [(builder.figureColumn(), figure)]
    if name != "Obs" { cells.append((builder.column(SDMXConcepts.measure, .dimension), name)) }
    for pair in sections.joined() {
      let part: SDMXRowsBuilder.Part = SDMXConcepts.isAttribute(pair.name) ? .attribute : .dimension
      cells.append((builder.column(pair.name, part), pair.text))
    }
    builder.addRow(cells, line: line)
  }
}
