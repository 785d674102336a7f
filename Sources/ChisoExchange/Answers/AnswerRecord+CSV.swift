import ChisoModel

extension AnswerRecord {
  /// The names of the columns, by SDMX where it has one: `TIME_PERIOD`, `OBS_VALUE`, `REF_AREA`.
  public var csvColumns: [String] {
    var columns = ["EXPRESSION", "TIME_PERIOD"]
    if case .observations(_, let dimensions, _, _) = content { columns += dimensions.map(sdmxName) }
    return columns + ["OBS_VALUE", "LOWER", "UPPER"] + (hasOpenEnds ? ["OPEN_ENDS"] : [])
      + ["UNIT_MEASURE", "OBS_STATUS", "ROLE", "SOURCE", "PUBLISHED"]
  }

  /// Whether a figure cannot be one of its bounds itself: `> 20`.
  private var hasOpenEnds: Bool {
    guard case .observations(_, _, .number, let observations) = content else { return false }
    return observations.contains { !$0.interval.openEnds.isEmpty }
  }

  /// A row for each observation, in the order of `csvColumns`; several sources are separated by spaces.
  public var csvRows: [[String]] {
    switch content {
    case .observations(let unit, let dimensions, let values, let observations):
      observations.map { [hasOpenEnds] in csvRow(of: $0, in: unit, dimensions, values, hasOpenEnds) }
    case .value(let unit, let value, let interval):
      [
        [expression, "", value.plainText] + bounds(interval, of: Double(value.plainText)) + [
          unit ?? "", "", "", "", "",
        ]
      ]
    }
  }

  /// The columns and all rows as the text of a file that is read where nobody knows the sources in `files`, each made for
  /// the figures of a file that names none: what they say, or have a part in, names no source, and OBS_COMMENT says the
  /// files and whoever else has.
  ///
  /// - Parameter goesOn: Asked now and then: whether to go on.
  /// - Returns: The text; nil where it was left.
  public func csvFile(withoutSourcesOf files: [String: String], goesOn: () -> Bool) -> String? {
    guard case .observations(let unit, let dimensions, let values, let observations) = content else {
      return ([csvColumns] + csvRows).map(csvFileRow).joined()
    }
    func comment(_ observation: Observation) -> String? {
      guard observation.sources.contains(where: { files[$0] != nil }) else { return nil }
      return observation.sources.map { files[$0] ?? $0 }.joined(separator: " ")
    }
    let hasOpenEnds = hasOpenEnds
    let isCommented = !files.isEmpty && observations.contains { comment($0) != nil }
    var text = csvFileRow(csvColumns + (isCommented ? ["OBS_COMMENT"] : []))
    for (place, observation) in observations.enumerated() {
      if place % 4096 == 0, !goesOn() { return nil }
      guard isCommented else {
        text += csvFileRow(csvRow(of: observation, in: unit, dimensions, values, hasOpenEnds))
        continue
      }
      var observation = observation
      let comment = comment(observation)
      if comment != nil { observation.sources = [] }
      text += csvFileRow(
        csvRow(of: observation, in: unit, dimensions, values, hasOpenEnds) + [comment ?? ""])
    }
    return text
  }

  private func csvRow(
    of observation: Observation, in unit: String, _ dimensions: [String], _ values: ValueKind,
    _ hasOpenEnds: Bool
  ) -> [String] {
    let value = observation.value.map(values.text)
    let hasBounds = values == .number
    return [expression, observation.period?.description ?? ""]
      + dimensions.map { observation.key[$0] ?? "" }
      + [
        value ?? ""
      ] + bounds(hasBounds ? observation.interval : nil, of: observation.value)
      + (hasOpenEnds ? [observation.interval.openEnds.words] : []) + [
        values == .number ? unit : "",
        observation.quality.codes, observation.quality.role.rawValue,
        observation.sources.joined(separator: " "), observation.published?.description ?? "",
      ]
  }

  /// Lower and upper end, as they are read back; nothing where a side is open.
  private func bounds(_ interval: Interval?, of value: Double?) -> [String] {
    guard let interval else { return ["", ""] }
    if interval.isExact { return [NumberFormat.plain(interval.lower), NumberFormat.plain(interval.upper)] }
    let value = value ?? interval.representative ?? 0
    let lower = NumberFormat.plain(lower: interval.lower, of: value)
    let upper = NumberFormat.plain(upper: interval.upper, of: value)
    return [
      interval.lower.isFinite
        ? NumberFormat.exactText(lower, of: interval.lower, isUpper: false) : "",
      interval.upper.isFinite ? NumberFormat.exactText(upper, of: interval.upper, isUpper: true) : "",
    ]
  }
}

extension Interval.OpenEnds {
  /// The ends by their columns: `LOWER`, `UPPER`, `LOWER UPPER`.
  fileprivate var words: String {
    [contains(.lower) ? "LOWER" : "", contains(.upper) ? "UPPER" : ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension Quality {
  /// The codes of SDMX for the status and for what the figure cannot be compared with: `E`, `B`, `E B`.
  var codes: String {
    let flags = (isBreak ? ["B"] : []) + (hasDifferentDefinition ? ["D"] : [])
    return (status == .normal && !flags.isEmpty ? flags : [status.rawValue] + flags).joined(separator: " ")
  }
}

extension AnswerRecord.ValueKind {
  fileprivate func text(_ value: Double) -> String {
    switch self {
    case .number: NumberFormat.plain(value)
    case .truth: value != 0 ? "true" : "false"
    case .words(let unit): unit.word(for: value) ?? ""
    }
  }
}

/// The name that SDMX has for a dimension: `REF_AREA` for `area`.
func sdmxName(_ dimension: String) -> String {
  switch dimension {
  case "area": "REF_AREA"
  case "source": "CLAIM_SOURCE"
  case "published": "AS_PUBLISHED"
  default: dimension.uppercased()
  }
}

extension JSONValue {
  /// The value as it stands in a cell: texts without quotes, nothing for null.
  public var plainText: String {
    switch self {
    case .string(let text): text
    case .null: ""
    default: text
    }
  }
}
