import ChisoDiagnostics
import ChisoModel

// Which indicators a file has, in which unit, and what is to be declared for them.
extension ObservationMapping {
  /// Makes the group that a row is of, or finds the one that has the same code and unit.
  mutating func newGroup(_ row: Int) -> Int {
    let code = text(place.indicator, row)
    let unitText = text(place.unit, row)
    let title = text(place.title, row)
    var labels = labels(place.indicator, code)
    if labels.isEmpty, !title.isEmpty { labels = ["en": title] }
    if labels.isEmpty, place.indicator == nil { labels = rows.labels }
    let multiplier = multiplier(ofRow: row)
    let own = code.isEmpty ? (options.indicator ?? (rows.name.isEmpty ? stem : rows.name)) : code
    var guess = UnitText.guess(
      code: unitText.isEmpty ? nil : unitText, label: self.labels(place.unit, unitText)["en"],
      title: labels["en"] ?? labels.values.min() ?? own)
    // What no list of codes knows may be a unit of the language: `VND/USD`.
    if !unitText.isEmpty, !UnitText.isCode(unitText), let unit = names.units.unitOfMeasure(unitText),
      !unit.factors.isEmpty
    {
      let kind = unit.isCount ? "stock" : unit.isPercent ? "ratio" : guess.kind
      guess = UnitGuess(unit: unitText, scale: unit.scale, isAssumed: false, kind: kind)
    }
    let parts = unitText.isEmpty && guess.isAssumed ? IndicatorCode(code, area: constantArea) : nil
    if let parts {
      if guess.unit == "ratio" || labels.isEmpty { guess = parts.unit }
      if labels.isEmpty, let label = parts.label { labels = ["en": label] }
    }
    if let unit = options.unit {
      let scale = names.units.unitOfMeasure(unit)?.scale ?? 0
      guess = UnitGuess(unit: unit, scale: scale, isAssumed: false, base: nil, kind: guess.kind)
    }
    let known = knownIndicator(own, guess)
    if let place = groups.firstIndex(where: { $0.code == own && $0.guess.unit == guess.unit }) {
      return place
    }
    let (unit, name) = unit(of: guess, multiplier)
    groups.append(
      Group(
        code: own, unitText: unitText, guess: guess, unit: known?.unit ?? unit, unitName: name, label: labels,
        prices: parts?.prices, multiplier: multiplier, known: known))
    return groups.count - 1
  }

  /// The power of ten that the figure of a row is multiplied by, as the file says.
  func multiplier(ofRow row: Int) -> Int { ObservationMapping.multiplier(text(place.multiplier, row)) }

  /// The power of ten that a text says: `6`; 0 for anything else.
  static func multiplier(_ text: String) -> Int {
    guard let number = Int(text), (-30...30).contains(number) else { return 0 }
    return number
  }

  /// The code of the area that all figures are of; nil where there are several, or the file does not say.
  private var constantArea: String? {
    let column = place.dimensions.first { DimensionName.of(rows.columns[$0].name) == "area" }
    guard let column, rows.columns[column].cells.textCount == 1 else { return nil }
    return rows.columns[column].cells[0]
  }

  /// A declared indicator whose name somebody gave; a code of the file is none, since it may be of another country.
  private func knownIndicator(_ code: String, _ guess: UnitGuess) -> ObservationNames.Indicator? {
    guard options.indicator != nil, let known = names.indicators[code] else { return nil }
    guard let unit = names.units.unitOfMeasure(guess.unit) else { return guess.isAssumed ? known : nil }
    return UnitOfMeasure(scale: 0, factors: unit.factors).conversion(
      to: UnitOfMeasure(scale: 0, factors: known.unit.factors)) == nil ? nil : known
  }

  /// The unit of an indicator, with a scale word that figures of its size are told in; plain numbers where nobody knows it.
  private func unit(of guess: UnitGuess, _ multiplier: Int) -> (UnitOfMeasure, String) {
    if let stated = options.unit, let unit = names.units.unitOfMeasure(stated) { return (unit, stated) }
    let scale = guess.scale + multiplier
    let word = [3: "thousand ", 6: "million ", 9: "billion ", 12: "trillion "][scale] ?? ""
    for name in [word + guess.unit, guess.unit, "ratio"] {
      if let unit = names.units.unitOfMeasure(name) { return (unit, name) }
    }
    return (UnitOfMeasure(scale: 0, factors: []), "ratio")
  }

  /// What is to be declared for a group.
  func declaration(of group: Group, named name: String) -> IndicatorDeclaration {
    var unitName = group.unitName
    if group.hasPercent, group.guess.isAssumed { unitName = "percent" }
    let kind = group.guess.kind.flatMap(IndicatorKind.init(rawValue:)) ?? .ratio
    var labels = group.label
    if labels.isEmpty { labels = ["en": group.code] }
    var declaration = IndicatorDeclaration(
      name: name, labels: labels, unit: unitName, kind: kind, timing: .period, prices: group.prices,
      doc: "Unit and kind are assumed: the file does not say them.")
    if !group.guess.isAssumed { declaration.doc = nil }
    // What the file calls it is kept where its name here is another.
    if group.code != name, !group.code.isEmpty { declaration.code = group.code }
    return declaration
  }

  /// A legal name for each group, no two alike: its code, with its unit where several have one code.
  func namesOfGroups() -> [String] {
    var taken: Set<String> = []
    let repeated = Dictionary(grouping: groups.indices, by: { groups[$0].code }).filter { $1.count > 1 }
    return groups.map { group in
      // A code that is a mere number is called as its label.
      let isNumber = !group.code.isEmpty && group.code.allSatisfy(\.isNumber)
      let own = isNumber ? group.label["en"] ?? group.label.values.min() ?? group.code : group.code
      var name = LegalName.folding(own, prefix: stem)
      if repeated[group.code] != nil {
        let unit = group.unitText.isEmpty ? group.guess.unit : group.unitText
        name = LegalName.folding("\(name)_\(unit)", prefix: stem)
      }
      var candidate = name
      var number = 1
      while !taken.insert(candidate).inserted {
        number += 1
        candidate = "\(name)_\(number)"
      }
      return candidate
    }
  }
}
