import ChisoKernel
import ChisoWords

// Completion of names: of indicators by their names and labels, of what the session named, of functions.
extension Assistance {
  /// The names that begin with the word at the place and make sense there, behind `others`; where no name begins so,
  /// the indicators that have such words in their labels.
  package func completeName(
    _ place: CompletionPlace, _ bytes: [UInt8], also others: [Completion.Candidate]
  ) -> Completion {
    if let phrase = completePhrase(place, bytes) { return phrase }
    let accepted = acceptedTypes(at: place, bytes)
    var completion = Completion(replacement: place.replacement, others)
    completion.add(matchingNames(place.word, definitionCandidates))
    addIndicators(to: &completion, place.word, accepted)
    if !place.word.isEmpty || completion.isEmpty {
      let fitting = functions(beginningWith: place.word, at: place, bytes, accepted)
      completion.add(
        completion.isEmpty && fitting.isEmpty ? functionCandidates(beginningWith: place.word) : fitting)
    }
    if !completion.isEmpty || place.word.isEmpty { return completion }
    return completeLabel([place.word], place.replacement, accepted)
      ?? Completion(
        replacement: place.replacement,
        place.word.utf8.count > 2 ? matching(place.word, functionCandidates()) : [])
  }

  /// For each type of indicators whether it makes sense at the place; nil where nothing is known against any.
  func acceptedTypes(at place: CompletionPlace, _ bytes: [UInt8]) -> [Bool]? {
    let before = bytes[place.statementStart..<place.replacement.lowerBound]
    guard before.contains(where: { $0 != UInt8(ascii: " ") }) else { return nil }
    let probe = CompletionProbe(place, bytes, in: session)
    let types = index.types(in: catalogue)
    let end = ProcessorClock.now + completionTime
    var isAnyAccepted = false
    let accepted = types.map { type in
      // What there is no time to try is not held back.
      if ProcessorClock.now > end { return true }
      let isAccepted = accepts(type, among: types, probe)
      isAnyAccepted = isAnyAccepted || isAccepted
      return isAccepted
    }
    return isAnyAccepted ? accepted : nil
  }

  /// Whether indicators of a type make sense at the place of the probe, beside others where the call needs more.
  private func accepts(_ type: IndexedType, among types: [IndexedType], _ probe: CompletionProbe) -> Bool {
    func name(_ type: IndexedType) -> String {
      catalogue.callName(of: catalogue.indicators[Int(type.example)])
    }
    let candidate = name(type)
    guard probe.accepts(candidate) else { return false }
    guard probe.needsOthers, type.count == 1 else { return true }
    // The only one of its type: what else the call needs must be of another.
    let unit = catalogue.indicators[Int(type.example)].unit
    return types.contains { other in
      let otherUnit = catalogue.indicators[Int(other.example)].unit
      return other.example != type.example
        && (unit.dimensionality == otherUnit.dimensionality || unit.isCount && otherUnit.isCount)
        && probe.accepts(candidate, beside: name(other))
    }
  }

  private func addIndicators(to completion: inout Completion, _ word: String, _ accepted: [Bool]?) {
    if word.contains(".") {
      completion.add(fullNames(beginningWith: word))
      return
    }
    let key = SearchText.nameKey(word)
    let query = NameQuery(manner: .name, words: [key], acceptedTypes: accepted, limit: Completion.limit)
    let found = index.find(query, in: catalogue)
    let candidates = found.places.map { indicatorCandidate(catalogue.indicators[Int($0)]) }
    if found.total == candidates.count {
      completion.add(candidates)
    } else {
      let common = String(decoding: found.commonKey ?? key, as: UTF8.self)
      // Folded names tell the beginning only where they are the names themselves.
      let isPlain = candidates.allSatisfy { $0.text.hasPrefix(common) }
      completion.add(candidates, ofTotal: found.total, commonPrefix: isPlain ? common : word)
    }
  }

  /// Words that mean nothing to the language side by side are taken for words of a label: `kinh te so`. Nil where the
  /// cursor is not behind such.
  private func completePhrase(_ place: CompletionPlace, _ bytes: [UInt8]) -> Completion? {
    var start = place.replacement.lowerBound
    var words = [place.word]
    while start > place.statementStart, bytes[start - 1] == UInt8(ascii: " ") {
      let previous = CompletionPlace.word(before: start - 1, in: bytes)
      guard !previous.isEmpty, previous.first?.isNumber == false, !isKnown(previous) else { break }
      words.insert(previous, at: 0)
      start -= 1 + previous.utf8.count
    }
    // The longest row of words that some label has.
    while words.count > 1 {
      let replacement = start..<place.replacement.upperBound
      let accepted = acceptedTypes(at: CompletionPlace(bytes, from: start, to: replacement.upperBound), bytes)
      if let completion = completeLabel(words, replacement, accepted) { return completion }
      start += words.removeFirst().utf8.count + 1
    }
    return nil
  }

  /// The indicators whose labels have words that begin with each of `words`; nil where there is none.
  private func completeLabel(
    _ words: [String], _ replacement: Range<Int>, _ accepted: [Bool]?
  ) -> Completion? {
    let keys = words.flatMap { SearchText($0).words.map { Array($0.utf8) } }
    guard !keys.isEmpty else { return nil }
    let query = NameQuery(manner: .label, words: keys, acceptedTypes: accepted, limit: Completion.limit)
    let found = index.find(query, in: catalogue)
    guard found.total > 0 else { return nil }
    var completion = Completion(replacement: replacement)
    let candidates = found.places.map { indicatorCandidate(catalogue.indicators[Int($0)]) }
    if found.total == candidates.count {
      completion.add(candidates)
    } else {
      completion.add(candidates, ofTotal: found.total, commonPrefix: "")
    }
    return completion
  }

  /// Whether a name or a word of the language may stand before what is typed.
  func isKnown(_ name: String) -> Bool {
    !catalogue.indicators(named: name).isEmpty || catalogue.units.unit(named: name) != nil
      || catalogue.namedExpressions.contains { $0.name == name }
      || Assistance.infixWords.contains(name)
  }

  static let infixWords: Set<String> = [
    "to", "in", "given", "as", "of", "and", "or", "not", "if", "then", "else", "let", "def",
  ]

  // MARK: Candidates

  private func fullNames(beginningWith word: String) -> [Completion.Candidate] {
    let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let key = SearchText.nameKey(parts[1])
    let query = NameQuery(manner: .name, words: [key], acceptedTypes: nil, limit: .max)
    return index.find(query, in: catalogue).places.map { catalogue.indicators[Int($0)] }
      .filter { $0.plugin == String(parts[0]) }.prefix(Completion.limit)
      .map { Completion.Candidate($0.fullName, .name, indicatorCandidate($0).remarks) }
  }

  private func indicatorCandidate(_ entry: IndicatorEntry) -> Completion.Candidate {
    let labels = entry.declaration.labels
    let label = language.choose(entry.declaration.labels)
    let others = labels.values.filter { $0 != label }.sorted()
    return Completion.Candidate(
      catalogue.callName(of: entry), .name, [.label(label)] + others.map { .text($0) })
  }

  /// The names that the session gave.
  private var definitionCandidates: [Completion.Candidate] {
    var seen: Set<String> = []
    return catalogue.namedExpressions.reversed().filter { seen.insert($0.name).inserted }
      .map { Completion.Candidate($0.name, .name, [.text($0.expression)]) }
      .sorted { $0.text < $1.text }
  }

  /// The functions and forms whose names begin with `word`, with the bracket that opens their arguments; only these are
  /// described.
  func functionCandidates(beginningWith word: String = "") -> [Completion.Candidate] {
    let functions = catalogue.functions
    let places = Dictionary(functions.indices.map { (functions[$0].name, $0) }) { first, _ in first }
    let names = Set(places.keys).union(Form.allCases.map(\.rawValue)).sorted()
    return matchingNames(word, names.map { Completion.Candidate($0 + "(", .function) }).map { candidate in
      let name = String(candidate.text.dropLast())
      let summary =
        places[name].map { language.summary(of: functions[$0]) } ?? Form(rawValue: name).map(language.summary)
      return Completion.Candidate(candidate.text, .function, [.text(summary ?? "")])
    }
  }
}
