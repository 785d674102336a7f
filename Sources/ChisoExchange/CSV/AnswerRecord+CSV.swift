import ChisoModel

extension AnswerRecord {
  /// The names of the columns, by SDMX where it has one: `TIME_PERIOD`, `OBS_VALUE`, `REF_AREA`.
  public var csvColumns: [String] {
    var columns = ["EXPRESSION", "TIME_PERIOD"]
    if case .observations(_, let dimensions, _, _) = content { columns += dimensions.map(sdmxName) }
    return columns + [
      "OBS_VALUE", "LOWER", "UPPER", "UNIT_MEASURE", "OBS_STATUS", "ROLE", "SOURCE", "PUBLISHED",
    ]
  }

  /// A row for each observation, in the order of `csvColumns`; several sources are separated by spaces.
  public var csvRows: [[String]] {
    switch content {
    case .observations(let unit, let dimensions, let values, let observations):
      return observations.map { observation in
        let value = observation.value.map(values.text)
        let hasBounds = values == .number && observation.value != nil
        return [expression, observation.period?.description ?? ""]
          + dimensions.map { observation.codes[$0] ?? "" }
          + [
            value ?? "", hasBounds ? bound(observation.interval.lower) : "",
            hasBounds ? bound(observation.interval.upper) : "", values == .number ? unit : "",
            observation.quality.status.rawValue, observation.quality.role.rawValue,
            observation.sources.joined(separator: " "), observation.published?.description ?? "",
          ]
      }
    case .value(let unit, let value):
      return [[expression, "", value.plainText, "", "", unit ?? "", "", "", "", ""]]
    }
  }

  /// The columns and all rows, as a table that is read where nobody knows the sources in `files`, each made for the
  /// figures of a file that names none: what only they say names no source, and OBS_COMMENT says the file.
  public func csvTable(withoutSourcesOf files: [String: String]) -> [[String]] {
    guard case .observations(let unit, let dimensions, let values, var observations) = content else {
      return [csvColumns] + csvRows
    }
    var comments = [String](repeating: "", count: observations.count)
    for (place, observation) in observations.enumerated() {
      let paths = observation.sources.compactMap { files[$0] }
      guard !paths.isEmpty, paths.count == observation.sources.count else { continue }
      observations[place].sources = []
      comments[place] = paths.joined(separator: " ")
    }
    guard comments.contains(where: { !$0.isEmpty }) else { return [csvColumns] + csvRows }
    var record = self
    record.content = .observations(
      unit: unit, dimensions: dimensions, values: values, observations)
    return [record.csvColumns + ["OBS_COMMENT"]] + zip(record.csvRows, comments).map { $0 + [$1] }
  }

  private func bound(_ value: Double) -> String { value.isFinite ? NumberFormat.plain(value) : "" }
}

extension AnswerRecord.ValueKind {
  fileprivate func text(_ value: Double) -> String {
    switch self {
    case .number: NumberFormat.plain(value)
    case .truth: value != 0 ? "true" : "false"
    case .status: ObservationStatus(value: value)?.rawValue ?? ""
    }
  }
}

/// The name that SDMX has for a dimension: `REF_AREA` for `area`.
private func sdmxName(_ dimension: String) -> String {
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
