/// The cells that are asked for: those of some time and of some codes. Whoever answers may give more, and never less.
public struct CellSelection: Hashable, Sendable {
  /// The codes of one dimension that are asked for.
  public struct Codes: Hashable, Sendable {
    /// The dimension: `area`.
    public var dimension: String
    /// Its codes in the order of the alphabet, each once: `VN-HN`, `VN-SG`.
    public var codes: [String]

    /// Some codes of a dimension.
    public init(dimension: String, codes: [String]) {
      self.dimension = dimension
      self.codes = Set(codes).sorted()
    }
  }

  /// By what somebody can choose cells.
  public struct Criteria: OptionSet, Hashable, Sendable {
    /// A bit for each.
    public let rawValue: UInt8

    /// Those whose bits are set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// By the time that they are of.
    public static let periods = Criteria(rawValue: 1)
    /// By their codes on other dimensions.
    public static let codes = Criteria(rawValue: 2)
  }

  /// When: a cell is asked for where its whole period lies in this range.
  public var periods: PeriodRange
  /// The dimensions of which not all codes are asked for.
  public var codes: [Codes]

  /// The cells of `periods` and `codes`.
  public init(periods: PeriodRange = .all, codes: [Codes] = []) {
    self.periods = periods
    self.codes = codes
  }

  /// All cells.
  public static let all = CellSelection()

  /// The codes of a dimension that are asked for; nil for all.
  public func codes(of dimension: String) -> [String]? {
    codes.first { $0.dimension == dimension }?.codes
  }

  /// Whether all that `other` asks for is asked for here too.
  package func contains(_ other: CellSelection) -> Bool {
    if let first = periods.first {
      guard let another = other.periods.first, another.first >= first.first else { return false }
    }
    if let last = periods.last {
      guard let another = other.periods.last, another.last <= last.last else { return false }
    }
    return codes.allSatisfy { own in other.codes(of: own.dimension).map(Set(own.codes).isSuperset) ?? false }
  }

  /// The same as far as whoever chooses by `criteria` can tell.
  package func limited(to criteria: Criteria) -> CellSelection {
    CellSelection(
      periods: criteria.contains(.periods) ? periods : .all, codes: criteria.contains(.codes) ? codes : [])
  }

  /// What takes in both: from the first to the last day of either, and the codes of each.
  public func union(_ other: CellSelection) -> CellSelection {
    var result = CellSelection()
    if let first = periods.first, let another = other.periods.first {
      result.periods.first = another.first < first.first ? another : first
    }
    if let last = periods.last, let another = other.periods.last {
      result.periods.last = another.last > last.last ? another : last
    }
    if codes == other.codes {
      result.codes = codes
    } else {
      result.codes = codes.compactMap { own in
        other.codes(of: own.dimension).map { Codes(dimension: own.dimension, codes: own.codes + $0) }
      }
    }
    return result
  }

  /// The same cells, as far as they lie in a range.
  package func within(_ range: PeriodRange) -> CellSelection {
    var result = self
    if let first = range.first, first.first > periods.first?.first ?? .earliest {
      result.periods.first = first
    }
    if let last = range.last, last.last < periods.last?.last ?? .latest { result.periods.last = last }
    return result
  }

  /// The same cells of all time.
  package var ofAllTime: CellSelection { CellSelection(codes: codes) }

  /// The same cells of one code of a dimension, of which all were asked for.
  package func with(_ code: String, of dimension: String) -> CellSelection {
    var result = acrossAll(dimension)
    result.codes.append(Codes(dimension: dimension, codes: [code]))
    return result
  }

  /// The same cells for all codes of a dimension.
  package func acrossAll(_ dimension: String) -> CellSelection {
    CellSelection(periods: periods, codes: codes.filter { $0.dimension != dimension })
  }
}
