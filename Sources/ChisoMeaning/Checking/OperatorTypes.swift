package import ChisoModel

/// Why two types do not go together.
package enum TypeConflict: Error {
  /// Different dimensions: USD and person.
  case dimensions
  /// A percentage added to something that is no percentage.
  case percentOfLevel
  /// Points beside a plain number, or the other way round.
  case pointsAndNumber
  /// A share of this beside a plain number, or the other way round.
  case shareAndNumber(String)
  /// Shares of different bases.
  case bases(String, String)
  /// Money at different price bases.
  case prices(String, String)
  /// Arithmetic on a rank other than a difference.
  case rank
  /// Arithmetic on statuses, which are letters in an order.
  case status
  /// A truth value in arithmetic, or a number where a truth value is needed.
  case truthValue
  /// An exponent that is no plain number, or a power of a unit that is not whole.
  case exponent
  /// A unit with an exponent that no unit has.
  case unitExponent
}

/// What an operator yields, and what brings each side into its unit before it is applied.
package struct OperatorResult {
  package var type: SeriesType
  /// Brings the left values into the unit of the operation; nil where they are in it.
  var leftConversion: UnitConversion?
  /// Brings the right values into the unit of the operation; nil where they are in it.
  var rightConversion: UnitConversion?
}

/// The numbers that the sides of an operator are, where they are written; nil where a side is none.
package struct WrittenNumbers {
  var left: Double?
  var right: Double?
}

/// The type of `left · right`, decided before any data is read.
package func type(
  of operation: BinaryOperator, _ left: SeriesType, _ right: SeriesType,
  written: WrittenNumbers = WrittenNumbers()
) throws(TypeConflict) -> OperatorResult {
  if left.isNumber, right.isNumber, !operation.isLogical {
    return OperatorResult(type: operation.isComparison ? .boolean : .number)
  }
  if operation.isLogical {
    guard left.isBoolean, right.isBoolean else { throw .truthValue }
    return OperatorResult(type: .boolean)
  }
  if operation == .equal || operation == .notEqual, left.isBoolean, right.isBoolean {
    return OperatorResult(type: .boolean)
  }
  guard !left.isBoolean, !right.isBoolean else { throw .truthValue }
  let (leftUnit, rightUnit) = (left.unit, right.unit)
  if leftUnit.isWorded || rightUnit.isWorded, !operation.isComparison { throw .status }
  switch operation {
  case .add, .subtract:
    if operation == .subtract, let rest = complement(of: right, in: left, written: written.left) {
      return rest
    }
    let result = try typeOfSum(operation, left, right)
    if let conflict = conflictWithNumber(left, right) { throw conflict }
    return result
  case .multiply: return try typeOfProduct(left, right)
  case .divide: return try typeOfQuotient(left, right)
  case .power: return try typeOfPower(left, right, exponent: written.right)
  default:
    var result = try typeOfSum(.subtract, left, right)
    // Nothing is nothing in every unit.
    if written.left != 0, written.right != 0, let conflict = conflictWithNumber(left, right) {
      throw conflict
    }
    result.type = .boolean
    return result
  }
}

/// Why a share or points and a plain number do not meet; nil where they do.
///
/// A half beside points, or beside a share of something: is it half a point, or a factor? A percentage of nothing in
/// particular is a factor itself: `1 + 10 %`.
func conflictWithNumber(_ left: SeriesType, _ right: SeriesType) -> TypeConflict? {
  guard left.unit.isWithoutUnit != right.unit.isWithoutUnit else { return nil }
  let other = left.unit.isWithoutUnit ? right : left
  if other.unit.isPoints { return .pointsAndNumber }
  guard other.unit.isPercent, let base = other.base else { return nil }
  return .shareAndNumber(base)
}

/// What is left of the whole beside a share of it, `100 % - share` and `1 - share`: a share of the same; nil where the
/// difference is none of these. The whole is a written number, and what has no base is no share of anything.
private func complement(of share: SeriesType, in whole: SeriesType, written: Double?) -> OperatorResult? {
  guard share.base != nil, share.unit.isPercent, whole.base == nil,
    whole.unit.isPercent ? written == 100 : whole.unit.isWithoutUnit && written == 1
  else { return nil }
  var rest = share
  rest.kind = .ratio
  rest.measure = nil
  rest.better = share.better.map { $0 == .higher ? .lower : .higher }
  return OperatorResult(
    type: rest, leftConversion: whole.unit.isPercent ? nil : whole.unit.conversion(to: share.unit))
}

private func typeOfSum(
  _ operation: BinaryOperator, _ left: SeriesType, _ right: SeriesType
) throws(TypeConflict) -> OperatorResult {
  let leftUnit = left.unit
  let rightUnit = right.unit
  guard leftUnit.isCommensurable(with: rightUnit),
    let conversion = rightUnit.conversion(to: leftUnit)
  else {
    if rightUnit.isPercent || leftUnit.isPercent { throw .percentOfLevel }
    throw .dimensions
  }
  if leftUnit.isRank, operation == .add { throw .rank }
  if let leftBase = left.base, let rightBase = right.base, leftBase != rightBase {
    throw .bases(leftBase, rightBase)
  }
  if let leftPrices = left.prices, let rightPrices = right.prices, leftPrices != rightPrices {
    throw .prices(leftPrices, rightPrices)
  }
  var result = OperatorResult(type: left, rightConversion: conversion)
  result.type.base = left.base ?? right.base
  result.type.kind = kindOfSum(left, right)
  result.type.timing = left.timing ?? right.timing
  result.type.measure = left.measure == right.measure ? left.measure : nil
  result.type.better = left.better ?? right.better
  if leftUnit.isRank { result.type.kind = nil }
  guard leftUnit.isDimensionless else { return result }
  // Percent and points: the difference of two percentages is in points, a percentage moved by points stays one.
  switch (leftUnit.isPercent, leftUnit.isPoints, rightUnit.isPercent, rightUnit.isPoints) {
  case (true, _, true, _): result.type.unit = operation == .subtract ? .points : .percent
  case (true, _, _, true), (_, true, true, _): result.type.unit = .percent
  case (_, true, _, true): result.type.unit = .points
  default:
    result.type.unit = .one
    result.leftConversion = leftUnit.conversion(to: .one)
    result.rightConversion = rightUnit.conversion(to: .one)
  }
  if result.type.unit.isPoints { result.type.kind = nil }
  return result
}

private func kindOfSum(_ left: SeriesType, _ right: SeriesType) -> IndicatorKind? {
  guard let leftKind = left.kind else { return right.kind }
  guard let rightKind = right.kind else { return leftKind }
  return leftKind == rightKind ? leftKind : nil
}

private func typeOfProduct(_ left: SeriesType, _ right: SeriesType) throws(TypeConflict) -> OperatorResult {
  guard !left.unit.isRank, !right.unit.isRank else { throw .rank }
  var type = SeriesType(unit: .one, timing: left.timing ?? right.timing)
  let leftShare = left.unit.isPercent || left.unit.isPoints
  let rightShare = right.unit.isPercent || right.unit.isPoints
  if leftShare, rightShare {
    type.unit = .percent
    return OperatorResult(type: type, rightConversion: right.unit.conversion(to: .one))
  }
  if leftShare != rightShare, !(leftShare ? right : left).unit.isWithoutUnit {
    // A percentage of a level is a level.
    let level = leftShare ? right : left
    type.unit = level.unit
    type.kind = level.kind
    type.measure = level.measure
    type.prices = level.prices
    return leftShare
      ? OperatorResult(type: type, leftConversion: left.unit.conversion(to: .one))
      : OperatorResult(type: type, rightConversion: right.unit.conversion(to: .one))
  }
  if left.unit.isWithoutUnit || right.unit.isWithoutUnit {
    // A number times something stays what it is.
    let other = left.unit.isWithoutUnit ? right : left
    let isNumber = left.kind == nil || right.kind == nil
    type = other
    type.timing = left.timing ?? right.timing
    if !isNumber { type.kind = nil }
    return OperatorResult(type: type)
  }
  type.unit = left.unit.multiplied(by: right.unit)
  guard !type.unit.isTooHigh else { throw .unitExponent }
  type.kind = .ratio
  if type.unit.isPercent || type.unit.isPoints { return OperatorResult(type: type) }
  if let conversion = type.unit.isDimensionless ? type.unit.conversion(to: .one) : nil {
    type.unit = .one
    return OperatorResult(type: type, leftConversion: conversion)
  }
  if let currency = type.unit.currency, left.unit.currency != currency || right.unit.currency != currency {
    type.kind = left.kind == .ratio ? right.kind : left.kind
  }
  return OperatorResult(type: type)
}

private func typeOfQuotient(_ left: SeriesType, _ right: SeriesType) throws(TypeConflict) -> OperatorResult {
  let (leftUnit, rightUnit) = (left.unit, right.unit)
  // A place cannot be divided; a number of places, which the difference of two is, can.
  if leftUnit.isRank && left.kind == .rank || rightUnit.isRank && right.kind == .rank { throw .rank }
  // How often one goes into the other says nothing where they are shares of different things.
  if let leftBase = left.base, let rightBase = right.base, leftBase != rightBase {
    throw .bases(leftBase, rightBase)
  }
  var type = SeriesType(unit: .one, timing: left.timing ?? right.timing)
  if left.kind != nil, right.kind != nil { type.kind = .ratio }
  if rightUnit.isWithoutUnit {
    let timing = type.timing
    type = left
    type.timing = timing
    if right.kind != nil, left.kind != nil { type.kind = .ratio }
    return OperatorResult(type: type)
  }
  let leftShare = leftUnit.isPercent || leftUnit.isPoints
  let rightShare = rightUnit.isPercent || rightUnit.isPoints
  if leftShare, rightShare { return OperatorResult(type: type) }
  if rightShare {
    type.unit = leftUnit
    type.kind = left.kind
    return OperatorResult(type: type, rightConversion: rightUnit.conversion(to: .one))
  }
  type.unit = leftUnit.divided(by: rightUnit)
  guard !type.unit.isTooHigh else { throw .unitExponent }
  if type.unit.isDimensionless, let conversion = type.unit.conversion(to: .one), !leftShare {
    type.unit = .one
    return OperatorResult(type: type, leftConversion: conversion)
  }
  return OperatorResult(type: type)
}

private func typeOfPower(
  _ left: SeriesType, _ right: SeriesType, exponent: Double?
) throws(TypeConflict) -> OperatorResult {
  guard !left.unit.isRank else { throw .rank }
  guard right.unit.isDimensionless, let rightConversion = right.unit.conversion(to: .one) else {
    throw .exponent
  }
  if left.unit.isDimensionless {
    return OperatorResult(
      type: SeriesType(unit: .one, kind: left.kind, timing: left.timing ?? right.timing),
      leftConversion: left.unit.conversion(to: .one), rightConversion: rightConversion)
  }
  guard let exponent, exponent == exponent.rounded() else { throw .exponent }
  guard abs(exponent) <= Double(UnitOfMeasure.greatestExponent) else { throw .unitExponent }
  let unit = left.unit.raised(to: Int(exponent))
  guard !unit.isTooHigh else { throw .unitExponent }
  return OperatorResult(
    type: SeriesType(unit: unit, timing: left.timing), rightConversion: rightConversion)
}

extension UnitOfMeasure {
  /// Whether it is the plain number, whether it says so (`ratio`) or has no unit at all.
  package var isWithoutUnit: Bool {
    isPlainNumber || (isDimensionless && !isPercent && !isPoints && factor == 1)
  }
}
