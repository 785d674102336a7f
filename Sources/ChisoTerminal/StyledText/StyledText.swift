/// Text in pieces, each with the role it plays.
///
/// For example:
///
///     let line: StyledText = "digital_economy \(20.5, .number) \("%", .unit)"
///     print(line.rendered(colour: capabilities.colour))
public struct StyledText: Hashable, Sendable {
  /// A stretch of text with one role.
  public struct Piece: Hashable, Sendable {
    /// The characters.
    public var text: String
    /// What they mean.
    public var role: Role

    /// `text` in the role of `role`.
    public init(_ text: String, _ role: Role = .plain) {
      self.text = text
      self.role = role
    }
  }

  /// The pieces from left to right. None is empty and no two neighbours have one role.
  public private(set) var pieces: [Piece] = []

  /// No text.
  public init() {}

  /// `text` in one role.
  public init(_ text: String, _ role: Role = .plain) {
    if !text.isEmpty { pieces = [Piece(text.withLineFeeds, role)] }
  }

  /// `text` in one role.
  public init(_ text: Substring, _ role: Role = .plain) {
    self.init(String(text), role)
  }

  /// The pieces, joined where neighbours have one role.
  public init(_ pieces: some Sequence<Piece>) {
    for piece in pieces { append(piece.text, piece.role) }
  }

  /// The characters without their roles.
  public var plain: String {
    pieces.count == 1 ? pieces[0].text : pieces.reduce(into: "") { $0 += $1.text }
  }

  /// Whether there is no character.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Adds `text` in the role of `role` at the end.
  public mutating func append(_ text: String, _ role: Role = .plain) {
    guard !text.isEmpty else { return }
    let text = text.withLineFeeds
    if let last = pieces.indices.last, pieces[last].role == role {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text, role))
    }
  }

  /// Adds `other` at the end.
  public mutating func append(_ other: StyledText) {
    if pieces.isEmpty {
      pieces = other.pieces
      return
    }
    for piece in other.pieces { append(piece.text, piece.role) }
  }

  /// One text behind the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  /// Adds a text at the end of another.
  public static func += (left: inout StyledText, right: StyledText) {
    left.append(right)
  }

  /// The same characters, with `role` where they had none.
  public func inRole(_ role: Role) -> StyledText {
    StyledText(pieces.map { $0.role == .plain ? Piece($0.text, role) : $0 })
  }
}

extension [StyledText] {
  /// The texts with `separator` between each two.
  public func joined(separator: StyledText = StyledText()) -> StyledText {
    guard var result = first else { return StyledText() }
    for text in dropFirst() {
      result.append(separator)
      result.append(text)
    }
    return result
  }
}

extension String {
  /// The text with CR LF, which Swift counts as one character, as LF.
  fileprivate var withLineFeeds: String {
    let hasReturn = utf8.withContiguousStorageIfAvailable { $0.contains(0x0D) } ?? utf8.contains(0x0D)
    guard hasReturn else { return self }
    return String(map { $0 == "\r\n" ? "\n" : $0 })
  }
}
