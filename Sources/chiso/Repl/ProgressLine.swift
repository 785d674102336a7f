import ChisoShell
import ChisoTerminal

/// A line at the cursor that tells how far something is, and is wiped before anything else is written.
struct ProgressLine {
  private let shell: Shell
  private let output: Output
  private let start = ContinuousClock.now
  private var isShown = false
  private var lastTime: ContinuousClock.Instant?

  /// What takes no longer than this needs no line.
  private static let patience = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(200)

  init(_ shell: Shell, _ output: Output) {
    self.shell = shell
    self.output = output
  }

  /// Shows how far it is by now.
  mutating func show(_ progress: Progress?) {
    let elapsed = ContinuousClock.now - start
    guard elapsed > ProgressLine.patience, !shell.capabilities.isDumb else { return }
    if let lastTime, ContinuousClock.now - lastTime < ProgressLine.pause { return }
    lastTime = .now
    isShown = true
    write("\r" + shell.text(of: progress, after: elapsed) + ControlSequence.clearToEndOfRow)
  }

  /// Wipes the line.
  mutating func wipe() {
    guard isShown else { return }
    isShown = false
    write("\r" + ControlSequence.clearToEndOfRow)
  }

  private func write(_ text: String) {
    output.write(ShellOutput(channel: .answers, text: text))
    output.flush()
  }
}
