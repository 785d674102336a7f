/// How tightly an operator binds, loosest first.
enum Precedence: UInt8, Comparable {
  /// `x given a = 1`
  case given
  /// `x as of 2024-12-31`
  case asOf
  /// `x |> f`
  case pipe
  /// `a or b`
  case or
  /// `a and b`
  case and
  /// `not a`
  case not
  /// `a < b`
  case comparison
  /// `x to USD`
  case conversion
  /// `a..b`
  case range
  /// `a + b`
  case sum
  /// `a * b`
  case product
  /// `-a`
  case negation
  /// `a ^ b`
  case power
  /// `f(x)`, `x[p]` and what stands alone
  case operand

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}
