#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A value that several threads share: one at a time reads or changes it, the others wait.
///
/// The lock is the C library's. The library `Synchronization` has one too, but the thread sanitizer does not see how
/// threads that meet in it wait for each other, and reports every such meeting as a race.
///
/// What every start makes and few fill, a cache, is guarded as a struct with its dictionary in it: the type of a guarded
/// dictionary is made at run time, by a search for how its keys are compared.
///
/// A dictionary is best guarded inside of a structure: the type of one that stands by itself is put together when the
/// program makes it, which searches for how its keys are compared, a hundredth of a start each time.
package final class Guarded<Value>: @unchecked Sendable {
  /// Only touched by who holds the lock, so that two accesses never overlap.
  @exclusivity(unchecked) @usableFromInline var value: Value
  /// At a place of its own, since a lock must not move.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  /// Guards `value`, which nobody else holds.
  package init(_ value: sending Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// What `body` makes of the value while no other thread has it. `body` must not ask for the same value again, which
  /// would wait for ever, and should be short.
  @inlinable
  package func withLock<Result: ~Copyable, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    lock()
    defer { unlock() }
    return try body(&value)
  }

  @usableFromInline func lock() { pthread_mutex_lock(mutex) }

  @usableFromInline func unlock() { pthread_mutex_unlock(mutex) }
}
