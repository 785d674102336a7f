/// What is wrong with a text, where, and the way out.
///
/// One constructor per message stands in a file of its stage; nothing translates errors centrally.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The statement cannot be answered.
    case error
    /// It can be answered, but probably not as it was meant.
    case warning
  }

  /// A place with a few words about it.
  public struct Label: Hashable, Sendable {
    /// The place.
    public var span: SourceSpan
    /// What is to be seen there: "USD", "opened here".
    public var phrase: Phrase

    /// `phrase` at `span`.
    public init(_ span: SourceSpan, _ phrase: Phrase) {
      self.span = span
      self.phrase = phrase
    }

    /// What is to be seen there, in English.
    public var message: String { phrase.text }
  }

  /// A replacement of some bytes of the text.
  public struct Edit: Hashable, Sendable {
    /// What is replaced; an empty span inserts.
    public var span: SourceSpan
    /// What stands there afterwards.
    public var replacement: String

    /// `replacement` in place of `span`.
    public init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// A way out; with edits it can be applied to the text.
  public struct Hint: Hashable, Sendable {
    /// One sentence for a person.
    public var phrase: Phrase
    /// The edits that do what it says; empty where only a person can.
    public var edits: [Edit]

    /// `phrase`, done by `edits`.
    public init(_ phrase: Phrase, edits: [Edit] = []) {
      self.phrase = phrase
      self.edits = edits
    }

    /// The sentence in English.
    public var message: String { phrase.text }

    /// A hint for each of `names` that may have been meant; with `span`, what stands there is replaced by it.
    package static func guesses(_ names: [String], for span: SourceSpan? = nil) -> [Hint] {
      names.map { name in Hint("did you mean `\(name)`?", edits: span.map { [Edit($0, name)] } ?? []) }
    }
  }

  /// The stable name of the message: `incompatible-units`.
  public var id: String
  /// How bad it is.
  public var severity: Severity
  /// The message: one sentence that names what met what.
  public var phrase: Phrase
  /// The place where it is.
  public var span: SourceSpan
  /// Both sides, or what led here.
  public var labels: [Label]
  /// Ways out, best first.
  public var hints: [Hint]

  /// A message with all that belongs to it.
  public init(
    _ id: String, _ phrase: Phrase, at span: SourceSpan, severity: Severity = .error,
    labels: [Label] = [], hints: [Hint] = []
  ) {
    self.id = id
    self.severity = severity
    self.phrase = phrase
    self.span = span
    self.labels = labels
    self.hints = hints
  }

  /// The message in English.
  public var message: String { phrase.text }

  /// `source` with the edits of `hint` applied; nil where it has none or they do not fit the text.
  public static func applying(_ hint: Hint, to source: String) -> String? {
    guard !hint.edits.isEmpty else { return nil }
    var bytes = Array(source.utf8)
    for edit in hint.edits.sorted(by: { $0.span.start > $1.span.start }) {
      let range = edit.span.range
      guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
      bytes.replaceSubrange(range, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Diagnostic {
  /// The same message about a text that begins `offset` bytes further on.
  public func moved(by offset: Int32) -> Diagnostic {
    func moved(_ span: SourceSpan) -> SourceSpan {
      SourceSpan(start: span.start &+ offset, end: span.end &+ offset)
    }
    var result = self
    result.span = moved(span)
    result.labels = labels.map { Label(moved($0.span), $0.phrase) }
    result.hints = hints.map { hint in
      Hint(hint.phrase, edits: hint.edits.map { Edit(moved($0.span), $0.replacement) })
    }
    return result
  }
}
