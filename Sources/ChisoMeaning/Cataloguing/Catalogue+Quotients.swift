import ChisoModel
import ChisoSyntax

// What an indicator is a share of.
extension Catalogue {
  /// The names of what an indicator is defined as the quotient of, by `share(part, whole)` or `ratio(part, whole)`.
  package func quotient(of indicator: Int32) -> (part: String, whole: String)? {
    guard let definition = indicators[Int(indicator)].definition else { return nil }
    if let call = CallSyntax(definition), ["share", "ratio"].contains(call.callee.text) {
      let names = call.arguments.compactMap { NameSyntax($0.value)?.text }
      return names.count == 2 ? (names[0], names[1]) : nil
    }
    return nil
  }

  /// Whether a base is an indicator by its name, or what it counts.
  package func names(_ base: String, _ indicator: String) -> Bool {
    base == indicator
      || indicators(named: indicator).contains { indicators[Int($0)].unit.countingNoun == base }
  }
}
