import ChisoDiagnostics
import ChisoExchange
import ChisoModel
import ChisoTestRandom
import Testing

/// Files of every format with bytes that are wrong, cut off or too many: each is read, or refused with a reason.
@Suite struct DamagedFileTests {
  private static let files = [
    """
    <m:GenericData xmlns:m="http://www.sdmx.org/m" xmlns:g="g"><m:Header><m:Prepared>2024-01-01</m:Prepared></m:Header>
    <m:DataSet><g:Group type="x"><g:GroupKey><g:Value id="A" value="1"/></g:GroupKey><g:Attributes><g:Value id="TITLE" value="t"/>
    </g:Attributes></g:Group><g:Series><g:SeriesKey><g:Value id="A" value="1"/><g:Value id="B" value="_T"/></g:SeriesKey>
    <g:Obs><g:ObsDimension value="2024-Q1"/><g:ObsValue value="1.5"/></g:Obs></g:Series></m:DataSet></m:GenericData>
    """,
    """
    {"version": "2.0", "class": "dataset", "id": ["t", "a"], "size": [2, 2], "value": [1, null, 3.5, "x"],
     "status": {"1": "c"}, "dimension": {"t": {"category": {"index": ["2020", "2021"]}},
     "a": {"label": "A", "category": {"index": {"p": 0, "q": 1}, "label": {"p": "P"}, "child": {"p": ["q"]}}}}}
    """,
    "Area;Year;Value;Unit\nHue;2019;1,5;USD\nHue;2020;..;USD\n",
    "freq,unit,geo\\TIME_PERIOD\t2010 \t2011 \nA,PC,VN\t1 b\t: \n",
  ]

  @Test func noBytesBreakAnyFormat() {
    var random = SeededRandom("DamagedFileTests.noBytesBreakAnyFormat")
    for _ in 0..<rounds(600) {
      var bytes = Array(random.pick(Self.files).utf8)
      damage(&bytes, times: 0...5, marks: "\"<>{}[],:;&\n-.9", &random)
      do throws(FileFailure) {
        let content = try OfficialFile.read(ByteStream(bytes, name: "f"), ReadingContext())
        let cells = content.dataSets.reduce(0) { $0 + $1.count + $1.skipped.reduce(0) { $0 + $1.count } }
        let figures = PublishedFiles.figures(content)
        #expect(figures.reduce(0) { $0 + $1.counts.all } <= cells)
        for indicator in figures.flatMap(\.indicators) {
          #expect(indicator.columns.allSatisfy { $0.values.count == $0.grid.count })
        }
      } catch { #expect(!error.reason.isEmpty) }
    }
  }

  /// Every cell of a figure is counted once: read, mended, missing or skipped.
  @Test func noFigureIsLost() {
    var random = SeededRandom("DamagedFileTests.noFigureIsLost")
    let cells = ["1", "1.5", "-2", "..", "n/a", "7 902.3", "1.067.817,12", "12 e", ":", "<5"]
    for _ in 0..<rounds(300) {
      let areas = Int.random(in: 2...6, using: &random)
      let odd = Int.random(in: 0..<areas, using: &random)
      let years = Int.random(in: 2...5, using: &random)
      var lines = ["area\t" + (0..<years).map { "\(2000 + $0)" }.joined(separator: "\t")]
      for area in 0..<areas {
        let others = (1..<years).map { area == odd && $0 == 1 ? "high" : random.pick(cells) }
        lines.append("A\(area)\t1\t" + others.joined(separator: "\t"))
      }
      let text = lines.joined(separator: "\n") + "\n"
      do throws(FileFailure) {
        let content = try OfficialFile.read(ByteStream(Array(text.utf8), name: "f.tsv"), ReadingContext())
        let all = PublishedFiles.figures(content).reduce(0) { $0 + $1.counts.all }
        #expect(all == areas * years, "\(text)")
      } catch { Issue.record("\(error.reason.text): \(text)") }
    }
  }

  /// However a table fills its cube, each figure stands under its own codes and period, and no other does.
  @Test func everyFigureStandsInItsOwnCell() throws {
    var random = SeededRandom("DamagedFileTests.everyFigureStandsInItsOwnCell")
    for _ in 0..<rounds(25) {
      let sizes = (0..<3).map { _ in random.pick([1, 2, 5, 40, 400]) }
      var wanted: [String: Double] = [:]
      var lines = ["area,product,sex,year,value"]
      for number in 0..<Int.random(in: 1...700, using: &random) {
        let codes = zip("APS", sizes).map { "\($0)\(Int.random(in: 0..<$1, using: &random))" }
        let key = (codes + ["\(Int.random(in: 1990...2020, using: &random))"]).joined(separator: ",")
        guard wanted[key] == nil else { continue }
        wanted[key] = Double(number)
        lines.append("\(key),\(number)")
      }
      let text = lines.joined(separator: "\n") + "\n"
      let content = try OfficialFile.read(ByteStream(Array(text.utf8), name: "f.csv"), ReadingContext())
      let figures = try #require(PublishedFiles.figures(content).first)
      let constants = Dictionary(
        figures.constants.map { ($0.name, $0.code) }, uniquingKeysWith: { first, _ in first })
      var found: [String: Double] = [:]
      for columns in figures.indicators.flatMap(\.columns) {
        for place in columns.values.indices where !columns.values[place].isNaN {
          let key = columns.grid.key(at: place)
          let codes = ["area", "product", "sex"].map { key[$0] ?? constants[$0] ?? "?" }
          found[(codes + ["\(key.period?.first.year ?? 0)"]).joined(separator: ",")] = columns.values[place]
        }
      }
      #expect(found == wanted, "\(sizes)")
    }
  }
}

/// Changes, takes away, adds and repeats bytes, and cuts the end off, so many times.
func damage(_ bytes: inout [UInt8], times: ClosedRange<Int>, marks: String, _ random: inout SeededRandom) {
  for _ in 0..<Int.random(in: times, using: &random) where !bytes.isEmpty {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(random.pick(Array(marks.utf8)), at: place)
    case 3: bytes.insert(contentsOf: bytes[place..<min(place + 20, bytes.count)], at: place)
    default: bytes.removeLast(bytes.count - place)
    }
  }
}
