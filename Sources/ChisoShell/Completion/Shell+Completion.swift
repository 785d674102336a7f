import ChisoKernel
import ChisoTerminal

extension Shell {
  /// What may stand at `offset` of `text`, counted in UTF-8 bytes.
  ///
  /// For example, behind `gdp[` the periods that there are, behind `to` units, behind `:` commands.
  public func complete(_ text: String, offset: Int) -> Completion {
    let bytes = Array(text.utf8)
    let cursor = min(max(0, offset), bytes.count)
    let lineStart = bytes[..<cursor].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let firstSign = bytes[lineStart..<cursor].first { $0 != UInt8(ascii: " ") }
    if firstSign == UInt8(ascii: ":") { return completeCommand(bytes, from: lineStart, to: cursor) }
    return completeExpression(CompletionPlace(bytes, from: 0, to: cursor), bytes)
  }

  private func completeExpression(_ place: CompletionPlace, _ bytes: [UInt8]) -> Completion {
    var candidates: [Completion.Candidate] = []
    if !place.isInert {
      if place.expectsUnit {
        candidates = matching(place.word, unitCandidates)
      } else if let bracket = place.bracket, bracket.sign == UInt8(ascii: "["), !bracket.name.isEmpty {
        // A period has signs in it that end other words.
        var place = place
        let start = Shell.periodStart(bytes, before: place.replacement.upperBound)
        place = CompletionPlace(bytes, from: start, to: place.replacement.upperBound)
        let typed = String(decoding: bytes[start..<place.replacement.upperBound], as: UTF8.self)
        let periods = periodCandidates(of: bracket.name).filter { $0.text.hasPrefix(typed) }
        return Completion(replacement: start..<place.replacement.upperBound, candidates: periods)
      } else if !place.word.isEmpty || place.bracket != nil {
        if let bracket = place.bracket {
          candidates = matching(place.word, labelCandidates(of: bracket.name))
        }
        if !place.word.isEmpty || candidates.isEmpty { candidates += matching(place.word, nameCandidates) }
      }
    }
    return Completion(replacement: place.replacement, candidates: candidates)
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

  /// Those whose text begins with `word`, accents and case apart; where there is none, those one of whose words
  /// of description does.
  private func matching(_ word: String, _ candidates: [Completion.Candidate]) -> [Completion.Candidate] {
    if word.isEmpty { return candidates }
    let exact = candidates.filter { $0.text.hasPrefix(word) }
    if !exact.isEmpty { return exact }
    let wanted = SearchText(word).text
    guard !wanted.isEmpty else { return [] }
    let folded = candidates.filter { SearchText($0.text).text.hasPrefix(wanted) }
    if !folded.isEmpty { return folded }
    return candidates.filter { SearchText($0.description.plain).words.contains { $0.hasPrefix(wanted) } }
  }

  // MARK: Candidates

  /// What an expression may be made of.
  private var nameCandidates: [Completion.Candidate] {
    let language = settings.language
    var candidates = catalogue.namedExpressions.map {
      Completion.Candidate($0.name, StyledText($0.expression, .quiet))
    }
    for entry in catalogue.indicators {
      let labels = entry.declaration.labels
      let label = Topic.indicator(entry).label(language)
      let other = labels.values.filter { $0 != label }.sorted().map { " · \($0)" }.joined()
      candidates.append(
        Completion.Candidate(catalogue.callName(of: entry), StyledText(label) + StyledText(other, .quiet)))
    }
    for group in catalogue.functionGroups {
      guard let first = group.first else { continue }
      candidates.append(Completion.Candidate(first.name + "(", StyledText(first.summary, .quiet)))
    }
    candidates += Form.allCases.map {
      Completion.Candidate($0.rawValue + "(", StyledText($0.summary, .quiet))
    }
    var seen: Set<String> = []
    return candidates.filter { seen.insert($0.text).inserted }.sorted { $0.text < $1.text }
  }

  private var unitCandidates: [Completion.Candidate] {
    let scales = ScaleWord.all.prefix(7).map { Completion.Candidate($0 + " ") }
    let units = catalogue.units.all.map {
      Completion.Candidate($0.name, StyledText(Topic.unit($0).label(settings.language), .quiet))
    }
    return units.sorted { $0.text < $1.text } + scales
  }

  /// The periods of which something is known: of an indicator what the sources say, else what the name yields.
  private func periodCandidates(of name: String) -> [Completion.Candidate] {
    var reported: Set<Period> = []
    var targets: Set<Period> = []
    for place in catalogue.indicators(named: name) {
      let coverage = Coverage(of: catalogue.indicators[Int(place)], in: catalogue)
      for figure in coverage.figures {
        guard let period = figure.period else { continue }
        if figure.claim.role == .target { targets.insert(period) } else { reported.insert(period) }
      }
    }
    var session = session
    if case .answer(let answer)? = session.run(name).first?.outcome {
      for observation in answer.observations where observation.value != nil {
        guard let period = observation.period else { continue }
        if observation.quality.role == .target { targets.insert(period) } else { reported.insert(period) }
      }
    }
    return Coverage.ordered(Array(reported.union(targets))).map { period in
      let isTarget = !reported.contains(period)
      return Completion.Candidate(
        period.description,
        isTarget ? StyledText("target", .target) : StyledText(period.frequency.adjective, .quiet))
    }
  }

  /// The labels that arguments of the function may have: `from:`.
  private func labelCandidates(of function: String) -> [Completion.Candidate] {
    var candidates: [Completion.Candidate] = []
    for place in catalogue.functions(named: function) {
      let entry = catalogue.functions[Int(place)]
      for parameter in entry.parameters where parameter.kind.takesLabel {
        let candidate = Completion.Candidate("\(parameter.name): ", StyledText(entry.signature, .quiet))
        if !candidates.contains(where: { $0.text == candidate.text }) { candidates.append(candidate) }
      }
    }
    return candidates
  }

  // MARK: Commands

  private func completeCommand(_ bytes: [UInt8], from start: Int, to cursor: Int) -> Completion {
    let line = String(decoding: bytes[start..<cursor], as: UTF8.self)
    let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let isNewWord = line.last == " "
    let typed = isNewWord ? "" : words.last ?? ""
    let replacement = cursor - typed.utf8.count..<cursor
    let position = words.count - (isNewWord ? 0 : 1)
    guard position > 0 else {
      let commands = ShellCommand.all.map {
        Completion.Candidate(
          ":\($0.name)\($0.arguments.isEmpty ? "" : " ")", StyledText(self.words($0.summary), .quiet))
      }
      return Completion(replacement: replacement, candidates: commands.filter { $0.text.hasPrefix(typed) })
    }
    guard let name = words.first?.dropFirst(), let command = ShellCommand.named(String(name)),
      let argument = command.arguments.indices.contains(position - 1)
        ? command.arguments[position - 1] : command.arguments.last
    else { return Completion(replacement: replacement, candidates: []) }
    let candidates = self.candidates(for: argument.kind, after: Array(words.dropFirst()))
    return Completion(replacement: replacement, candidates: matching(typed, candidates))
  }

  private func candidates(
    for kind: ShellCommand.ArgumentKind, after words: [String]
  ) -> [Completion.Candidate] {
    switch kind {
    case .choice(let choices): choices.map { Completion.Candidate($0) }
    case .name: topicCandidates { if case .command = $0 { false } else { true } }
    case .topic: topicCandidates { _ in true }
    case .source: topicCandidates { if case .source = $0 { true } else { false } }
    case .setting:
      Setting.all.map { Completion.Candidate($0.name, StyledText(self.words($0.summary), .quiet)) }
    case .settingValue: settingValues(words.first ?? "")
    case .date:
      Set(catalogue.sources.compactMap(\.published)).sorted(by: >)
        .map { Completion.Candidate($0.description, StyledText(publications(on: $0), .quiet)) }
    case .file, .text: []
    }
  }

  private func settingValues(_ name: String) -> [Completion.Candidate] {
    if name == "prefer" { return [Completion.Candidate("latest")] + candidates(for: .source, after: []) }
    if name == "area" {
      return [Completion.Candidate("all")]
        + catalogue.codes(of: Shell.areaAxis).map { Completion.Candidate($0) }
    }
    if name == "as-of" { return [Completion.Candidate("latest")] + candidates(for: .date, after: []) }
    return Setting.all.first { $0.name == name }?.values.map { Completion.Candidate($0) } ?? []
  }

  private func publications(on day: CivilDate) -> String {
    catalogue.sources.filter { $0.published == day }.map(\.name).joined(separator: ", ")
  }

  private func topicCandidates(_ isWanted: (Topic) -> Bool) -> [Completion.Candidate] {
    catalogue.topics.filter(isWanted).map { topic in
      var name = topic.name
      if name.hasPrefix(":") { name.removeFirst() }
      return Completion.Candidate(name, StyledText(topic.label(settings.language), .quiet))
    }
    .sorted { $0.text < $1.text }
  }
}

extension CompletionPlace {
  /// Whether a unit may stand here: behind `to`, and behind the scale words after it.
  fileprivate var expectsUnit: Bool {
    guard let previousWord else { return false }
    return previousWord == "to" || previousWord == "in" || ScaleWord.exponent(of: previousWord) != nil
  }
}

extension ParameterKind {
  /// Whether one writes its label as a rule: `from: 2015`, but not `x: gdp`.
  fileprivate var takesLabel: Bool {
    switch self {
    case .series, .text: false
    case .number, .period, .range, .unit, .axis, .function, .word: true
    }
  }
}
