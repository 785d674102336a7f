/// One code of a codelist: `VN-HN`, with what people call it.
///
/// For example: `Code("VN-HN", labels: ["en": "Ha Noi", "vi": "Hà Nội"], parent: "VN")`.
public struct Code: Hashable, Sendable {
  /// The code itself: `VN-HN`.
  public var id: String
  /// What it stands for, by language: `en`, `vi`.
  public var labels: [String: String]
  /// The code that takes it in: `VN` for `VN-HN`.
  public var parent: String?
  /// The first day on which it holds; nil where it always did.
  public var validFrom: CivilDate?
  /// The last day on which it holds; nil where it still does.
  public var validTo: CivilDate?
  /// The codes that merged into it, or that it was split from.
  public var predecessors: [String]

  /// A code from its parts.
  public init(
    _ id: String, labels: [String: String] = [:], parent: String? = nil, validFrom: CivilDate? = nil,
    validTo: CivilDate? = nil, predecessors: [String] = []
  ) {
    self.id = id
    self.labels = labels
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.predecessors = predecessors
  }

  /// What it is called in a language, in English where that has no name for it; nil where it has none at all.
  public func label(in language: String) -> String? {
    labels[language] ?? labels["en"] ?? labels.values.min()
  }
}
