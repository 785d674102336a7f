public import ChisoAssistance
import ChisoKernel
import ChisoPresentation
public import ChisoTerminal
import ChisoWords

// What the prompt shows while somebody types, by what assistance knows.
extension Shell {
  /// What helps whoever types, in the session as it is.
  public var assistance: Assistance {
    var assistance = Assistance(for: session, language: language, index: nameIndex)
    assistance.completionTime = completionTime
    assistance.commandNames = ShellCommand.allNames
    assistance.watches = host.watches
    return assistance
  }

  /// A draft in colours, its first piece that cannot be right in the role of a mistake.
  ///
  /// - Parameter cursorOffset: Where the cursor stands, counted in UTF-8 bytes: a word that is still being typed there
  ///   may become a right one. Nil where nobody types.
  public func highlighted(_ draft: Draft, cursorOffset: Int? = nil) -> StyledText {
    guard draft.parsed.source.text.utf8.elementsEqual(draft.text.utf8) else { return StyledText(draft.text) }
    let highlighting = assistance.highlighting(of: draft, cursorOffset: cursorOffset)
    return StyledText(draft.text, highlighting.pieces, mistake: highlighting.mistake)
  }

  /// What a draft means, in a few words: `⇒ 20.5 % · share of gdp · 2025 · target`.
  ///
  /// Observation sources are not asked, and the session stays as it is. For an empty text it does what makes the next
  /// previews fast.
  ///
  /// - Parameter isCancelled: Asked now and then: whether nobody waits for it any more.
  /// - Returns: The same in wordings that get shorter; none where the text has no meaning yet, makes no sense, or would
  ///   take long to answer.
  public func preview(
    _ draft: inout Draft, isCancelled: @escaping @Sendable () -> Bool
  ) -> [StyledText] {
    if let command = draft.statement.flatMap({ CommandSyntax($0) }) {
      return ShellCommand.named(command.name).map { ["\("⇒", .quiet) \(words($0.summary), .quiet)"] } ?? []
    }
    let text = AnswerText(style: style, width: nil)
    switch assistance.preview(of: &draft, isCancelled: isCancelled) {
    case .answer(let answer): return text.wordings(of: answer)
    case .costly(let type): return text.wordings(ofCostly: type)
    case .call(let signature, let next):
      guard let next else { return [StyledText(signature, .quiet)] }
      func part(_ range: Range<Int>) -> String {
        String(decoding: Array(signature.utf8)[range], as: UTF8.self)
      }
      let rest = part(next.upperBound..<signature.utf8.count)
      return [
        "\(part(0..<next.lowerBound), .quiet)\(part(next), .emphasis)\(rest, .quiet)"
      ]
    case nil: return []
    }
  }

  /// What may stand at `offset` of `text`, counted in UTF-8 bytes: of a command what it takes, else what makes sense there.
  public func complete(_ text: String, offset: Int) -> Completion {
    let bytes = Array(text.utf8)
    let cursor = min(max(0, offset), bytes.count)
    let lineStart = bytes[..<cursor].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let firstSign = bytes[lineStart..<cursor].first { $0 != UInt8(ascii: " ") }
    return firstSign == UInt8(ascii: ":")
      ? completeCommand(bytes, from: lineStart, to: cursor) : assistance.complete(text, offset: cursor)
  }

  /// A few words about each candidate.
  public func descriptions(of candidates: [Completion.Candidate]) -> [StyledText] {
    let (style, book) = (style, settings.format.isForMachines ? nil : language.book)
    func text(_ remark: Completion.Remark) -> StyledText {
      switch remark {
      case .label(let text): StyledText(text)
      case .text(let text): StyledText(text, .quiet)
      case .phrase(let phrase): StyledText(phrase.text(in: book), .quiet)
      case .value(let text): StyledText(text, .text)
      case .stated(let text, let quality): figure(StyledText(text, .number), quality)
      case .figure(let observation, let unit):
        figure(style.figure(observation.value, observation.interval, unit) ?? "", observation.quality)
      }
    }
    /// `476.3 billion USD · target`
    func figure(_ figure: StyledText, _ quality: Quality) -> StyledText {
      style.language.words(for: quality).reduce(figure) {
        $0 + StyledText(" · ", .quiet) + StyledText($1, quality.textRole)
      }
    }
    return candidates.map { $0.remarks.map(text).joined(separator: StyledText(" · ", .quiet)) }
  }

  /// What is said below candidates that are not all.
  ///
  /// - Parameter endsList: Whether no further ones can be shown.
  public func note(ofCandidates places: ClosedRange<Int>, of total: Int, endsList: Bool) -> String {
    let (first, last) = (places.lowerBound, places.upperBound)
    return endsList
      ? words("\(first) to \(last) of \(total) · type more of the name")
      : words("\(first) to \(last) of \(total) · Tab for more")
  }
}

extension Completion.Kind {
  /// The role in which the list shows it.
  public var role: ChisoTerminal.Role {
    switch self {
    case .name: .name
    case .function: .function
    case .label: .operator
    case .unit: .unit
    case .period: .period
    case .keyword: .keyword
    case .command: .command
    case .text: .text
    case .file: .plain
    case .folder: .heading
    }
  }
}
