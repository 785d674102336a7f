import ChisoKernel
import ChisoTerminal

// Completion of periods: those of which something is known, with the figure, and how far they reach.
extension Shell {
  /// The periods of `operand` that begin with what was typed before `cursor`.
  func completePeriod(of operand: String, _ bytes: [UInt8], to cursor: Int) -> Completion {
    let start = Shell.periodStart(bytes, before: cursor)
    let typed = String(decoding: bytes[start..<cursor], as: UTF8.self)
    let known = knownPeriods(of: operand)
    let ordered = Period.longestFirst(known.keys)
    // In `2021..` only what comes later ends the range.
    let first = Shell.rangeStart(bytes, before: start)
    var candidates = first == nil ? coverageCandidates(ordered) : []
    candidates += ordered.filter { $0.mayEnd(first) }
      .map { Completion.Candidate($0.description, .period, known[$0] ?? StyledText()) }
    return Completion(replacement: start..<cursor, candidates.filter { $0.text.hasPrefix(typed) })
  }

  /// All there is of each length as a range: `2021..2025`, with how many are missing in between.
  private func coverageCandidates(_ periods: [Period]) -> [Completion.Candidate] {
    coverage(of: periods).filter { $0.first != $0.last }.map {
      Completion.Candidate("\($0.first)..\($0.last)", .period, StyledText($0.words, .quiet))
    }
  }

  /// How far periods reach, the longest first: `2021–2025, 2 gaps`.
  func coverage(of periods: [Period]) -> [(first: Period, last: Period, words: String)] {
    let groups = Dictionary(grouping: periods, by: \.frequency)
    return groups.sorted { $0.key.averageDays > $1.key.averageDays }.compactMap { frequency, group in
      guard let first = group.min(by: { $0.first < $1.first }),
        let last = group.max(by: { $0.last < $1.last })
      else { return nil }
      guard first != last else { return (first, last, first.description) }
      let phrase: Phrase
      if frequency.isRegular {
        let gaps = (PeriodRange(first: first, last: last).count ?? group.count) - group.count
        phrase =
          switch gaps {
          case 0: "\(first)–\(last), no gap"
          case 1: "\(first)–\(last), 1 gap"
          default: "\(first)–\(last), \(gaps) gaps"
          }
      } else if frequency == .instant {
        phrase = "\(first)–\(last), \(group.count) days"
      } else {
        phrase = "\(first)–\(last), \(group.count) periods"
      }
      return (first, last, words(phrase))
    }
  }

  /// The periods of which something is known, with the figure: what the expression yields, and for an indicator all
  /// that the sources say.
  private func knownPeriods(of operand: String) -> [Period: StyledText] {
    var known: [Period: StyledText] = [:]
    for place in catalogue.indicators(named: operand) {
      let coverage = Coverage(of: catalogue.indicators[Int(place)], in: catalogue)
      for figure in coverage.figures {
        guard let period = figure.period else { continue }
        let claim = figure.claim
        let relation = claim.syntax.relation == .equal ? "" : claim.syntax.relation.text + " "
        let text = StyledText(relation + canonicalText(of: claim.syntax.quantity), .number)
        known[period] = text + words(for: Quality(claim.status, role: claim.role))
      }
    }
    if let answer = figures(of: operand) {
      let isPanel = answer.series.grid.dimensions.contains { $0.codes.count > 1 }
      let style = self.style
      var counts: [Period: Int] = [:]
      for observation in answer.observations {
        guard let period = observation.period,
          let figure = style.figure(observation.value, observation.interval, answer.type.unit)
        else { continue }
        counts[period, default: 0] += 1
        // Of several areas none speaks for all.
        known[period] =
          isPanel
          ? StyledText(words(ofFigures: counts[period] ?? 0), .quiet)
          : figure + words(for: observation.quality)
      }
    }
    return known
  }

  /// ` · target`
  func words(for quality: Quality) -> StyledText {
    language.words(for: quality)
      .map { StyledText(" · ", .quiet) + StyledText($0, quality.textRole) }.joined()
  }

  private static func periodStart(_ bytes: [UInt8], before cursor: Int) -> Int {
    var start = cursor
    while start > 0 {
      let byte = bytes[start - 1]
      let isPart =
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || (0x30...0x39).contains(byte)
        || (0x41...0x5A).contains(byte)
      guard isPart else { break }
      start -= 1
    }
    return start
  }

  /// The period before the dots that end at `end`.
  private static func rangeStart(_ bytes: [UInt8], before end: Int) -> Period? {
    guard end >= 2, bytes[end - 1] == UInt8(ascii: "."), bytes[end - 2] == UInt8(ascii: ".") else {
      return nil
    }
    let start = periodStart(bytes, before: end - 2)
    return Period(String(decoding: bytes[start..<(end - 2)], as: UTF8.self))
  }
}

extension Period {
  /// Whether a range that begins with `first` may end with the period; true where there is no range.
  fileprivate func mayEnd(_ first: Period?) -> Bool {
    guard let first else { return true }
    return self.first >= first.first && frequency == first.frequency
  }
}
