import ChisoModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs the pieces of a task on the one thread that serves it, and lets that thread sleep while there is none.
///
/// A thread that waits for a task on the threads that all tasks share may wait for itself; this one cannot.
final class JobQueue: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var isFinished = false
  }

  private let state = Guarded(State())
  private let bell = Bell()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
    bell.ring()
  }

  /// Ends `serve`, once nothing is left to run.
  func finish() {
    state.withLock { $0.isFinished = true }
    bell.ring()
  }

  /// Runs what comes in until `finish` is called.
  func serve() {
    while true {
      let (jobs, isFinished) = state.withLock { state in
        defer { state.jobs = [] }
        return (state.jobs, state.isFinished)
      }
      for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
      if jobs.isEmpty {
        if isFinished { return }
        bell.wait()
      }
    }
  }
}

/// Wakes a thread that sleeps until something has happened.
final class Bell: @unchecked Sendable {
  // Both live at one address for as long as the bell does.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var isRung = false

  init() {
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
  func ring() {
    pthread_mutex_lock(lock)
    isRung = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(lock)
  }

  /// Sleeps until the bell is rung.
  func wait() {
    pthread_mutex_lock(lock)
    while !isRung { pthread_cond_wait(condition, lock) }
    isRung = false
    pthread_mutex_unlock(lock)
  }

  /// Sleeps until the bell is rung or `milliseconds` have passed; whether it was rung.
  func wait(milliseconds: Int) -> Bool {
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
func runOnThread(_ work: @escaping @Sendable () -> Void) {
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
