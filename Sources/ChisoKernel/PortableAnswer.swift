public import ChisoModel

/// An answer in plain values that any encoder writes and any decoder reads: units, periods and days as text, what is not
/// known as nothing.
///
/// For example, with Foundation's encoder:
///
///     let answer = try kernel.evaluate("share(digital_economy, gdp, 2025)")
///     try JSONEncoder().encode(answer.portable)
public struct PortableAnswer: Codable, Hashable, Sendable {
  /// A number, a truth value or a text.
  public enum Value: Hashable, Sendable {
    /// A number in the unit of the answer.
    case number(Double)
    /// A truth value.
    case truth(Bool)
    /// A text; of figures that are statuses, the letter.
    case text(String)
  }

  /// One figure.
  public struct Figure: Codable, Hashable, Sendable {
    /// The period or day that it is of, as the language writes it: `2024-Q3`.
    public var period: String?
    /// Its place on the other dimensions: `area` to `VN`.
    public var codes: [String: String]
    /// The value; nil where it is missing, and where the figure is known by its bounds alone.
    public var value: Value?
    /// What it is at least, where that is known and the value is a number.
    public var lower: Double?
    /// What it is at most, where that is known and the value is a number.
    public var upper: Double?
    /// Whether it is never the lower bound itself: `> 20`.
    public var isLowerOpen: Bool
    /// Whether it is never the upper bound itself: `< 20`.
    public var isUpperOpen: Bool
    /// How good it is, as the letter of SDMX.
    public var status: ObservationStatus
    /// Whether it is reported or a target.
    public var role: Role
    /// Whether the series breaks here.
    public var isBreak: Bool
    /// Whether the definition differs here.
    public var hasDifferentDefinition: Bool
    /// Whether a figure that somebody supposed was used.
    public var isGiven: Bool
    /// The names of the sources that it comes from.
    public var sources: [String]
    /// The day when it became known: `2025-02-06`.
    public var published: String?
  }

  /// What is worth knowing about an answer.
  public struct Remark: Codable, Hashable, Sendable {
    /// Its stable name.
    public var id: String
    /// A sentence.
    public var message: String
  }

  /// The expression in canonical form.
  public var expression: String
  /// The unit of the values and bounds; nil where they are no numbers.
  public var unit: String?
  /// The figures, in the order of the answer; a number or text without observations behind it is one without a source.
  public var figures: [Figure]
  /// What is worth knowing about it.
  public var notes: [Remark]
}

extension PortableAnswer.Value: Codable {
  /// Reads a number, a truth value or a text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// Writes the value alone.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .truth(let truth): try container.encode(truth)
    case .text(let text): try container.encode(text)
    }
  }
}

extension Answer {
  /// The answer in plain values, to be written in whatever form.
  public var portable: PortableAnswer {
    if case .text(let text) = kind {
      return PortableAnswer(
        expression: expression, unit: nil,
        figures: [.init(Observation.none, value: .text(text), holdsNumbers: false)],
        notes: portableNotes)
    }
    let holdsNumbers = !type.isBoolean && !type.unit.isWorded
    return PortableAnswer(
      expression: expression, unit: holdsNumbers ? type.unit.description : nil,
      figures: observations.map { .init($0, value: $0.value.map(portable), holdsNumbers: holdsNumbers) },
      notes: portableNotes)
  }

  private var portableNotes: [PortableAnswer.Remark] { notes.map { .init(id: $0.id, message: $0.message) } }

  private func portable(_ value: Double) -> PortableAnswer.Value {
    if type.isBoolean { return .truth(value != 0) }
    guard let word = type.unit.word(for: value) else { return .number(value) }
    return .text(word)
  }
}

extension Observation {
  /// What a text is: of no period, and said by nobody.
  fileprivate static let none = Observation(value: nil, interval: .unbounded)
}

extension PortableAnswer.Figure {
  init(_ observation: Observation, value: PortableAnswer.Value?, holdsNumbers: Bool) {
    period = observation.period?.description
    codes = observation.key.codes.reduce(into: [:]) { $0[$1.dimension] = $1.code }
    self.value = value
    if holdsNumbers {
      lower = observation.interval.lower.isFinite ? observation.interval.lower : nil
      upper = observation.interval.upper.isFinite ? observation.interval.upper : nil
    }
    isLowerOpen = holdsNumbers && observation.interval.isLowerOpen
    isUpperOpen = holdsNumbers && observation.interval.isUpperOpen
    status = observation.quality.status
    role = observation.quality.role
    isBreak = observation.quality.isBreak
    hasDifferentDefinition = observation.quality.hasDifferentDefinition
    isGiven = observation.quality.isGiven
    sources = observation.sources
    published = observation.published?.description
  }
}

/// Why there is no answer, in plain values.
public struct PortableDiagnostic: Codable, Hashable, Sendable {
  /// The stable name of the message: `incompatible-units`.
  public var id: String
  /// `error` or `warning`.
  public var severity: String
  /// One sentence.
  public var message: String
  /// Where it is about something in the text, in bytes of UTF-8 from its beginning.
  public var start: Int
  /// The end of that, in the same measure.
  public var end: Int
  /// Ways out, best first.
  public var hints: [String]
}

extension EvaluationError {
  /// What is wrong in plain values, to be written in whatever form.
  public var portable: [PortableDiagnostic] {
    diagnostics.map { diagnostic in
      PortableDiagnostic(
        id: diagnostic.id, severity: diagnostic.severity.rawValue, message: diagnostic.message,
        start: Int(diagnostic.span.start), end: Int(diagnostic.span.end),
        hints: diagnostic.hints.map(\.message))
    }
  }
}
