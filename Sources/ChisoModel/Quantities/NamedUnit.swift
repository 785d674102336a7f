/// A unit that has a name of its own: `USD`, `account`, `percent`, `W`, `month`.
public struct NamedUnit: Sendable {
  /// What kind of unit it is; decides what may be done with it.
  public enum Category: Hashable, Sendable, CaseIterable {
    /// A plain number: `ratio`.
    case number
    /// `percent`.
    case percent
    /// Percentage points: `pp`.
    case points
    /// A place in a list: `rank`.
    case rank
    /// A letter for how good a figure is, kept as its rank: `status`.
    case status
    /// A word for how things stand with a target, kept as its rank: `target_state`.
    case targetState
    /// Money: `USD`.
    case currency
    /// A noun that is counted: `account`.
    case counting
    /// A unit of physics or information: `W`, `bit`.
    case physical
    /// A length of time: `month`.
    case time
  }

  /// The canonical name, which is read and printed.
  public var name: String { storage.name }
  /// The sign that people write, which is read too: `%`, `h`.
  public var symbol: String? { storage.symbol }
  /// What people call it, by language: `"vi": "tài khoản"`.
  public var labels: [String: String] { storage.labels }
  /// What kind of unit it is.
  public var category: Category { storage.category }
  /// What it measures.
  public var dimensionality: Dimensionality { storage.dimensionality }
  /// Its size in coherent units (seconds, metres, kilograms, bits, the currency or noun itself): percent is 0.01.
  public var factor: Double { storage.factor }
  /// Whether `k`, `M`, `G`, `T` may stand in front of it.
  public var takesPrefixes: Bool { storage.takesPrefixes }

  /// Units are passed around far more often than they are made, so the parts are shared.
  private let storage: Storage

  private final class Storage: Sendable {
    let name: String
    let symbol: String?
    let labels: [String: String]
    let category: Category
    let dimensionality: Dimensionality
    let factor: Double
    let takesPrefixes: Bool

    init(
      name: String, symbol: String?, labels: [String: String], category: Category,
      dimensionality: Dimensionality, factor: Double, takesPrefixes: Bool
    ) {
      self.name = name
      self.symbol = symbol
      self.labels = labels
      self.category = category
      self.dimensionality = dimensionality
      self.factor = factor
      self.takesPrefixes = takesPrefixes
    }
  }

  /// A unit; a factor that is not a positive number becomes 1.
  public init(
    _ name: String, symbol: String? = nil, labels: [String: String] = [:], category: Category,
    dimensionality: Dimensionality, factor: Double = 1, takesPrefixes: Bool = false
  ) {
    storage = Storage(
      name: name, symbol: symbol, labels: labels, category: category, dimensionality: dimensionality,
      factor: factor.isFinite && factor > 0 ? factor : 1, takesPrefixes: takesPrefixes)
  }

  /// The same unit with other labels.
  public func withLabels(_ labels: [String: String]) -> NamedUnit {
    NamedUnit(
      name, symbol: symbol, labels: labels, category: category, dimensionality: dimensionality,
      factor: factor,
      takesPrefixes: takesPrefixes)
  }

  /// A noun that is counted: `.counting("account", labels: ["vi": "tài khoản"])`.
  public static func counting(_ noun: String, labels: [String: String] = [:]) -> NamedUnit {
    NamedUnit(noun, labels: labels, category: .counting, dimensionality: Dimensionality(noun))
  }

  /// A currency by its ISO 4217 code.
  public static func currency(_ code: String, labels: [String: String] = [:]) -> NamedUnit {
    NamedUnit(code, labels: labels, category: .currency, dimensionality: Dimensionality(code))
  }

  /// The plain number by name.
  public static let ratio = NamedUnit("ratio", category: .number, dimensionality: .dimensionless)

  /// Hundredths, of something.
  public static let percent = NamedUnit(
    "percent", symbol: "%", labels: ["vi": "%"], category: .percent, dimensionality: .dimensionless,
    factor: 0.01)

  /// Percentage points: what lies between two percentages.
  public static let points = NamedUnit(
    "pp", labels: ["en": "percentage points", "vi": "điểm phần trăm"], category: .points,
    dimensionality: .dimensionless, factor: 0.01)

  /// A place in a list, where lower is better; a dimension of its own.
  public static let rank = NamedUnit(
    "rank", labels: ["vi": "hạng"], category: .rank, dimensionality: Dimensionality("rank"))

  /// How good a figure is: values are the ranks of `ObservationStatus`, shown as its letters; in no table of units.
  public static let status = NamedUnit(
    "status", category: .status, dimensionality: Dimensionality("status"))

  /// How things stand with a target: values are the ranks of `TargetState`, shown as its words; in no table of units.
  public static let targetState = NamedUnit(
    "target_state", category: .targetState, dimensionality: Dimensionality("target_state"))
}

extension NamedUnit: Hashable {
  /// Whether two units are the same one; labels are only presentation.
  public static func == (left: NamedUnit, right: NamedUnit) -> Bool {
    if left.storage === right.storage { return true }
    return left.name == right.name && left.factor == right.factor && left.category == right.category
      && left.dimensionality == right.dimensionality && left.symbol == right.symbol
      && left.takesPrefixes == right.takesPrefixes
  }

  /// Hashes the name, in which units differ.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}

extension NamedUnit: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
