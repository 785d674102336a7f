import ChisoModel

/// What later stages found out about a state of the catalogue and keep with it: each under a type of its own, which it makes when
/// it is first needed. Any thread may ask.
package final class Caches: Sendable {
  private struct Entry: Sendable {
    var type: ObjectIdentifier
    var cache: any AnyObject & Sendable
    /// The same for a state with more claims; nil where nothing of it holds then.
    var grown: (@Sendable () -> Entry)?
  }

  private struct State {
    // There are few, and an array asks for no hashing.
    var entries: [Entry] = []
  }

  private let state: Guarded<State>

  /// Nothing is kept yet.
  package convenience init() { self.init([]) }

  private init(_ entries: [Entry]) { state = Guarded(State(entries: entries)) }

  /// What is kept under a type; made where nothing is.
  package func cache<Cache: AnyObject & Sendable>(_ make: @autoclosure () -> Cache) -> Cache {
    kept(Cache.self) { Entry(type: ObjectIdentifier(Cache.self), cache: make()) }
  }

  /// The same of what goes on to hold in part where more is claimed.
  package func growingCache<Cache: GrowingCache>(_ make: @autoclosure () -> Cache) -> Cache {
    kept(Cache.self) { Caches.growing(make()) }
  }

  /// What of it holds where more is claimed.
  func withMoreClaims() -> Caches {
    Caches(state.withLock { $0.entries }.compactMap { $0.grown?() })
  }

  private static func growing<Cache: GrowingCache>(_ cache: Cache) -> Entry {
    Entry(type: ObjectIdentifier(Cache.self), cache: cache) { growing(cache.grown()) }
  }

  private func kept<Cache: AnyObject & Sendable>(_ type: Cache.Type, _ make: () -> Entry) -> Cache {
    let identifier = ObjectIdentifier(type)
    let cache = state.withLock { state -> any AnyObject & Sendable in
      if let known = state.entries.first(where: { $0.type == identifier }) { return known.cache }
      let made = make()
      state.entries.append(made)
      return made.cache
    }
    // Entries are kept under their own type.
    return unsafeDowncast(cache, to: Cache.self)
  }
}

/// What is kept of a state of the catalogue and holds in part for one with more claims.
package protocol GrowingCache: AnyObject, Sendable {
  /// A copy for that state.
  func grown() -> Self
}
