import ChisoTerminal
import Testing

@Suite struct ChartTests {
  @Test func smallBarsSpanFromTheLowestToTheHighest() {
    #expect(sparkline([1, 2, 3, 4, 5, 6, 7, 8]) == "▁▂▃▄▅▆▇█")
    #expect(sparkline([3, nil, 1]) == "█ ▁")
    #expect(sparkline([-1e308, 1e308]) == "▁█")
    #expect(sparkline([2, 2]) == "")
    #expect(sparkline([]) == "")
  }

  @Test func aLineChartHasRoundNumbersAtItsAxis() {
    let points = [(0.0, 366.0), (1, 410), (2, 433)].map {
      LineChart.Point(x: $0.0, y: $0.1, mark: "●", role: .number, isConnected: $0.0 > 0)
    }
    let chart = LineChart(
      [LineChart.Line(points)], labels: [(0, "2021"), (1, "2022"), (2, "2023")], numberText: { "\(Int($0))" })
    let rows = chart.laidOut(width: 40, height: 6).plain.split(separator: "\n")
    #expect(rows[0].hasPrefix("450 ┤"))
    #expect(rows.allSatisfy { $0.count <= 40 })
    #expect(rows[5].hasPrefix("350 ┤"))
    #expect(rows[4].hasPrefix("    │●"))
    #expect(rows[6] == "    └┬────────────────┬───────────────┬")
    #expect(rows[7] == "     2021           2022           2023")
    #expect(rows.joined().count { $0 == "●" } == 3)
  }

  @Test(arguments: [1, 20, 35, 80, 200])
  func aChartKeepsItsWidth(width: Int) {
    for count in 1...30 {
      let points = (0..<count).map {
        LineChart.Point(x: Double($0), y: Double($0 * $0) - 7, mark: "●", role: .number, isConnected: true)
      }
      let chart = LineChart(
        [LineChart.Line(points)], labels: points.map { ($0.x, "\(1990 + Int($0.x))") },
        numberText: { "\($0)" })
      let rows = chart.laidOut(width: width, height: 10).lines
      #expect(rows.allSatisfy { $0.displayWidth <= max(width, 20) }, "\(count) points")
    }
  }

  @Test func barsAreAsLongAsTheirNumbers() {
    let bars = [("VN", 4.0), ("TH", 2), ("LA", 0.25), ("XX", -4)].map { name, value in
      BarChart.Bar(name: StyledText(name), value: value, text: StyledText("\(value)"), role: .number)
    }
    #expect(
      BarChart(bars).laidOut(width: 20).plain == """
        VN  ██████████ 4.0
        TH  █████ 2.0
        LA  ▋ 0.25
        XX  ██████████ -4.0
        """)
  }
}
