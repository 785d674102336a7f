/// What can stand between the cells of a text.
enum Separators {
  /// Those that are looked for; the earlier one is taken where two are as good.
  static let all = [";", "\t", "|", ","].map { (text: Unicode.Scalar) in UInt8(ascii: text) }

  /// The one that a first line `sep=;` states.
  static func stated(in sample: [UInt8]) -> UInt8? {
    guard sample.starts(with: "sep=".utf8), sample.count > 5, sample[5] == 10 || sample[5] == 13 else {
      return nil
    }
    return sample[4]
  }

  /// The one that gives the most cells most evenly in the lines of `sample`, outside quotes.
  static func best(of sample: [UInt8]) -> UInt8 {
    let lines = counts(in: sample)
    var best = (separator: all[0], score: 0.0)
    for (place, separator) in all.enumerated() {
      var frequencies: [Int: Int] = [:]
      for line in lines where line[place] > 0 { frequencies[line[place], default: 0] += 1 }
      for (count, frequency) in frequencies {
        let share = Double(frequency) / Double(lines.count)
        let score = share * share * Double(count)
        if score > best.score + 1e-9 { best = (separator, score) }
      }
    }
    return best.separator
  }

  /// How often each separator stands in each line that is not empty.
  private static func counts(in sample: [UInt8]) -> [[Int]] {
    let none = [Int](repeating: 0, count: all.count)
    var lines: [[Int]] = []
    var line = none
    var (isQuoted, isBlank) = (false, true)
    /// A comma between digits parts decimals where another separator stands in the line.
    var decimals = 0
    let comma = all.count - 1
    func isDigit(_ place: Int) -> Bool {
      sample.indices.contains(place) && sample[place] &- UInt8(ascii: "0") < 10
    }
    for (offset, byte) in sample.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 10 || byte == 13 {
        if line[0] + line[1] > 0 { line[comma] -= decimals }
        if !isBlank { lines.append(line) }
        (line, isBlank, decimals) = (none, true, 0)
        if lines.count == 200 { break }
        continue
      }
      if byte > 32 { isBlank = false }
      if !isQuoted, let place = all.firstIndex(of: byte) {
        line[place] += 1
        if place == comma, isDigit(offset - 1), isDigit(offset + 1) { decimals += 1 }
      }
    }
    if lines.isEmpty, !isBlank { lines.append(line) }
    return lines
  }
}
