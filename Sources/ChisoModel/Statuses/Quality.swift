/// How good an observation is: its status, whether it is a target, and the flags kept beside, in one byte.
///
/// The low three bits are the rank of the status, so the weaker of two is their maximum.
public struct Quality: RawRepresentable, Hashable, Sendable {
  /// The byte: status in bits 0 to 2, then target, break, definition differs, assumed in a what-if.
  public var rawValue: UInt8

  /// The quality that `rawValue` stands for.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A quality from its parts.
  public init(_ status: ObservationStatus, role: Role = .reported) {
    rawValue = status.rank | (role == .target ? Quality.targetBit : 0)
  }

  /// Normal and reported.
  public static let normal = Quality(rawValue: 0)
  /// No value.
  public static let missing = Quality(.missing)

  package static let statusMask: UInt8 = 0b0000_0111
  package static let targetBit: UInt8 = 0b0000_1000
  package static let breakBit: UInt8 = 0b0001_0000
  package static let definitionBit: UInt8 = 0b0010_0000
  package static let givenBit: UInt8 = 0b0100_0000

  /// The status, the weakest of all that was used.
  public var status: ObservationStatus {
    get { ObservationStatus(rank: rawValue & Quality.statusMask) }
    set { rawValue = (rawValue & ~Quality.statusMask) | newValue.rank }
  }

  /// Whether a target was used.
  public var role: Role {
    get { rawValue & Quality.targetBit == 0 ? .reported : .target }
    set { set(Quality.targetBit, newValue == .target) }
  }

  /// Whether the series breaks here.
  public var isBreak: Bool {
    get { rawValue & Quality.breakBit != 0 }
    set { set(Quality.breakBit, newValue) }
  }

  /// Whether the definition differs here.
  public var hasDifferentDefinition: Bool {
    get { rawValue & Quality.definitionBit != 0 }
    set { set(Quality.definitionBit, newValue) }
  }

  /// Whether a figure that somebody supposed (`given`) was used.
  public var isGiven: Bool {
    get { rawValue & Quality.givenBit != 0 }
    set { set(Quality.givenBit, newValue) }
  }

  /// The quality of what is computed from both: the weaker status, the flags of either.
  @inlinable
  public func combined(with other: Quality) -> Quality {
    let status = max(rawValue & 0b0000_0111, other.rawValue & 0b0000_0111)
    return Quality(rawValue: status | ((rawValue | other.rawValue) & 0b1111_1000))
  }

  private mutating func set(_ bit: UInt8, _ isOn: Bool) {
    if isOn { rawValue |= bit } else { rawValue &= ~bit }
  }
}

/// SDMX `OBS_STATUS`, strongest first, as far as Chiso tells them apart.
public enum ObservationStatus: String, Hashable, Sendable, CaseIterable, Comparable, Codable {
  /// `A`: a normal value.
  case normal = "A"
  /// `P`: provisional.
  case provisional = "P"
  /// `E`: estimated.
  case estimated = "E"
  /// `I`: imputed or inferred.
  case imputed = "I"
  /// `F`: forecast.
  case forecast = "F"
  /// `M`: missing.
  case missing = "M"

  /// Its place in the order, 0 the strongest.
  public var rank: UInt8 {
    switch self {
    case .normal: 0
    case .provisional: 1
    case .estimated: 2
    case .imputed: 3
    case .forecast: 4
    case .missing: 5
    }
  }

  /// The status of that rank; `missing` for one beyond the last.
  public init(rank: UInt8) {
    switch rank {
    case 0: self = .normal
    case 1: self = .provisional
    case 2: self = .estimated
    case 3: self = .imputed
    case 4: self = .forecast
    default: self = .missing
    }
  }

  /// The status that a value in the unit `status` stands for; nil for any other number.
  public init?(value: Double) {
    guard let rank = UInt8(exactly: value), rank <= ObservationStatus.missing.rank else { return nil }
    self.init(rank: rank)
  }

  /// Strong before weak.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// Whether a figure tells what is or what shall be.
public enum Role: String, Hashable, Sendable, Codable {
  /// What somebody says to be the case.
  case reported
  /// What somebody sets out to reach.
  case target
}
