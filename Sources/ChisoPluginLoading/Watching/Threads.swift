import ChisoModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Wakes a thread that sleeps until something has happened.
package final class Bell: @unchecked Sendable {
  // Both live at one address for as long as the bell does.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var isRung = false

  package init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(lock)
    condition.deallocate()
    lock.deallocate()
  }

  /// Wakes the thread that waits, or lets the next one that would wait go on.
  package func ring() {
    pthread_mutex_lock(lock)
    isRung = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(lock)
  }

  /// Sleeps until the bell is rung.
  package func wait() {
    pthread_mutex_lock(lock)
    while !isRung { pthread_cond_wait(condition, lock) }
    isRung = false
    pthread_mutex_unlock(lock)
  }

  /// Sleeps until the bell is rung or `milliseconds` have passed; whether it was rung.
  package func wait(milliseconds: Int) -> Bool {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    end.tv_sec += milliseconds / 1_000
    end.tv_nsec += milliseconds % 1_000 * 1_000_000
    if end.tv_nsec >= 1_000_000_000 {
      (end.tv_sec, end.tv_nsec) = (end.tv_sec + 1, end.tv_nsec - 1_000_000_000)
    }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while !isRung {
      if pthread_cond_timedwait(condition, lock, &end) == ETIMEDOUT { return false }
    }
    isRung = false
    return true
  }
}

/// Does `work` on a thread of its own, with room for deep expressions.
package func runOnThread(_ work: @escaping @Sendable () -> Void) {
  final class Work: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setstacksize(&attributes, 16 << 20)
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  defer { pthread_attr_destroy(&attributes) }
  let address = Unmanaged.passRetained(Work(work)).toOpaque()
  var thread = pthread_t()
  let result = pthread_create(
    &thread, &attributes,
    { address in
      guard let address else { return nil }
      Unmanaged<Work>.fromOpaque(address).takeRetainedValue().work()
      return nil
    }, address)
  // Without a thread of its own it is done on this one.
  if result != 0 { Unmanaged<Work>.fromOpaque(address).takeRetainedValue().work() }
}

/// Where a task or a thread leaves its result.
package final class Handover<Value: Sendable>: Sendable {
  private let result = Guarded<Value?>(nil)
  private let bell = Bell()

  package init() {}

  package func finish(_ value: Value) {
    result.withLock { $0 = value }
    bell.ring()
  }

  /// The result, once it is there; nil where it is not after so many milliseconds.
  package func value(waiting milliseconds: Int) -> Value? {
    if let value = result.withLock({ $0 }) { return value }
    _ = bell.wait(milliseconds: milliseconds)
    return result.withLock { $0 }
  }
}
