public import ChisoKernel
package import ChisoPluginLoading
public import ChisoWords

/// What helps somebody who writes statements: what may stand at a place, what a text means, and what cannot be right in it.
///
/// All of it is plain data, with places in bytes, whoever shows it. Nothing is changed, no source is asked, and nothing takes
/// long.
///
/// For example:
///
///     let assistance = Assistance(for: session)
///     assistance.complete("gdp to ", offset: 7).candidates.map(\.text)   // ["USD", "VND", …]
public struct Assistance: Sendable {
  /// What is declared, and what is set for evaluations.
  public var session: Session
  /// The language in which labels are told.
  public var language: Language
  /// How much of the processor's time completion may spend on what makes sense at a place; what there is no time to
  /// try is not held back.
  public var completionTime = Duration.milliseconds(3)
  /// The names of commands that a line may begin with, without their colon.
  public var commandNames: [String] = []
  /// What watches over the plugins that were loaded at run time.
  package var watches: [PluginWatch] = []
  /// The names of indicators, which are put in order once for all copies.
  let index: NameIndex

  /// Assistance for `session`.
  public init(for session: Session, language: Language = .english) {
    self.init(for: session, language: language, index: NameIndex())
  }

  package init(for session: Session, language: Language, index: NameIndex) {
    self.session = session
    self.language = language
    self.index = index
  }

  var catalogue: Catalogue { session.catalogue }
}
