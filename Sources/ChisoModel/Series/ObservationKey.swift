/// A code of a dimension: `area` is `VN-HN`.
public struct DimensionCode: Hashable, Sendable {
  /// The name of the dimension: `area`.
  public var dimension: String
  /// The code: `VN-HN`.
  public var code: String

  /// `dimension` is `code`.
  public init(_ dimension: String, _ code: String) {
    self.dimension = dimension
    self.code = code
  }

  /// As the language writes it: `area: "VN-HN"`.
  package var selector: String { "\(dimension): \"\(code)\"" }
}

/// Where an observation stands among those of one indicator: its period, and its code on each other dimension. SDMX calls it the
/// observation key.
///
/// Two keys are the same where they have the same codes, in whatever order the tables have their dimensions.
public struct ObservationKey: Sendable {
  /// The period or day; nil where there is none.
  public var period: Period?
  /// The codes, in the order of the dimensions; none where there are no others than time.
  public var codes: [DimensionCode]

  /// The key of a period and codes.
  public init(period: Period? = nil, codes: [DimensionCode] = []) {
    self.period = period
    self.codes = codes
  }

  /// The code of a dimension; nil where the key has no such dimension.
  public subscript(dimension: String) -> String? {
    get { codes.first { $0.dimension == dimension }?.code }
    set {
      let place = codes.firstIndex { $0.dimension == dimension }
      switch (place, newValue) {
      case (let place?, let code?): codes[place].code = code
      case (let place?, nil): codes.remove(at: place)
      case (nil, let code?): codes.append(DimensionCode(dimension, code))
      case (nil, nil): break
      }
    }
  }

  /// The same place at another period.
  package func at(_ period: Period?) -> ObservationKey { ObservationKey(period: period, codes: codes) }

  /// The key as the language writes it behind a name: `[2023, area: "VN-HN"]`; nothing for the only figure.
  public var selector: String {
    let parts = (period.map { [$0.description] } ?? []) + codes.map(\.selector)
    return parts.isEmpty ? "" : "[\(parts.joined(separator: ", "))]"
  }
}

extension ObservationKey: Hashable {
  /// Whether both have the same period and codes.
  public static func == (left: ObservationKey, right: ObservationKey) -> Bool {
    guard left.period == right.period, left.codes.count == right.codes.count else { return false }
    return left.codes == right.codes || left.codes.allSatisfy(right.codes.contains)
  }

  /// Feeds the period and the codes in no order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(period)
    hasher.combine(codes.reduce(0) { $0 ^ $1.hashValue })
  }
}

extension Grid {
  /// Where the cell at `index` stands. Complexity: linear in the dimensions.
  public func key(at index: Int) -> ObservationKey {
    ObservationKey(period: period(ofCell: index), codes: codes(ofCell: index))
  }

  /// The cell at a key; nil where there is none. What the grid has no axis for does not matter. Complexity: linear in the
  /// dimensions, and constant in their codes once they were looked through.
  public func index(of key: ObservationKey) -> Int? {
    var index = 0
    for dimension in dimensions {
      guard let code = key[dimension.name], let place = dimension.index(of: code) else { return nil }
      index = index * dimension.codes.count + place
    }
    guard let periods else { return index }
    guard let period = key.period, let place = periods.index(of: period) else { return nil }
    return index * periods.count + place
  }

  /// Which of the runs of periods has these codes, one for each dimension in their order; nil where none has.
  package func lane(of codes: [String]) -> Int? {
    guard codes.count == dimensions.count else { return nil }
    var lane = 0
    for (dimension, code) in zip(dimensions, codes) {
      guard let place = dimension.index(of: code) else { return nil }
      lane = lane * dimension.codes.count + place
    }
    return lane
  }
}

extension ObservationKey {
  /// The key with totals left out: what is said of a total is said of the whole, as what has no dimension is.
  package var ofWhole: ObservationKey {
    codes.contains { $0.code == Grid.total }
      ? ObservationKey(period: period, codes: codes.filter { $0.code != Grid.total }) : self
  }
}
