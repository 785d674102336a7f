import ChisoKernel

/// The power of ten that is put into words beside a number: 9 in `476.3 billion USD`, 0 for none.
struct Magnitude: Hashable {
  let exponent: Int

  static let none = Magnitude(exponent: 0)

  /// The magnitude that suits one number: one to four digits stand before the mark as far as words reach.
  ///
  /// A count that is known to the last digit is written out: `1,928,311`, not `1.92831 million`.
  init(for value: Double, in unit: UnitOfMeasure, isExact: Bool) {
    let magnitude = Magnitude(ofSize: abs(value), in: unit)
    let isWrittenOut = isExact && abs(value) < 1e12 && !magnitude.hasShortText(value)
    self = isWrittenOut ? .none : magnitude
  }

  /// The magnitude that suits a column of numbers: that of the smallest, unless the largest gets too long.
  init(for values: some Sequence<Double>, in unit: UnitOfMeasure, isExact: Bool) {
    let sizes = values.lazy.filter { $0.isFinite && $0 != 0 }.map { abs($0) }
    guard let smallest = sizes.min(), let largest = sizes.max() else {
      self = .none
      return
    }
    var magnitude = Magnitude(ofSize: smallest, in: unit)
    while largest / magnitude.factor >= 1e6, magnitude.exponent < 12 {
      magnitude = Magnitude(exponent: max(6, magnitude.exponent + 3))
    }
    if !Magnitude.isScaled(unit) { magnitude = .none }
    if magnitude.exponent > 0, isExact, largest < 1e12,
      !values.allSatisfy({ !$0.isFinite || magnitude.hasShortText($0) })
    {
      magnitude = .none
    }
    self = magnitude
  }

  private init(exponent: Int) { self.exponent = exponent }

  private init(ofSize size: Double, in unit: UnitOfMeasure) {
    guard Magnitude.isScaled(unit), size.isFinite else {
      self = .none
      return
    }
    exponent = size >= 1e12 ? 12 : size >= 1e9 ? 9 : size >= 1e6 ? 6 : 0
  }

  /// Percentages, ranks and units that have words of their own stay as they are.
  private static func isScaled(_ unit: UnitOfMeasure) -> Bool {
    unit.scale == 0 && !unit.isPercent && !unit.isPoints && !unit.isRank && !unit.isTime
  }

  var factor: Double {
    switch exponent {
    case 12: 1e12
    case 9: 1e9
    case 6: 1e6
    default: 1
    }
  }

  /// Whether six digits are enough for the number in this magnitude.
  private func hasShortText(_ value: Double) -> Bool {
    let digits = NumberFormat.plain(scaled(value)).utf8.filter { (0x30...0x39).contains($0) }.count
    return digits <= 6
  }

  /// The number as it stands before the words. Division by a power of ten is rounded once.
  func scaled(_ value: Double) -> Double { exponent == 0 ? value : value / factor }

  /// The unit with the words before it.
  func applied(to unit: UnitOfMeasure) -> UnitOfMeasure {
    exponent == 0 ? unit : unit.withScale(unit.scale + exponent)
  }
}
