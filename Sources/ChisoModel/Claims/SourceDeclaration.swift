/// Somebody who says something, and when it became known.
public struct SourceDeclaration: Hashable, Sendable {
  /// The name it is referred to by: `session_10`.
  public var name: String
  /// The title of the document or release.
  public var title: String?
  /// Who published it.
  public var publisher: String?
  /// The day on which it became known; nil where nobody knows.
  public var published: CivilDate?
  /// The day on which it was read.
  public var accessed: CivilDate?
  /// Where it can be found.
  public var url: String?
  /// Anything else, by its key: `note`.
  public var details: [String: String]

  /// A source from its parts.
  public init(
    name: String, title: String? = nil, publisher: String? = nil, published: CivilDate? = nil,
    accessed: CivilDate? = nil, url: String? = nil, details: [String: String] = [:]
  ) {
    self.name = name
    self.title = title
    self.publisher = publisher
    self.published = published
    self.accessed = accessed
    self.url = url
    self.details = details
  }
}
