import ChisoModel
import ChisoShell
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An entry that is run on a thread of its own, so that whoever waits for it can watch the keyboard and the clock, and
/// can leave it alone: it works on a copy of the shell, and what is given up changes nothing.
final class EntryRun: Sendable {
  /// What came of it.
  struct Result {
    /// The shell as it is afterwards.
    var shell: Shell
    /// Whether all statements were answered.
    var isWell: Bool
  }

  private struct State {
    var outputs: [ShellOutput] = []
    var progress: Progress?
    var result: Result?
  }

  private let state = Guarded(State())
  private let isGivenUp = Atomic<Bool>(false)
  private let wakeUp: (read: Int32, write: Int32)

  /// Starts to run `source`; nil where the system has no thread to spare.
  init?(_ shell: Shell, _ source: ParsedSource, _ draft: Draft?) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    wakeUp = (ends[0], ends[1])
    let hasStarted = startThread { [self] in
      var shell = shell
      shell.stopEvaluating { self.isGivenUp.load(ordering: .relaxed) }
      shell.host.reportProgress = { progress in self.state.withLock { $0.progress = progress } }
      let isWell = shell.run(source, of: draft) { output in self.state.withLock { $0.outputs.append(output) }
      }
      // What is kept shall not hold on to this run.
      shell.stopEvaluating { false }
      shell.host.reportProgress = nil
      let result = Result(shell: shell, isWell: isWell)
      self.state.withLock { $0.result = result }
      var byte: UInt8 = 1
      _ = write(self.wakeUp.write, &byte, 1)
    }
    guard hasStarted else { return nil }
  }

  deinit {
    close(wakeUp.read)
    close(wakeUp.write)
  }

  /// What came of it, after waiting for at most `milliseconds`; nil where it goes on.
  func result(within milliseconds: Int32) -> Result? {
    var request = pollfd(fd: wakeUp.read, events: Int16(POLLIN), revents: 0)
    _ = poll(&request, 1, milliseconds)
    return state.withLock { $0.result }
  }

  /// How far it is, where it tells.
  var progress: Progress? { state.withLock { $0.progress } }

  /// All that it has put out so far.
  var outputs: [ShellOutput] { state.withLock { $0.outputs } }

  /// Leaves it alone: it stops as soon as it looks up, and nobody hears of it any more.
  func giveUp() { isGivenUp.store(true, ordering: .relaxed) }
}

/// Runs `work` on a thread with as much room as the first one has; false where there is none. Signals go to the others.
private func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
  var attributes = pthread_attr_t()
  guard pthread_attr_init(&attributes) == 0 else { return false }
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, 16 << 20)
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  var all = sigset_t()
  var before = sigset_t()
  sigfillset(&all)
  // A new thread inherits what is blocked here.
  pthread_sigmask(SIG_BLOCK, &all, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(ThreadWork(work))
  let status = pthread_create(&thread, &attributes, runThreadWork, box.toOpaque())
  if status != 0 { box.release() }
  return status == 0
}

private final class ThreadWork {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runThreadWork(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let pointer { Unmanaged<ThreadWork>.fromOpaque(pointer).takeRetainedValue().run() }
  return nil
}
