import ChisoModel
import ChisoPluginLoading

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
