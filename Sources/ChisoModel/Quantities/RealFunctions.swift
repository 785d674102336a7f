/// The functions of real numbers that plugins and the kernel share, without Foundation.
public enum RealFunctions {
  /// The power of e; infinite where it exceeds the doubles.
  public static func exponential(_ value: Double) -> Double { ChisoModel.exponential(value) }
  /// The natural logarithm; NaN below zero.
  public static func logarithm(_ value: Double) -> Double { ChisoModel.logarithm(value) }
  /// The logarithm to base ten, exact for whole powers of ten; NaN below zero.
  public static func decimalLogarithm(_ value: Double) -> Double {
    let result = logarithm(value) / logarithm(10)
    return power(10, result.rounded()) == value ? result.rounded() : result
  }
  /// The base raised to the exponent; NaN where that is no real number.
  public static func power(_ base: Double, _ exponent: Double) -> Double { raised(base, to: exponent) }
}
