import Synchronization

/// A place for one object that is made when it is first needed; any thread may look, and the first one made stays.
///
/// The library's `AtomicLazyReference` does the same by calls that are not compiled into the caller: several hundred
/// instructions where looking takes a handful here, and every step of the checker looks.
struct OnceReference<Instance: AnyObject & Sendable>: ~Copyable, Sendable {
  private let place = Atomic<Unmanaged<Instance>?>(nil)

  /// Nothing is made yet.
  init() {}

  deinit { place.load(ordering: .acquiring)?.release() }

  /// What was made; nil where nothing is yet.
  borrowing func load() -> Instance? { place.load(ordering: .acquiring)?.takeUnretainedValue() }

  /// Keeps `instance` unless another one is kept already; returns the one that is.
  @discardableResult
  borrowing func storeIfNil(_ instance: Instance) -> Instance {
    let own = Unmanaged.passRetained(instance)
    let (isStored, earlier) = place.compareExchange(
      expected: nil, desired: own, ordering: .acquiringAndReleasing)
    guard !isStored, let earlier else { return instance }
    own.release()
    return earlier.takeUnretainedValue()
  }
}
