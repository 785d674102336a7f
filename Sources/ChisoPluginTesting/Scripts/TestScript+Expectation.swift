extension TestScript {
  /// One thing that is expected of a statement.
  package struct Expectation: Sendable {
    /// What it is about; the raw value is how it is written.
    package enum Subject: String, CaseIterable, Sendable {
      /// `=> 20.5 %`, `=> missing`, `=> true`: the value of a figure, at the digits that are printed here.
      case value = "=>"
      /// `in 20.45..20.55`, `in 20..`: the bounds in the unit of the value above, at the digits printed here.
      case bounds = "in"
      /// `exact`: the bounds are the value.
      case exact
      /// `period 2024-10-12`, `period none`.
      case period
      /// `role target`.
      case role
      /// `status E`.
      case status
      /// `source session_10`, `source none`; several are separated by spaces.
      case source
      /// `published 2025-02-06`.
      case published
      /// `base gdp`.
      case base
      /// `kind series`.
      case kind
      /// `expression growth(gdp)[2024]`: the canonical text.
      case expression
      /// `note disagreement`, `note none`; or words that one of the notes contains.
      case note
      /// `series`: the rows below, each `[codes] [period] value [status or role]`.
      case series
      /// `command as-of`: a command for whoever shows the session.
      case command
      /// `declared name`: something was declared for the session.
      case declared
      /// `type twice(x: series in U) → U`: what is known of a function that was declared.
      case type
      /// `error incompatible-units`.
      case error
      /// `message …`: words that the message contains.
      case message
      /// `at population[2024]`: what the message points at.
      case place = "at"
      /// `hint …`: words that one of the hints contains.
      case hint
      /// `fix gdp[2024] / population[2024]`: the statement with a hint applied.
      case fix
    }

    package var subject: Subject
    package var words: String
    package var rows: [[Substring]] = []

    /// It as it is written.
    var text: String { words.isEmpty ? subject.rawValue : "\(subject.rawValue) \(words)" }

    /// Whether it says that the statement is refused, and how.
    var isOfARefusal: Bool { [.error, .message, .place, .hint, .fix].contains(subject) }

    /// Whether indented lines below belong to it.
    var takesRows: Bool { subject == .series }

    /// The expectation that `line` states.
    package init?(_ line: Substring) {
      guard let first = line.words.first, let subject = Subject(rawValue: String(first)) else { return nil }
      self.subject = subject
      var rest = line.dropFirst(first.count).drop { $0 == " " }
      while rest.last == " " { rest.removeLast() }
      words = String(rest)
    }
  }
}
