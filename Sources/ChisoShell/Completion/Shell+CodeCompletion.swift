import ChisoKernel
import ChisoTerminal

// Completion of dimensions and their codes inside square brackets: `[area: "VN-HN"`.
extension Shell {
  /// The codes of the dimension whose label stands before `cursor`; nil where none does.
  func completeCode(_ place: CompletionPlace, _ bytes: [UInt8], to cursor: Int) -> Completion? {
    guard let bracket = place.bracket, bracket.sign == UInt8(ascii: "["),
      let operand = CompletionPlace.operand(before: bracket.position, in: bytes),
      let typed = TypedCode(bytes[bracket.argumentStart..<cursor])
    else { return nil }
    let earlier = bytes[(bracket.position + 1)..<max(bracket.position + 1, bracket.argumentStart - 1)]
    let answer =
      earlier.isEmpty
      ? figures(of: operand)
      : figures(of: "\(operand)[\(String(decoding: earlier, as: UTF8.self))]") ?? figures(of: operand)
    let codes = answer?.series.grid.dimensions.first { $0.name == typed.dimension }?.codes ?? []
    let isClosed = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "\"")
    let described = answer.map { descriptions(of: typed.dimension, in: $0) } ?? [:]
    let candidates = codes.filter { SearchText.nameKey($0).starts(with: SearchText.nameKey(typed.text)) }
      .map {
        Completion.Candidate("\"\($0)" + (isClosed ? "" : "\""), .text, described[$0] ?? StyledText())
      }
    return Completion(replacement: typed.start..<cursor, candidates)
  }

  /// The periods and the dimensions by which `operand` can be sliced.
  func completeSelector(of operand: String, _ place: CompletionPlace, _ bytes: [UInt8]) -> Completion {
    var completion = completePeriod(of: operand, bytes, to: place.replacement.upperBound)
    let (start, wordStart) = (completion.replacement.lowerBound, place.replacement.lowerBound)
    // What has signs in it that end words can only be a period, and what has letters that no period has, a label.
    if start < wordStart { return completion }
    if start > wordStart { completion = Completion(replacement: place.replacement) }
    completion.add(matchingNames(place.word, dimensionCandidates(of: operand)))
    return completion
  }

  /// The dimensions of `operand` as labels: `area: `.
  func dimensionCandidates(of operand: String) -> [Completion.Candidate] {
    (figures(of: operand)?.series.grid.dimensions ?? []).map { dimension in
      let codes = dimension.codes.prefix(3).joined(separator: ", ") + (dimension.codes.count > 3 ? ", …" : "")
      let description =
        dimension.codes.count == 1
        ? words("1 code: \(codes)") : words("\(dimension.codes.count) codes: \(codes)")
      return Completion.Candidate("\(dimension.name): ", .operator, StyledText(description, .quiet))
    }
  }

  /// What `text` yields of what is at hand, where that is not too much.
  func figures(of text: String) -> Answer? {
    var session = session
    session.settings.budget = Budget(cells: 100_000)
    guard case .answer(let answer)? = session.run(text).first?.outcome else { return nil }
    return answer
  }

  /// For each code of a dimension how far its figures reach, and the last of them.
  private func descriptions(of dimension: String, in answer: Answer) -> [String: StyledText] {
    var known: [String: [Observation]] = [:]
    for observation in answer.observations where !observation.isMissing {
      known[observation.key[dimension] ?? "", default: []].append(observation)
    }
    return known.mapValues { observations in
      let reach = coverage(of: observations.compactMap(\.period)).map { StyledText($0.words, .quiet) }
      guard
        let last = observations.max(by: { ($0.period?.last ?? .earliest) < ($1.period?.last ?? .earliest) }),
        let figure = style.figure(last.value, last.interval, answer.type.unit)
      else { return StyledText() }
      return (reach + [figure + words(for: last.quality)]).joined(separator: StyledText(" · ", .quiet))
    }
  }
}

/// A label in brackets, with what is typed of its code: `area: "VN-`.
private struct TypedCode {
  /// The dimension.
  let dimension: String
  /// Where the code begins, its quotation mark included.
  let start: Int
  /// What is typed of it.
  let text: String

  /// What an argument begins with; nil where it has no label or its code is complete.
  init?(_ argument: ArraySlice<UInt8>) {
    guard let colon = argument.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let label = String(decoding: argument[..<colon], as: UTF8.self).trimmingSpaces
    guard !label.isEmpty, label.utf8.allSatisfy(CompletionPlace.isWordByte) else { return nil }
    dimension = label
    let rest = argument[(colon + 1)...].drop { $0 == UInt8(ascii: " ") }
    start = rest.startIndex
    let code = rest.first == UInt8(ascii: "\"") ? rest.dropFirst() : rest
    guard !code.contains(UInt8(ascii: "\"")) else { return nil }
    text = String(decoding: code, as: UTF8.self)
  }
}
