import ChisoKernel
import ChisoWords

extension Assistance {
  /// What may stand at `offset` of `text`, counted in UTF-8 bytes.
  ///
  /// For example, behind `gdp[` the periods that there are, behind `gdp to ` the units into which it can be converted,
  /// behind `share(gdp, ` what can be the whole of it.
  public func complete(_ text: String, offset: Int) -> Completion {
    let bytes = Array(text.utf8)
    let cursor = min(max(0, offset), bytes.count)
    let place = CompletionPlace(bytes, to: cursor)
    if let codes = completeCode(place, bytes, to: cursor) { return codes }
    if let days = completeVintage(bytes, to: cursor) { return days }
    if place.isInert { return Completion(replacement: place.replacement) }
    if place.expectsSource {
      return Completion(
        replacement: place.replacement, matching(place.word, sourceCandidates))
    }
    let completion = completeExpression(place, bytes)
    let isBeforeBracket = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "(")
    return isBeforeBracket ? completion.withoutBrackets : completion
  }

  /// Does for a moment what makes later completions fast; whether more is left to do.
  public func prepare() -> Bool { index.prepare(for: session.catalogue) }

  /// The sources.
  package var sourceCandidates: [Completion.Candidate] {
    catalogue.sources.map { Completion.Candidate($0.name, .name, [.text(language.choose($0.titles))]) }
      .sorted { $0.text < $1.text }
  }

  private func completeExpression(_ place: CompletionPlace, _ bytes: [UInt8]) -> Completion {
    if place.expectsUnit {
      return Completion(
        replacement: place.replacement, matching(place.word, unitCandidates(at: place, bytes)))
    }
    if let bracket = place.bracket, bracket.sign == UInt8(ascii: "["),
      let operand = CompletionPlace.operand(before: bracket.position, in: bytes)
    {
      return completeSelector(of: operand, place, bytes)
    }
    guard let bracket = place.bracket, !bracket.name.isEmpty else {
      return place.word.isEmpty && place.bracket == nil && isAtStart(place, bytes)
        ? Completion(replacement: place.replacement) : completeName(place, bytes, also: [])
    }
    return completeArgument(of: bracket, place, bytes)
  }

  /// Whether nothing stands before the cursor, so that everything could.
  private func isAtStart(_ place: CompletionPlace, _ bytes: [UInt8]) -> Bool {
    if place.isBehindOpener { return false }
    let before = bytes[place.statementStart..<place.replacement.lowerBound].last { $0 != UInt8(ascii: " ") }
    guard let before else { return true }
    // Behind a whole operand there is no name to come.
    return CompletionPlace.isWordByte(before) || ")]\"%".utf8.contains(before)
  }

  // MARK: Arguments

  private func completeArgument(
    of bracket: CompletionPlace.Bracket, _ place: CompletionPlace, _ bytes: [UInt8]
  ) -> Completion {
    let parameters = parametersMeant(by: bracket, place, bytes)
    var special: [Completion.Candidate] = []
    for kind in parameters.kinds { special += candidates(for: kind, of: bracket, place, bytes) }
    let isLabelled = place.label(in: bytes) != nil
    var others = isLabelled ? [] : matching(place.word, labelCandidates(of: bracket.name))
    if parameters.expectsPeriod {
      let periods = completePeriod(of: subject(of: bracket, bytes), bytes, to: place.replacement.upperBound)
      let (start, wordStart) = (periods.replacement.lowerBound, place.replacement.lowerBound)
      // A period has signs in it that end other words.
      if start < wordStart { return periods }
      if start == wordStart { others += periods.candidates }
      // A name that may stand here too has a label as a rule.
      if place.word.isEmpty, !isLabelled, !periods.isEmpty { special = [] }
    }
    others += matching(place.word, special)
    let wantsName = parameters.takesSeries || others.isEmpty
    if !wantsName || (place.word.isEmpty && !others.isEmpty && !parameters.takesSeries) {
      return Completion(replacement: place.replacement, others)
    }
    return completeName(place, bytes, also: others)
  }

  /// What the functions of the call may take where the cursor is.
  private func parametersMeant(
    by bracket: CompletionPlace.Bracket, _ place: CompletionPlace, _ bytes: [UInt8]
  ) -> (kinds: [ParameterKind], takesSeries: Bool, expectsPeriod: Bool) {
    let position = bracket.argumentCount + (CompletionProbe.isPiped(bracket, in: bytes) ? 1 : 0)
    let label = place.label(in: bytes)
    var kinds: [ParameterKind] = []
    var isBehindAll = Form(rawValue: bracket.name) != nil && position == 1
    var isKnown = isBehindAll
    for function in catalogue.functions(named: bracket.name) {
      let parameters = catalogue.functions[Int(function)].parameters
      isKnown = true
      let parameter =
        label.map { name in parameters.first { $0.name == name } }
        ?? (parameters.indices.contains(position) ? parameters[position] : nil)
      if let kind = parameter?.kind, !kinds.contains(kind) { kinds.append(kind) }
      if label == nil, position == parameters.count { isBehindAll = true }
    }
    let takesSeries = !isKnown || kinds.isEmpty && !isBehindAll || kinds.contains { $0.isFigure }
    let expectsPeriod = isBehindAll || kinds.contains { $0 == .period || $0 == .range }
    return (kinds, takesSeries, expectsPeriod)
  }

  /// What has the periods that an argument can be: the first argument, or the call as far as it goes.
  private func subject(of bracket: CompletionPlace.Bracket, _ bytes: [UInt8]) -> String {
    let arguments = bytes[(bracket.position + 1)..<max(bracket.position + 1, bracket.argumentStart - 1)]
    let given = String(decoding: arguments, as: UTF8.self)
    let call = "\(bracket.name)(\(given))"
    if !given.isEmpty, session.inspect(call)?.extent == .series { return call }
    var depth = 0
    let first = arguments.prefix { byte in
      if "([".utf8.contains(byte) { depth += 1 }
      if ")]".utf8.contains(byte) { depth -= 1 }
      return depth > 0 || byte != UInt8(ascii: ",")
    }
    return String(decoding: first, as: UTF8.self)
  }

  private func candidates(
    for kind: ParameterKind, of bracket: CompletionPlace.Bracket, _ place: CompletionPlace, _ bytes: [UInt8]
  ) -> [Completion.Candidate] {
    switch kind {
    case .series, .number, .text, .period, .range: return []
    case .unit: return unitCandidates(at: place, bytes)
    case .word(let words): return words.map { Completion.Candidate($0, .keyword) }
    case .axis:
      return ["period", "area"].map { Completion.Candidate($0, .keyword) }
    case .function:
      let probe = CompletionProbe(place, bytes, in: session)
      return functionCandidates().map { candidate in
        Completion.Candidate(String(candidate.text.dropLast()), .function, candidate.remarks)
      }
      .filter { probe.accepts($0.text) }
    }
  }

  /// The labels that arguments of the function may have: `from:`.
  private func labelCandidates(of function: String) -> [Completion.Candidate] {
    var candidates: [Completion.Candidate] = []
    for place in catalogue.functions(named: function) {
      let entry = catalogue.functions[Int(place)]
      for parameter in entry.parameters where parameter.kind.takesLabel {
        let candidate = Completion.Candidate(
          "\(parameter.name): ", .label, [.text(entry.signature)])
        if !candidates.contains(where: { $0.text == candidate.text }) { candidates.append(candidate) }
      }
    }
    return candidates
  }

  // MARK: Units

  /// The units that make sense at the place; all where none does.
  private func unitCandidates(at place: CompletionPlace, _ bytes: [UInt8]) -> [Completion.Candidate] {
    let units = catalogue.units.all.map {
      Completion.Candidate($0.name, .unit, [.text(language.choose($0.labels))])
    }
    .sorted { $0.text < $1.text }
    let isBehindScale = place.previousWord.map { ScaleWord.exponent(of: $0) != nil } ?? false
    let scales =
      isBehindScale || place.bracket != nil && place.previousWord == nil
      ? [] : ScaleWord.all.prefix(7).map { Completion.Candidate($0 + " ", .unit) }
    let probe = CompletionProbe(place, bytes, in: session)
    let fitting = units.filter { probe.accepts($0.text) }
    guard !fitting.isEmpty, fitting.contains(where: { matches(place.word, $0) }) || place.word.isEmpty else {
      return units + scales
    }
    let takesScale = fitting.contains { candidate in
      let unit = catalogue.units.unit(named: candidate.text)?.unit
      return unit?.takesScaleWords == true && probe.accepts("billion \(candidate.text)")
    }
    return fitting + (takesScale ? scales : [])
  }

  // MARK: Matching

  /// Those whose text begins with `word`, accents and case apart; where there is none, those one of whose words
  /// of description does.
  package func matching(_ word: String, _ candidates: [Completion.Candidate]) -> [Completion.Candidate] {
    let named = matchingNames(word, candidates)
    if !named.isEmpty { return named }
    let wanted = SearchText(word).text
    guard !wanted.isEmpty else { return [] }
    return candidates.filter { candidate in
      candidate.remarks.contains {
        $0.words(in: language).map { SearchText($0).words.contains { $0.hasPrefix(wanted) } } ?? false
      }
    }
  }

  /// Those whose text begins with `word`; accents and case apart where none does so exactly.
  package func matchingNames(_ word: String, _ candidates: [Completion.Candidate]) -> [Completion.Candidate] {
    if word.isEmpty { return candidates }
    let exact = candidates.filter { $0.text.hasPrefix(word) }
    return exact.isEmpty ? candidates.filter { matches(word, $0) } : exact
  }

  private func matches(_ word: String, _ candidate: Completion.Candidate) -> Bool {
    SearchText.nameKey(candidate.text).starts(with: SearchText.nameKey(word))
  }
}

extension NamedUnit {
  /// Whether one speaks of billions of it.
  fileprivate var takesScaleWords: Bool { category == .currency || category == .counting }
}

extension ParameterKind {
  /// Whether one writes its label as a rule: `from: 2015`, but not `x: gdp`.
  fileprivate var takesLabel: Bool {
    switch self {
    case .series, .text: false
    case .number, .period, .range, .unit, .axis, .function, .word: true
    }
  }

  /// Whether a figure stands for it.
  fileprivate var isFigure: Bool { self == .series || self == .number }
}
