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
  /// A code from its parts.
  public init(_ id: String, labels: [String: String] = [:], parent: String? = nil) {
    self.id = id
    self.labels = labels
    self.parent = parent
  }

  /// What it is called in a language, in English where that has no name for it; nil where it has none at all.
  public func label(in language: String) -> String? {
    labels[language] ?? labels["en"] ?? labels.values.min()
  }
}
