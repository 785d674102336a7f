/// An indicator that Swift computes from declared inputs, so that a plan can list what it needs.
///
/// For example, `compute` of an indicator with `inputs = ["beds", "economy.population"]` receives both series,
/// on their own axes, with the values in the unit of each.
public protocol Indicator: Sendable {
  /// Name, labels, unit and kind.
  var declaration: IndicatorDeclaration { get }
  /// The expressions whose series it is computed from.
  var inputs: [ExpressionText] { get }
  /// The series of the indicator from those of its inputs, in the same order.
  ///
  /// Its values are in the unit of the declaration, which is also the type of the answer: that of the series which is
  /// returned is not looked at.
  func compute(_ inputs: [Series], in context: Context) throws(FunctionError) -> Series
}
