public import ChisoHost
import ChisoKernel
import ChisoTerminal
public import ChisoWords

extension Shell {
  /// One row that tells how far something is, and how long it will take: `████░░░░ 42 % · 3 s left`.
  ///
  /// - Parameter isStuck: Whether it has not come further for so long that nobody can tell how long it will take.
  /// - Parameter width: The columns there are; where they are few the bar is left out.
  public func text(
    of progress: Progress?, after elapsed: Duration, isStuck: Bool = false, width: Int = 80
  ) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let colour = usesColour(capabilities)
    // For the `^C` that the terminal shows.
    let margin = 3
    guard let progress, progress.fraction > 0 else {
      return StyledText(words("at work for \(Int(seconds)) s; Ctrl-C stops it"), .quiet)
        .truncated(to: width - margin).rendered(colour: colour)
    }
    let barWidth = width < 60 ? 0 : 20
    let full = Int(progress.fraction * Double(barWidth))
    let left = Int((seconds * (1 - progress.fraction) / progress.fraction).rounded(.up))
    let bar =
      StyledText(String(repeating: "█", count: full), .function)
      + StyledText(String(repeating: "░", count: barWidth - full), .quiet)
    let percent = Int(progress.fraction * 100)
    let text =
      isStuck
      ? words(" \(percent) % · at work for \(Int(seconds)) s; Ctrl-C stops it")
      : words(" \(percent) % · \(left) s left; Ctrl-C stops it")
    let line = barWidth == 0 ? StyledText(text.trimmingSpaces, .quiet) : bar + StyledText(text, .quiet)
    return line.truncated(to: width - margin).rendered(colour: colour)
  }

  /// What is said where the rest of an answer was cut off.
  public func writeCut(to sink: Sink) {
    write(StyledText(words("the rest was cut off"), .quiet), to: sink)
  }

  /// What is said of a text that was stopped.
  public func writeStopped(_ source: SourceText, to sink: Sink) {
    let span = SourceSpan(0..<source.text.prefix { !$0.isNewline }.utf8.count)
    write(failures: [.givenUp(at: span)], of: StatementPlace(span: span, source: source), to: sink)
  }
}
