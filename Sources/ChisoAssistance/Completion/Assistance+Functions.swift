import ChisoKernel
import ChisoWords

// Completion of functions: those whose result makes sense where the cursor is.
extension Assistance {
  /// The functions whose names begin with `word`, among those of which nothing speaks against what they yield.
  ///
  /// Each is called with figures that are there, those of `accepted` types first, and must pass the checker where the
  /// cursor is. One that no figure at hand suits is not held back, nor is what there is no time to try.
  func functions(
    beginningWith word: String, at place: CompletionPlace, _ bytes: [UInt8], _ accepted: [Bool]?
  ) -> [Completion.Candidate] {
    let named = functionCandidates(beginningWith: word)
    guard !named.isEmpty, hasExpression(before: place, bytes) else { return named }
    let probe = CompletionProbe(place, bytes, in: session)
    let figures = figuresToTry(accepted)
    let end = ProcessorClock.now + completionTime
    return named.filter { candidate in
      if ProcessorClock.now > end { return true }
      let name = String(candidate.text.dropLast())
      var hasResult = false
      for figure in figures {
        for call in CompletionProbe.calls(of: name, with: figure, catalogue) {
          if probe.accepts(call, beside: figure == Assistance.plainNumber ? figures.first : figure) {
            return true
          }
          hasResult = hasResult || session.inspect(call) != nil
        }
        if ProcessorClock.now > end { return true }
      }
      return !hasResult
    }
  }

  /// Names of indicators of different types, of `accepted` ones first; at last a number.
  private func figuresToTry(_ accepted: [Bool]?) -> [String] {
    let types = index.types(in: catalogue)
    let isAccepted = accepted ?? []
    let (first, others) = types.indices.reduce(into: ([Int](), [Int]())) { lists, index in
      if isAccepted.indices.contains(index), isAccepted[index] {
        lists.0.append(index)
      } else {
        lists.1.append(index)
      }
    }
    let names = (first.prefix(4) + others.prefix(4)).map {
      catalogue.callName(of: catalogue.indicators[Int(types[$0].example)])
    }
    // Some functions take plain numbers only.
    return names + [Assistance.plainNumber]
  }

  private static let plainNumber = "1"

  /// Whether what stands before the cursor asks for something.
  private func hasExpression(before place: CompletionPlace, _ bytes: [UInt8]) -> Bool {
    bytes[place.statementStart..<place.replacement.lowerBound].contains { $0 != UInt8(ascii: " ") }
  }
}

extension CompletionProbe {
  /// Calls of a function or form with `figure` wherever it takes one.
  static func calls(of name: String, with figure: String, _ catalogue: Catalogue) -> [String] {
    if Form(rawValue: name) != nil { return ["\(name)(\(figure))", "\(name)(\(figure)[2024])"] }
    return catalogue.functions(named: name).map { place in
      let arguments = catalogue.functions[Int(place)].parameters.filter { $0.defaultValue == nil }
        .map { $0.kind.filler(for: figure) }
      return "\(name)(\(arguments.joined(separator: ", ")))"
    }
  }
}
