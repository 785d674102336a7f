/// Why a unit cannot be declared: another one stands in the way.
public struct UnitClash: Error, Hashable, Sendable {
  /// The unit that was to be declared.
  public let declared: NamedUnit
  /// The unit that has its name, symbol or prefixed form; nil where that is a scale word.
  public let existing: NamedUnit?
  /// The text that would be read in two ways.
  public let text: String
}

/// The units that are known by name; a value, which grows by declarations.
public struct UnitTable: Sendable {
  private var units: [NamedUnit] = []
  /// Each unit by itself, so that whoever reads its name need not put it together.
  private var wholes: [UnitOfMeasure] = []
  private var indices: [String: Int] = [:]
  private var prefixed: [String: UnitOfMeasure.Factor] = [:]

  /// A table without units.
  public init() {}

  /// Every unit, in the order of declaration.
  public var all: [NamedUnit] { units }

  /// The unit with this name or symbol, with a prefix where it takes one: `USD`, `%`, `MW`.
  public func unit(named name: some StringProtocol) -> UnitOfMeasure.Factor? {
    let name = String(name)
    if let index = indices[name] { return UnitOfMeasure.Factor(units[index]) }
    return prefixed[name]
  }

  /// The unit that a name without prefix stands for: `USD`, `%`.
  public func unitOfMeasure(named name: String) -> UnitOfMeasure? { indices[name].map { wholes[$0] } }

  /// Adds a unit. The same unit again adds its labels; one that would make a text ambiguous is refused.
  public mutating func declare(_ unit: NamedUnit) throws(UnitClash) {
    if let index = indices[unit.name], units[index] == unit {
      return try addLabels(of: unit, at: index)
    }
    let texts = [unit.name] + (unit.symbol.map { [$0] } ?? [])
    for text in texts + prefixedForms(of: unit).map(\.text) {
      if ScaleWord.exponent(of: text) != nil {
        throw UnitClash(declared: unit, existing: nil, text: text)
      }
      if let existing = self.unit(named: text) {
        throw UnitClash(declared: unit, existing: existing.unit, text: text)
      }
    }
    add(unit)
  }

  /// Adds a unit that stands in no other's way.
  mutating func add(_ unit: NamedUnit) {
    indices[unit.name] = units.count
    if let symbol = unit.symbol { indices[symbol] = units.count }
    for form in prefixedForms(of: unit) { prefixed[form.text] = form.factor }
    units.append(unit)
    wholes.append(UnitOfMeasure(unit))
  }

  private mutating func addLabels(of unit: NamedUnit, at index: Int) throws(UnitClash) {
    let labels = units[index].labels
    guard unit.labels.allSatisfy({ labels[$0.key] == nil || labels[$0.key] == $0.value }) else {
      throw UnitClash(declared: unit, existing: units[index], text: unit.name)
    }
    units[index] = units[index].withLabels(labels.merging(unit.labels) { old, _ in old })
    wholes[index] = UnitOfMeasure(units[index])
  }

  private func prefixedForms(of unit: NamedUnit) -> [(text: String, factor: UnitOfMeasure.Factor)] {
    guard unit.takesPrefixes else { return [] }
    var forms: [(text: String, factor: UnitOfMeasure.Factor)] = []
    for prefix in Prefix.allCases {
      for text in [unit.symbol, unit.name].compactMap({ $0 }) {
        forms.append((prefix.symbol + text, UnitOfMeasure.Factor(unit, prefix: prefix)))
      }
    }
    return forms
  }
}
