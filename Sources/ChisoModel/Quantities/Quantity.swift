/// A figure with its unit and the interval that its printed digits or its qualifier leave open.
///
/// For example: `18.3 %` as printed is 18.3, percent, 18.25...18.35.
public struct Quantity: Hashable, Sendable {
  /// The number, in `unit`.
  public var value: Double
  /// The unit of value and interval.
  public var unit: UnitOfMeasure
  /// What the figure can be, in `unit`.
  public var interval: Interval

  /// A quantity; exact where no interval is given.
  public init(_ value: Double, _ unit: UnitOfMeasure, interval: Interval? = nil) {
    self.init(value: value, unit: unit, interval: interval ?? Interval(exactly: value))
  }

  /// A quantity with all its parts.
  public init(value: Double, unit: UnitOfMeasure, interval: Interval) {
    self.value = value
    self.unit = unit
    self.interval = interval
  }

  /// The quantity that a literal prints: `152`, `billion USD` is open by half a billion either side.
  public init(printed literal: DecimalLiteral, unit: UnitOfMeasure) {
    self.init(value: literal.value, unit: unit, interval: literal.printedInterval(scale: 0))
  }

  /// The same quantity in another unit; nil where the units measure different things.
  public func converted(to other: UnitOfMeasure) -> Quantity? {
    guard let conversion = unit.conversion(to: other) else { return nil }
    return Quantity(value: conversion(value), unit: other, interval: conversion(interval))
  }
}

extension Quantity: CustomStringConvertible {
  /// Number and unit as the language reads them: `152 billion USD`, `42`.
  public var description: String {
    let number = NumberFormat.plain(value)
    return unit == .one ? number : "\(number) \(unit)"
  }
}
