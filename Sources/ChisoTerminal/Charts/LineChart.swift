/// Points and the lines between them, drawn in text, with an axis at the left and one below.
///
/// For example:
///
///     500 ┤                 ●
///         │          ⢀⡠⠤⠒⠉
///     400 ┤ ●⠤⠤●⠒⠉
///         └─┬──────┬────────┬
///          2021   2022     2023
public struct LineChart: Sendable {
  /// A point: where it lies, and how it is marked.
  public struct Point: Sendable {
    /// The place along the axis below.
    public var x: Double
    /// The place along the axis at the left.
    public var y: Double
    /// What is drawn: `●`.
    public var mark: Character
    /// What the mark means.
    public var role: Role
    /// Whether a line leads to it from the point before.
    public var isConnected: Bool

    /// A point at `x` and `y`.
    public init(x: Double, y: Double, mark: Character, role: Role, isConnected: Bool) {
      self.x = x
      self.y = y
      self.mark = mark
      self.role = role
      self.isConnected = isConnected
    }
  }

  /// A line with its points, from left to right, and the colour of what lies between them.
  public struct Line: Sendable {
    /// The points.
    public var points: [Point]
    /// What the line means.
    public var role: Role

    /// A line through `points`.
    public init(_ points: [Point], role: Role = .quiet) {
      self.points = points
      self.role = role
    }
  }

  /// The lines.
  public var lines: [Line]
  /// What may be written below the axis, and where; as many are as there is room for.
  public var labels: [(x: Double, text: String)]
  /// How a number of the left axis is written.
  public var numberText: @Sendable (Double) -> String

  /// A chart of `lines`.
  public init(
    _ lines: [Line], labels: [(x: Double, text: String)], numberText: @escaping @Sendable (Double) -> String
  ) {
    self.lines = lines
    self.labels = labels
    self.numberText = numberText
  }

  /// The chart in at most `width` columns, with `height` rows above the lower axis.
  public func laidOut(width: Int, height: Int) -> StyledText {
    let values = lines.flatMap(\.points).map(\.y)
    guard !values.isEmpty else { return StyledText() }
    let height = max(3, height)
    let scale = NiceScale(values, steps: max(2, height / 3))
    let texts = scale.ticks.map(numberText)
    let margin = texts.map(\.displayWidth).max() ?? 0
    let canvas = drawn(width: max(10, width - margin - 3), height: height, in: scale.bounds)
    var rows: [StyledText] = []
    for row in 0..<height {
      let tick = scale.ticks.firstIndex { canvas.row(of: $0) == row }
      let text = tick.map { texts[$0] } ?? ""
      rows.append(
        StyledText(text, .quiet).padded(to: margin, .right) + StyledText(tick == nil ? " │" : " ┤", .quiet)
          + canvas.text(row))
    }
    return (rows + axis(canvas, margin: margin)).map(\.withoutTrailingSpaces).joined(separator: "\n")
  }

  private func drawn(width: Int, height: Int, in bounds: ClosedRange<Double>) -> ChartCanvas {
    let places = lines.flatMap(\.points).map(\.x)
    let low = places.min() ?? 0
    let high = places.max() ?? 1
    var canvas = ChartCanvas(columns: width, rows: height, x: low...max(low + 1e-9, high), y: bounds)
    for line in lines {
      for (from, to) in zip(line.points, line.points.dropFirst()) where to.isConnected {
        canvas.draw(from: (from.x, from.y), to: (to.x, to.y), role: line.role)
      }
    }
    for point in lines.flatMap(\.points) {
      canvas.mark(point.mark, x: point.x, y: point.y, role: point.role)
    }
    return canvas
  }

  /// The lower axis: as many labels as fit, the first and the last before the others.
  private func axis(_ canvas: ChartCanvas, margin: Int) -> [StyledText] {
    var taken: [Range<Int>] = []
    var ticks: Set<Int> = []
    var places: [(start: Int, text: String)] = []
    let ordered = [labels.first, labels.last].compactMap { $0 } + labels.dropFirst().dropLast()
    for label in ordered {
      let column = canvas.column(of: label.x)
      let width = label.text.displayWidth
      let start = min(max(0, column - width / 2), max(0, canvas.columns - width))
      let range = start..<start + width
      guard !taken.contains(where: { $0.lowerBound <= range.upperBound && range.lowerBound <= $0.upperBound })
      else { continue }
      taken.append(range)
      ticks.insert(column)
      places.append((start, label.text))
    }
    let indent = String(repeating: " ", count: margin + 1)
    let rule = String((0..<canvas.columns).map { ticks.contains($0) ? "┬" : "─" })
    var below = ""
    for place in places.sorted(by: { $0.start < $1.start }) {
      below += String(repeating: " ", count: place.start - below.displayWidth) + place.text
    }
    return [StyledText("\(indent)└\(rule)", .quiet), StyledText("\(indent) \(below)", .period)]
  }
}
