/// Words for a person: English with gaps, and what stands in them as data, so that another language can be put in
/// its place.
///
/// Any interpolated literal is one. A phrase may stand in the gap of another, where its words depend on something.
///
/// For example:
///
///     let phrase: Phrase = "There is no unit `\(name)`."
///     phrase.template   // There is no unit `{1}`.
///     phrase.text       // There is no unit `USX`.
public struct Phrase: Hashable, Sendable {
  /// What stands in a gap.
  public enum Argument: Hashable, Sendable {
    /// A name or a piece of source, the same in every language.
    case text(String)
    /// A number as English writes it: `1,928.5`.
    case number(String)
    /// Words that are to be translated too.
    indirect case phrase(Phrase)
  }

  /// The words around the gaps: one more than there are arguments.
  private var segments: [String]
  /// What stands in the gaps, from left to right.
  public private(set) var arguments: [Argument]
  /// Whether its first letter becomes a capital.
  private var isCapitalized = false
  /// What tells it from another phrase with the same words.
  private var context = ""

  /// The words, with a number for each gap: `There is no unit `{1}`.`
  public var template: String {
    var text = segments[0]
    for gap in arguments.indices { text += "{\(gap + 1)}" + segments[gap + 1] }
    return text
  }

  /// A piece of data that is no language's: a name, a piece of source.
  public init(verbatim text: String) {
    segments = ["", ""]
    arguments = [.text(text)]
  }

  private init(_ segments: [String], _ arguments: [Argument]) {
    self.segments = segments
    self.arguments = arguments
  }

  /// The phrase in English.
  public var text: String { text(in: nil) }

  /// The phrase in the language of `book`; what the book lacks stays English.
  public func text(in book: PhraseBook?) -> String {
    var text = ""
    if let book, let translated = translation(in: book) {
      for part in Phrase.parts(of: translated) {
        switch part {
        case .words(let words): text += words
        case .gap(let number):
          if arguments.indices.contains(number) { text += value(arguments[number], book) }
        }
      }
    } else {
      text = segments[0]
      for gap in arguments.indices { text += value(arguments[gap], book) + segments[gap + 1] }
    }
    return isCapitalized ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  func translation(in book: PhraseBook) -> String? { book.phrase(template, context: context) }

  private func value(_ argument: Argument, _ book: PhraseBook?) -> String {
    switch argument {
    case .text(let text): text
    case .number(let text): book?.number(text) ?? text
    case .phrase(let phrase): phrase.text(in: book)
    }
  }

  /// The same phrase with a capital letter at its start.
  public var capitalized: Phrase {
    var phrase = self
    phrase.isCapitalized = true
    return phrase
  }

  /// The same phrase with a capital letter at its start and a full stop at its end.
  public var asSentence: Phrase { text.hasSuffix(".") ? capitalized : ("\(self)." as Phrase).capitalized }

  /// The same phrase, told from another one with the same words by `context`: `about` of a number, and of a topic.
  public func meaning(_ context: String) -> Phrase {
    var phrase = self
    phrase.context = context
    return phrase
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { text.isEmpty }

  /// One phrase behind the other, as one.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    guard !left.isCapitalized, !right.isCapitalized else { return "\(left)\(right)" }
    let middle = left.segments[left.arguments.count] + right.segments[0]
    return Phrase(
      left.segments.dropLast() + [middle] + right.segments.dropFirst(), left.arguments + right.arguments)
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// Collects the words and the gaps of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var segments = [""]
    fileprivate var arguments: [Argument] = []

    /// Starts with no words.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { segments[segments.count - 1] += literal }

    /// Adds words that are to be translated too.
    public mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

    /// Adds a number as English writes it; another language may have other marks.
    public mutating func appendInterpolation(number text: String) { append(.number(text)) }

    /// Adds a name, a piece of source, or whatever else is the same in every language.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(.text(value.description))
    }

    private mutating func append(_ argument: Argument) {
      arguments.append(argument)
      segments.append("")
    }
  }

  /// A phrase without gaps.
  public init(stringLiteral value: String) { self.init([value], []) }

  /// A phrase with its gaps filled.
  public init(stringInterpolation: StringInterpolation) {
    self.init(stringInterpolation.segments, stringInterpolation.arguments)
  }
}

// What stands between and in the gaps.
extension Phrase {
  private enum Part {
    case words(String)
    case gap(Int)
  }

  /// The parts of a translation, where the gaps may stand in another order.
  private static func parts(of template: String) -> [Part] {
    var parts: [Part] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let number = Int(rest[rest.index(after: open)..<close])
      else {
        parts.append(.words(String(rest[...open])))
        rest = rest[rest.index(after: open)...]
        continue
      }
      parts += [.words(String(rest[..<open])), .gap(number - 1)]
      rest = rest[rest.index(after: close)...]
    }
    return parts + [.words(String(rest))]
  }
}

extension DefaultStringInterpolation {
  /// A phrase is no text before somebody says in which language: take its `text`.
  @available(*, unavailable, message: "take the text of the phrase, or make the whole a phrase")
  public mutating func appendInterpolation(_ phrase: Phrase) {}
}
