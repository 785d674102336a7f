/// Cells of two by four dots, in which lines are drawn, with marks on top.
struct ChartCanvas {
  let columns: Int
  private let rows: Int
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>
  private var dots: [UInt32]
  private var marks: [Character?]
  private var roles: [Role]

  init(columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.columns = columns
    self.rows = rows
    self.x = x
    self.y = y
    dots = Array(repeating: 0, count: columns * rows)
    marks = Array(repeating: nil, count: columns * rows)
    roles = Array(repeating: .plain, count: columns * rows)
  }

  func column(of place: Double) -> Int { dotColumn(place) / 2 }
  func row(of value: Double) -> Int { dotRow(value) / 4 }

  private func dotColumn(_ place: Double) -> Int {
    let part = (place - x.lowerBound) / (x.upperBound - x.lowerBound)
    return min(columns * 2 - 1, max(0, Int((part * Double(columns * 2 - 1)).rounded())))
  }

  private func dotRow(_ value: Double) -> Int {
    let part = (y.upperBound / 2 - value / 2) / (y.upperBound / 2 - y.lowerBound / 2)
    return min(rows * 4 - 1, max(0, Int((part * Double(rows * 4 - 1)).rounded())))
  }

  /// A straight line between two places.
  mutating func draw(from: (x: Double, y: Double), to: (x: Double, y: Double), role: Role) {
    let start = (dotColumn(from.x), dotRow(from.y))
    let end = (dotColumn(to.x), dotRow(to.y))
    let steps = max(1, abs(end.0 - start.0), abs(end.1 - start.1))
    for step in 0...steps {
      let column = start.0 + Int((Double((end.0 - start.0) * step) / Double(steps)).rounded())
      let row = start.1 + Int((Double((end.1 - start.1) * step) / Double(steps)).rounded())
      let cell = row / 4 * columns + column / 2
      dots[cell] |= ChartCanvas.dot(column % 2, row % 4)
      roles[cell] = role
    }
  }

  /// A sign on top of what is drawn.
  mutating func mark(_ sign: Character, x: Double, y: Double, role: Role) {
    let cell = row(of: y) * columns + column(of: x)
    marks[cell] = sign
    roles[cell] = role
  }

  /// A row of cells.
  func text(_ row: Int) -> StyledText {
    var text = StyledText()
    for cell in row * columns..<(row + 1) * columns {
      if let mark = marks[cell] {
        text.append(String(mark), roles[cell])
      } else if dots[cell] == 0 {
        text.append(" ")
      } else if let braille = Unicode.Scalar(0x2800 + dots[cell]) {
        text.append(String(Character(braille)), roles[cell])
      }
    }
    return text
  }

  /// The bit of a dot in a sign of braille.
  private static func dot(_ column: Int, _ row: Int) -> UInt32 {
    let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    return bits[column][row]
  }
}
