import ChisoKernel
import ChisoTerminal

// Completion of periods: those of which something is known, with the figure, and how far they reach.
extension Shell {
  /// The periods of `operand` that begin with what was typed before `cursor`.
  func completePeriod(of operand: String, _ bytes: [UInt8], to cursor: Int) -> Completion {
    let start = Shell.periodStart(bytes, before: cursor)
    let typed = String(decoding: bytes[start..<cursor], as: UTF8.self)
    let known = knownPeriods(of: operand)
    let ordered = Coverage.ordered(Array(known.keys))
    // In `2021..` only what comes later ends the range.
    let first = Shell.rangeStart(bytes, before: start)
    var candidates = first == nil ? coverageCandidates(ordered) : []
    candidates += ordered.filter { $0.mayEnd(first) }
      .map { Completion.Candidate($0.description, .period, known[$0] ?? StyledText()) }
    return Completion(replacement: start..<cursor, candidates.filter { $0.text.hasPrefix(typed) })
  }

  /// All there is of each length as a range: `2021..2025`, with how many are missing in between.
  private func coverageCandidates(_ periods: [Period]) -> [Completion.Candidate] {
    var candidates: [Completion.Candidate] = []
    for (frequency, group) in Dictionary(grouping: periods, by: \.frequency).sorted(by: {
      $0.key.averageDays > $1.key.averageDays
    }) {
      guard let first = group.first, let last = group.last, first != last else { continue }
      let words: String
      if frequency.isRegular {
        let gaps = (PeriodRange(first: first, last: last).count ?? group.count) - group.count
        let missing = gaps == 0 ? "no gap" : gaps == 1 ? "1 gap" : "\(gaps) gaps"
        words = "\(first)–\(last), \(missing)"
      } else {
        words = "\(first)–\(last), \(group.count) \(frequency == .instant ? "days" : "periods")"
      }
      candidates.append(Completion.Candidate("\(first)..\(last)", .period, StyledText(words, .quiet)))
    }
    return candidates
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
        known[period] = text + Shell.words(for: Quality(claim.status, role: claim.role), settings)
      }
    }
    var session = session
    session.settings.budget = Budget(cells: 100_000)
    if case .answer(let answer)? = session.run(operand).first?.outcome {
      for observation in answer.observations {
        guard let value = observation.value, let period = observation.period else { continue }
        known[period] =
          settings.style.value(value, observation.interval, answer.type.unit)
          + Shell.words(for: observation.quality, settings)
      }
    }
    return known
  }

  /// ` · target`
  private static func words(for quality: Quality, _ settings: ShellSettings) -> StyledText {
    settings.language.words(for: quality)
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
