import ChisoModel
import ChisoPlugin

/// What was found out about functions of plugins, which no session changes: shared by all catalogues that grew from
/// one. Any thread may ask.
final class SchemeCache: Sendable {
  /// A rule of types and what it was asked about.
  struct Question: Hashable {
    var function: Int32
    var slots: [RuleSlot]
  }

  private struct State {
    var schemes: [Int32: FunctionScheme] = [:]
    var answers: [Question: RuleReading] = [:]
  }

  private let state = Guarded(State())
  /// How many answers are kept before all are forgotten.
  private static let limit = 4096

  /// What is known of a function of a plugin; nil where that was not found out yet.
  func scheme(of function: Int32) -> FunctionScheme? { state.withLock { $0.schemes[function] } }

  /// Keeps what was found out about a function of a plugin.
  func keep(_ scheme: FunctionScheme, of function: Int32) {
    state.withLock { $0.schemes[function] = scheme }
  }

  /// What a rule of types said, or `make` finds out.
  func reading(
    _ question: Question, _ make: () throws(FunctionError) -> RuleReading
  ) throws(FunctionError) -> RuleReading {
    if let known = state.withLock({ $0.answers[question] }) { return known }
    let made = try make()
    state.withLock { state in
      if state.answers.count >= SchemeCache.limit { state.answers.removeAll() }
      state.answers[question] = made
    }
    return made
  }
}

extension Catalogue {
  /// What is known of the functions of the plugins.
  var schemeCache: SchemeCache { pluginCaches.cache(SchemeCache()) }
}
