import ChisoKernel
public import ChisoTerminal
public import ChisoWords

extension Language {
  /// What a prompt begins with: what the program is for, and what to try.
  public var greeting: StyledText {
    let first =
      StyledText("Chiso", .emphasis) + StyledText(" \(text("answers questions about official figures."))\n")
    let example = StyledText(" share(digital_economy, gdp, 2025)")
    return first + StyledText(text("Try"), .quiet) + example + StyledText(text(", or"), .quiet)
      + StyledText(" :help ", .command) + StyledText(text("for more."), .quiet)
  }
}
