import ChisoShell
import ChisoTerminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line at the cursor that tells how far something is, and is wiped before anything else is written.
struct ProgressLine {
  private let shell: Shell
  private let output: Output
  private let start = ContinuousClock.now
  private var isShown = false
  private var lastTime: ContinuousClock.Instant?
  /// How far it was, and since when.
  private var reached: (progress: Progress?, time: ContinuousClock.Instant)?

  /// What takes no longer than this needs no line.
  private static let patience = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(200)
  /// For how long the time left is believed while nothing moves.
  private static let trust = Duration.seconds(2)

  init(_ shell: Shell, _ output: Output) {
    self.shell = shell
    self.output = output
  }

  /// Shows how far it is by now.
  mutating func show(_ progress: Progress?) {
    let elapsed = ContinuousClock.now - start
    if reached?.progress != progress || reached == nil { reached = (progress, .now) }
    guard elapsed > ProgressLine.patience, !shell.capabilities.isDumb else { return }
    if let lastTime, ContinuousClock.now - lastTime < ProgressLine.pause { return }
    lastTime = .now
    isShown = true
    let isStuck = reached.map { ContinuousClock.now - $0.time > ProgressLine.trust } ?? false
    // The window may have got another size since.
    let width = TerminalCapabilities.size(of: STDOUT_FILENO)?.columns ?? shell.capabilities.width ?? 80
    write(
      "\r" + shell.text(of: progress, after: elapsed, isStuck: isStuck, width: width)
        + ControlSequence.clearToEndOfRow)
  }

  /// Wipes the line.
  mutating func wipe() {
    guard isShown else { return }
    isShown = false
    write("\r" + ControlSequence.clearToEndOfRow)
  }

  /// Wipes the row at the cursor, with the `^C` that the terminal shows for the key.
  mutating func wipeKey() {
    isShown = false
    write(shell.capabilities.isDumb ? "\n" : "\r" + ControlSequence.clearToEndOfRow)
  }

  private func write(_ text: String) {
    output.write(ShellOutput(channel: .answers, text: text))
    output.flush()
  }
}
