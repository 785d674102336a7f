import ChisoModel

/// What was found out about functions of plugins, which no session changes: shared by all catalogues that grew from
/// one. Any thread may ask.
final class SchemeCache: Sendable {
  private let schemes = Guarded<[Int32: FunctionScheme]>([:])

  /// What is known of a function of a plugin; nil where that was not found out yet.
  func scheme(of function: Int32) -> FunctionScheme? { schemes.withLock { $0[function] } }

  /// Keeps what was found out about a function of a plugin.
  func keep(_ scheme: FunctionScheme, of function: Int32) { schemes.withLock { $0[function] = scheme } }
}

extension Catalogue {
  /// What is known of the functions of the plugins.
  var schemeCache: SchemeCache { pluginCaches.cache(SchemeCache()) }
}
