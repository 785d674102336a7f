/// By which dimensions the figures of an indicator are told apart, in the terms of SDMX: a data structure definition.
///
/// For example: `DataStructure(dimensions: [.init("area", codelist: provinces), .init("sex")])`.
public struct DataStructure: Hashable, Sendable {
  /// One dimension other than time: a concept, and the codes that it can have.
  public struct Dimension: Hashable, Sendable {
    /// Its name in the language: `area`.
    public var name: String
    /// The concept that it is of, as SDMX writes it: `REF_AREA`; the name where nobody says another.
    public var concept: String
    /// Labels by language.
    public var labels: [String: String]
    /// The codes that it can have; nil where any can stand there.
    public var codelist: Codelist?

    /// A dimension from its parts.
    public init(
      _ name: String, concept: String? = nil, labels: [String: String] = [:], codelist: Codelist? = nil
    ) {
      self.name = name
      self.concept = concept ?? name
      self.labels = labels
      self.codelist = codelist
    }
  }

  /// The dimensions other than time, in their order.
  public var dimensions: [Dimension]

  /// A structure of dimensions; time always comes beside them.
  public init(dimensions: [Dimension] = []) { self.dimensions = dimensions }

  /// The dimension called `name`; nil where there is none.
  public subscript(name: String) -> Dimension? { dimensions.first { $0.name == name } }
}
