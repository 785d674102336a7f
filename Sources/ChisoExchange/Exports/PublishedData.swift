package import ChisoModel

/// Figures as they are published in the formats of others: a data set with its dimensions, their codes and what is said of each
/// figure.
///
/// For example: `PublishedData(record, id: "gdp", title: "GDP", prepared: today, codelists: [:])?.sdmxCSV`.
package struct PublishedData: Sendable {
  /// A dimension other than time.
  struct Dimension: Sendable {
    /// Its concept: `REF_AREA`.
    var id: String
    var label: String
    /// The codes that figures have, in their order.
    var codes: [String]
    /// What they are called, by language.
    var codelist: Codelist?
  }

  /// The code of the data set: capitals, digits and `_`.
  let id: String
  /// The indicator that the figures are of, as it is called here.
  let indicator: String
  /// What it is called.
  let title: String
  /// The day on which the data set is written.
  let prepared: CivilDate
  /// The unit without its scale word, and the power of ten that this stands for.
  let unit: String
  let multiplier: Int
  let dimensions: [Dimension]
  let observations: [Observation]
  private let names: [String]

  /// The figures of a record; nil where it holds none.
  ///
  /// - Parameters:
  ///   - id: What the data set is called; signs that a code cannot have become `_`.
  ///   - title: What people call it.
  ///   - prepared: The day on which it is written.
  ///   - codelists: What the codes of dimensions stand for, by the names of these.
  package init?(
    _ record: AnswerRecord, id: String, title: String, prepared: CivilDate, codelists: [String: Codelist]
  ) {
    guard case .observations(let unit, let dimensions, .number, let observations) = record.content else {
      return nil
    }
    let folded = LegalName.folding(id, prefix: "DATA").uppercased()
    self.id = folded
    indicator = id
    self.title = title
    self.prepared = prepared
    (self.unit, multiplier) = PublishedData.parted(unit)
    self.observations = observations
    names = dimensions
    self.dimensions = dimensions.map { name in
      var seen: Set<String> = []
      let codes = observations.compactMap { $0.key[name] }.filter { seen.insert($0).inserted }
      let list = codelists[name]
      return Dimension(id: sdmxName(name), label: list?.labels["en"] ?? name, codes: codes, codelist: list)
    }
  }

  /// Whether there is a figure, and each has its period.
  package var hasPeriods: Bool { !observations.isEmpty && observations.allSatisfy { $0.period != nil } }

  /// `billion VND` is `VND` and 9.
  private static func parted(_ unit: String) -> (String, Int) {
    for (word, power) in [("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)] {
      if unit == word { return ("ratio", power) }
      if unit.hasPrefix(word + " ") { return (String(unit.dropFirst(word.count + 1)), power) }
    }
    return (unit, 0)
  }

  /// The names of the columns that say something of a figure beside its key.
  var attributes: [String] {
    [
      "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "LOWER", "UPPER", "OPEN_ENDS", "OBS_ROLE",
      "SOURCE",
      "PUBLISHED",
    ]
  }

  /// The code of a figure on each dimension; empty where it has none.
  func codes(of observation: Observation) -> [String] { names.map { observation.key[$0] ?? "" } }

  /// The figure itself as a text; empty where it is missing.
  func value(of observation: Observation) -> String { observation.value.map { NumberFormat.plain($0) } ?? "" }

  /// The period in the spelling of SDMX; empty where there is none.
  func period(of observation: Observation) -> String { observation.period?.description ?? "" }

  /// How often the period comes: `A`, `Q`.
  func frequency(of observation: Observation) -> String { observation.period?.frequency.code ?? "_Z" }

  /// What is said of a figure, in the order of `attributes`.
  func attributes(of observation: Observation) -> [String] {
    let value = value(of: observation)
    let decimals = value.firstIndex(of: ".").map { value.distance(from: $0, to: value.endIndex) - 1 } ?? 0
    let ends = observation.interval.openEnds
    return [
      observation.isMissing ? "M" : observation.quality.codes, unit, "\(multiplier)",
      value.isEmpty || value.contains("e") ? "" : "\(decimals)", bound(observation.interval.lower),
      bound(observation.interval.upper),
      [ends.contains(.lower) ? "LOWER" : "", ends.contains(.upper) ? "UPPER" : ""].filter { !$0.isEmpty }
        .joined(separator: " "),
      observation.quality.role.rawValue, observation.sources.joined(separator: " "),
      observation.published?.description ?? "",
    ]
  }

  private func bound(_ end: Double) -> String { end.isFinite ? "\(NumberFormat.plain(end))" : "" }
}
