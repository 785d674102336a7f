/// Names with a bar each, as long as their number is large.
public struct BarChart: Sendable {
  /// A bar: what it is called, its number, and the number as text.
  public struct Bar: Sendable {
    /// What stands before it.
    public var name: StyledText
    /// Its length; nil where there is none.
    public var value: Double?
    /// What stands behind it.
    public var text: StyledText
    /// What it means.
    public var role: Role

    /// A bar called `name`.
    public init(name: StyledText, value: Double?, text: StyledText, role: Role) {
      self.name = name
      self.value = value
      self.text = text
      self.role = role
    }
  }

  /// The bars from top to bottom.
  public var bars: [Bar]

  /// A chart of `bars`.
  public init(_ bars: [Bar]) { self.bars = bars }

  /// The chart in at most `width` columns; the longest bar stands for the largest number, whatever its sign.
  public func laidOut(width: Int) -> StyledText {
    let nameWidth = min(width / 3, bars.map(\.name.displayWidth).max() ?? 0)
    let textWidth = bars.map(\.text.displayWidth).max() ?? 0
    let room = max(4, width - nameWidth - textWidth - 4)
    let largest = bars.compactMap(\.value).map { abs($0) }.filter(\.isFinite).max() ?? 0
    return bars.map { bar in
      let part = largest > 0 ? abs(bar.value ?? 0) / largest : 0
      let drawn = StyledText(BarChart.bar(eighths: Int((part * Double(room * 8)).rounded())), bar.role)
      return bar.name.truncated(to: nameWidth).padded(to: nameWidth) + "  " + drawn
        + (drawn.isEmpty ? "" : " ") + bar.text
    }
    .joined(separator: "\n")
  }

  private static func bar(eighths count: Int) -> String {
    let parts = Array(" ▏▎▍▌▋▊▉")
    return String(repeating: "█", count: max(0, count) / 8) + (count % 8 > 0 ? String(parts[count % 8]) : "")
  }
}
