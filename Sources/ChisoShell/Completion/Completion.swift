import ChisoKernel
public import ChisoTerminal

/// What may stand at a place of a text.
public struct Completion: Hashable, Sendable {
  /// One possibility.
  public struct Candidate: Hashable, Sendable {
    /// What replaces the bytes that were typed: `digital_economy`.
    public var text: String
    /// What it is, by which it is coloured.
    public var role: ChisoTerminal.Role
    /// A few words about it.
    public var description: StyledText

    init(_ text: String, _ role: ChisoTerminal.Role, _ description: StyledText = StyledText()) {
      self.text = text
      self.role = role
      self.description = description
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

  init(replacement: Range<Int>, _ candidates: [Candidate] = []) {
    self.replacement = replacement
    add(candidates)
  }

  var isEmpty: Bool { total == 0 }

  /// Adds candidates behind those that are there already.
  mutating func add(_ more: [Candidate]) {
    candidates += more
    total += more.count
    for candidate in more { narrow(to: candidate.text) }
  }

  /// Adds the first candidates of `total`, all of which begin with `commonPrefix`.
  mutating func add(_ more: [Candidate], ofTotal total: Int, commonPrefix: String) {
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

extension Shell {
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

extension Completion {
  /// The same with functions by their names alone, without the bracket that opens their arguments.
  var withoutBrackets: Completion {
    let bare = candidates.map { candidate in
      guard candidate.role == .function else { return candidate }
      return Candidate(String(candidate.text.dropLast()), candidate.role, candidate.description)
    }
    guard total == candidates.count else { return self }
    return Completion(replacement: replacement, bare)
  }
}
