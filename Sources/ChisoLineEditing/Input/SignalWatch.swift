import CLibEdit
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the handler writes the number of a signal; -1 while none is watched.
private let wakeDescriptor = Atomic<Int32>(-1)

/// Signals as bytes in a pipe, so that waiting for a key and for a signal is one wait and none slips between.
///
/// Signals are watched only while an entry is typed; at other times they do what they did before.
final class SignalWatch {
  /// Where a byte, the signal's number, can be read.
  let descriptor: Int32
  private let writeDescriptor: Int32
  private var previous: [(number: Int32, action: sigaction)] = []
  private static let watched = [SIGINT, SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGQUIT]

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writeDescriptor) = (ends[0], ends[1])
  }

  deinit {
    stop()
    close(descriptor)
    close(writeDescriptor)
  }

  /// Begins to watch.
  func start() {
    guard previous.isEmpty else { return }
    wakeDescriptor.store(writeDescriptor, ordering: .sequentiallyConsistent)
    for number in Self.watched {
      var action = sigaction()
      if chiso_signal_catch(number, noteSignal, &action) { previous.append((number, action)) }
    }
  }

  /// Gives the signals back to whom they belonged.
  func stop() {
    for (number, action) in previous { withUnsafePointer(to: action) { chiso_signal_restore(number, $0) } }
    previous = []
    wakeDescriptor.store(-1, ordering: .sequentiallyConsistent)
  }

  /// Signals that were read from the pipe but not yet handed out.
  private var waiting: [Int32] = []

  /// Whether `next` has one without reading the pipe.
  var isWaiting: Bool { !waiting.isEmpty }

  /// The next signal that came, if any.
  func next() -> Int32? {
    waiting.isEmpty ? readNext() : waiting.removeFirst()
  }

  /// Forgets those of `numbers` that came already.
  func forget(_ numbers: Int32...) {
    while let number = readNext() { waiting.append(number) }
    waiting.removeAll(where: numbers.contains)
  }

  private func readNext() -> Int32? {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 ? Int32(byte) : nil
  }
}

/// Runs inside the signal: touches one atomic number and writes one byte.
private let noteSignal: @convention(c) (Int32) -> Void = { number in
  let error = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(wakeDescriptor.load(ordering: .sequentiallyConsistent), &byte, 1)
  errno = error
}
