/// Operations on bounds: each gives the double next to the true result on one side, or the result where it is
/// exact, which error-free transforms tell (Knuth's TwoSum; the fused residual of products and quotients).
///
/// Signs are turned by subtraction from 0, which leaves no negative zeros behind.
@usableFromInline
enum OutwardRounding {
  /// Below this the residual of a product or quotient may itself be rounded away, so nothing is taken as exact.
  @inlinable
  static var smallestTrusted: Double { 0x1p-960 }

  /// Not above `a + b`.
  @inlinable
  static func sumDown(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    return sumError(a, b, sum) >= 0 ? sum : sum.nextDown
  }

  /// Not below `a + b`.
  @inlinable
  static func sumUp(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    return sumError(a, b, sum) <= 0 ? sum : sum.nextUp
  }

  /// What rounding took from `a + b`; NaN where that cannot be told, which fails both comparisons above.
  @inlinable
  static func sumError(_ a: Double, _ b: Double, _ sum: Double) -> Double {
    let rest = sum - a
    return (a - (sum - rest)) + (b - rest)
  }

  /// Not above `a * b`; nothing times an open bound is nothing.
  @inlinable
  static func productDown(_ a: Double, _ b: Double) -> Double {
    if a == 0 || b == 0 { return 0 }
    let product = a * b
    if productError(a, b, product) >= 0 { return product }
    return product == 0 && (a < 0) == (b < 0) ? 0 : product.nextDown
  }

  /// Not below `a * b`, and otherwise as `productDown`.
  @inlinable
  static func productUp(_ a: Double, _ b: Double) -> Double {
    0 - productDown(-a, b)
  }

  @inlinable
  static func productError(_ a: Double, _ b: Double, _ product: Double) -> Double {
    if !(product.magnitude >= smallestTrusted) { return .nan }
    return (-product).addingProduct(a, b)
  }

  /// Not above `a / b`; nothing by anything is nothing, by an endless divisor too, and by nothing it is open.
  @inlinable
  static func quotientDown(_ a: Double, _ b: Double) -> Double {
    if a == 0 || b.isInfinite { return 0 }
    if b == 0 { return a < 0 ? -.infinity : .infinity }
    let quotient = a / b
    if quotientError(a, b, quotient) >= 0 { return quotient }
    return quotient == 0 && (a < 0) == (b < 0) ? 0 : quotient.nextDown
  }

  /// Not below `a / b`, and otherwise as `quotientDown`.
  @inlinable
  static func quotientUp(_ a: Double, _ b: Double) -> Double {
    0 - quotientDown(-a, b)
  }

  /// The sign of what rounding took from `a / b`; NaN where that cannot be told.
  @inlinable
  static func quotientError(_ a: Double, _ b: Double, _ quotient: Double) -> Double {
    if !(quotient.magnitude >= smallestTrusted && a.magnitude >= smallestTrusted) { return .nan }
    let residual = a.addingProduct(-quotient, b)
    return b < 0 ? -residual : residual
  }

  /// Not above the square root of `x`, which is not negative.
  @inlinable
  static func rootDown(_ x: Double) -> Double {
    let root = x.squareRoot()
    return rootError(x, root) >= 0 ? root : root.nextDown
  }

  /// Not below the square root of `x`, which is not negative.
  @inlinable
  static func rootUp(_ x: Double) -> Double {
    let root = x.squareRoot()
    return rootError(x, root) <= 0 ? root : root.nextUp
  }

  @inlinable
  static func rootError(_ x: Double, _ root: Double) -> Double {
    if x == 0 { return 0 }
    if !(x.magnitude >= smallestTrusted) { return .nan }
    return x.addingProduct(-root, root)
  }
}
