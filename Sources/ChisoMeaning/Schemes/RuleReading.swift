import ChisoModel
import ChisoPlugin

/// What a rule of types is told of one argument.
enum RuleSlot: Hashable, Sendable {
  /// An argument whose type is one of these, whatever is given.
  case known([SeriesType], name: String)
  /// A figure or truth value of which nothing is known.
  case open(name: String)
  /// An argument that is no value.
  case fixed(ArgumentType)
  /// A unit, a period, a text or a word that will be given: some of those that can be.
  case given([ArgumentType])
}

/// What a rule of types says of arguments that are not all known: it is asked with units made up for the purpose, one
/// of each category, and what holds for all it accepts is taken to hold. A rule treats units of one category alike and
/// refuses nothing for what a type leaves open; its contract says so.
struct RuleReading: Sendable {
  /// A product of powers of what the arguments measure.
  struct Formula: Hashable, Sendable {
    var constant = Dimensionality.dimensionless
    var exponents: [Int: Int] = [:]
  }

  /// What is known of an argument, or of the result.
  struct Fact: Sendable {
    /// What it measures; nil where that does not follow from the arguments.
    var dimension: Formula?
    /// Figures or truth values; nil where it can be either.
    var sort: SortSolver.Sort?
    /// The argument that it is of one sort with.
    var sortOf: Int?
    /// Its unit, where that is always the same.
    var unit: UnitOfMeasure?
  }

  /// For each argument what it must be.
  var arguments: [Fact]
  /// What comes out.
  var result: Fact

  /// Nothing is known.
  static func nothing(arguments: Int) -> RuleReading {
    RuleReading(arguments: Array(repeating: Fact(), count: arguments), result: Fact())
  }
}

extension RuleReading {
  /// Asks `rule`; throws what it says where all is known and nothing of it is accepted.
  init(_ rule: TypeRule, _ slots: [RuleSlot]) throws(FunctionError) {
    let samples = RuleReading.samples(for: slots)
    let count = samples.reduce(1) { $0.multipliedReportingOverflow(by: $1.count).partialValue }
    self = .nothing(arguments: slots.count)
    guard (1...4096).contains(count) else { return }
    var accepted: [(arguments: [ArgumentType], result: SeriesType)] = []
    var refusal: FunctionError?
    var places = Array(repeating: 0, count: slots.count)
    for _ in 0..<count {
      let arguments = zip(samples, places).map { $0[$1] }
      do throws(FunctionError) {
        accepted.append((arguments, try rule(arguments)))
      } catch {
        if refusal == nil { refusal = error }
      }
      for place in places.indices {
        places[place] += 1
        if places[place] < samples[place].count { break }
        places[place] = 0
      }
    }
    guard !accepted.isEmpty else {
      // Made-up units say nothing to a person, and what is given may be what nobody thought of.
      if let refusal, slots.allSatisfy(\.isKnown) { throw refusal }
      return
    }
    let dimensions = accepted.map { $0.arguments.map(\.dimension) }
    for place in slots.indices where !slots[place].isKnown {
      arguments[place].dimension = RuleReading.formula(
        for: dimensions.map { $0[place] }, dimensions, places: 0..<place, mayBeOne: true)
      arguments[place].sort = RuleReading.common(accepted.map { $0.arguments[place].sort })
    }
    result.dimension = RuleReading.formula(
      for: accepted.map(\.result.unit.dimensionality), dimensions, places: slots.indices, mayBeOne: false)
    result.sort = RuleReading.common(accepted.map { $0.result.isBoolean ? .truth : .figure })
    if result.sort == nil {
      result.sortOf = slots.indices.first { place in
        accepted.allSatisfy { $0.arguments[place].sort == ($0.result.isBoolean ? .truth : .figure) }
      }
    }
    result.unit = RuleReading.common(accepted.map(\.result.unit))
    if result.unit?.dimensionality.terms.contains(where: { $0.name.hasPrefix(madeUp) }) == true {
      result.unit = nil
    }
  }

  /// What all are, if they are all the same.
  private static func common<Value: Hashable>(_ values: [Value?]) -> Value? {
    guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The simplest product of what the arguments at `places` measure that is `targets` in every case.
  private static func formula(
    for targets: [Dimensionality], _ dimensions: [[Dimensionality]], places: Range<Int>, mayBeOne: Bool
  ) -> Formula? {
    var candidates: [[Int: Int]] = [[:]] + places.map { [$0: 1] }
    if !mayBeOne {
      for place in places {
        candidates += places.filter { $0 != place }.map { [place: 1, $0: -1] }
        candidates += places.filter { $0 > place }.map { [place: 1, $0: 1] }
        candidates.append([place: -1])
      }
    }
    for exponents in candidates {
      let rest = zip(targets, dimensions).map { target, arguments in
        exponents.reduce(target) { $0.quotient(arguments[$1.key].power($1.value)) }
      }
      guard let constant = common(rest), !constant.terms.contains(where: { $0.name.hasPrefix(madeUp) })
      else { continue }
      return Formula(constant: constant, exponents: exponents)
    }
    return nil
  }
}

// The samples.
extension RuleReading {
  private static func samples(for slots: [RuleSlot]) -> [[ArgumentType]] {
    let open = slots.count { if case .open = $0 { true } else { false } }
    var units: [UnitOfMeasure] = [.one, .percent, .points, .rank, .status]
    units += ["year", "month"].compactMap { UnitTable.builtIn.unitOfMeasure($0) }
    for index in 0..<open {
      let count = UnitOfMeasure(.counting("\(madeUp)count \(index)"))
      let money = UnitOfMeasure(.currency("\(madeUp)currency \(index)"))
      let measure = "\(madeUp)measure \(index)"
      units += [
        count, money, money.divided(by: count),
        UnitOfMeasure(NamedUnit(measure, category: .physical, dimensionality: Dimensionality(measure))),
      ]
    }
    for case .known(let types, _) in slots {
      for unit in types.map(\.unit) where !unit.isDimensionless {
        units += [unit, unit.withScale(unit.scale + 3), unit.inverted, unit.raised(to: 2)]
      }
    }
    return slots.map { slot in
      switch slot {
      case .known(let types, let name): types.map { .series($0, name: name) }
      case .fixed(let argument): [argument]
      case .given(let arguments): arguments
      case .open(let name):
        units.map { .series(SeriesType(unit: $0), name: name) } + [.series(.boolean, name: name)]
      }
    }
  }
}

/// How the names of units begin that are made up; no name of the language does.
private let madeUp = "\u{1}"

extension RuleSlot {
  fileprivate var isKnown: Bool {
    switch self {
    case .known, .fixed: true
    case .open, .given: false
    }
  }
}

extension ArgumentType {
  fileprivate var dimension: Dimensionality {
    switch self {
    case .series(let type, _): type.unit.dimensionality
    case .unit(let unit): unit.dimensionality
    case .period, .text, .word: .dimensionless
    }
  }

  fileprivate var sort: SortSolver.Sort? {
    series.map { $0.isBoolean ? .truth : .figure }
  }
}
