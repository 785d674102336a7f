public import ChisoKernel
import ChisoWords

/// What may stand at a place of a text.
public struct Completion: Hashable, Sendable {
  /// What a possibility is.
  public enum Kind: Hashable, Sendable {
    /// An indicator, a source, or anything else that is declared.
    case name
    /// A function or form, with the bracket that opens its arguments.
    case function
    /// The label of an argument or of a dimension, with its colon.
    case label
    case unit, period, keyword, command
    /// A text in quotes, or the value of a setting.
    case text
    case file, folder
  }

  /// Something to be said of a possibility.
  public enum Remark: Hashable, Sendable {
    /// What it is called in full.
    case label(String)
    /// Words about it that are the same in every language, or were chosen for one.
    case text(String)
    /// Words about it.
    case phrase(Phrase)
    /// What it is set to.
    case value(String)
    /// A figure as its source states it.
    case stated(String, Quality)
    /// The figure that stands there.
    case figure(Observation, UnitOfMeasure)

    /// The words in it.
    func words(in language: Language) -> String? {
      switch self {
      case .label(let text), .text(let text), .value(let text): text
      case .phrase(let phrase): language.text(phrase)
      case .stated, .figure: nil
      }
    }
  }

  /// One possibility.
  public struct Candidate: Hashable, Sendable {
    /// What replaces the bytes that were typed: `digital_economy`.
    public var text: String
    /// What it is.
    public var kind: Kind
    /// What there is to be said of it, the most telling first.
    public var remarks: [Remark]

    package init(_ text: String, _ kind: Kind, _ remarks: [Remark] = []) {
      self.text = text
      self.kind = kind
      self.remarks = remarks
    }
  }

  /// The UTF-8 bytes that a candidate replaces.
  public var replacement: Range<Int>
  /// The possibilities, the likeliest first; where there are very many, the first of them.
  public private(set) var candidates: [Candidate] = []
  /// How many possibilities there are, those that are not among `candidates` included.
  public private(set) var total = 0
  /// What the text of every possibility begins with.
  public var commonPrefix: String { commonStart.map { String($0) } ?? "" }

  private var commonStart: Substring?

  /// How many candidates are told of each kind.
  static let limit = 200

  package init(replacement: Range<Int>, _ candidates: [Candidate] = []) {
    self.replacement = replacement
    add(candidates)
  }

  package var isEmpty: Bool { total == 0 }

  /// Adds candidates behind those that are there already.
  package mutating func add(_ more: [Candidate]) {
    candidates += more
    total += more.count
    for candidate in more { narrow(to: candidate.text) }
  }

  /// Adds the first candidates of `total`, all of which begin with `commonPrefix`.
  package mutating func add(_ more: [Candidate], ofTotal total: Int, commonPrefix: String) {
    candidates += more
    self.total += total
    if total > 0 { narrow(to: commonPrefix) }
  }

  private mutating func narrow(to text: String) {
    guard var common = commonStart else {
      commonStart = text[...]
      return
    }
    let scalars = text.unicodeScalars
    while !scalars.starts(with: common.unicodeScalars) { common.unicodeScalars.removeLast() }
    commonStart = common
  }
}

extension Completion {
  /// The same with functions by their names alone, without the bracket that opens their arguments.
  package var withoutBrackets: Completion {
    let bare = candidates.map { candidate in
      guard candidate.kind == .function else { return candidate }
      return Candidate(String(candidate.text.dropLast()), .function, candidate.remarks)
    }
    guard total == candidates.count else { return self }
    return Completion(replacement: replacement, bare)
  }
}
