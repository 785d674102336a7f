package import ChisoExchange
public import ChisoKernel
package import ChisoPluginLoading

/// A session at work: the plugins that were loaded into it are watched over, its sources are waited for, and what changes it
/// can be taken back. It says nothing to anybody.
///
/// For example:
///
///     var host = Host(kernel)
///     let outcome = host.run(statement)
public struct Host: Sendable {
  /// What is declared, and what is set for evaluations.
  public package(set) var session: Session
  /// Told how far something long is.
  public var reportProgress: (@Sendable (Progress) -> Void)? {
    didSet { session.reportProgress = sessionProgress }
  }
  /// The program that tries a library in a process of its own before it is loaded; nil where libraries are not tried.
  public var probeProgram: String?
  /// What succeeded, and what can be taken back or done again.
  package var record = SessionRecord()
  /// The structures that imported messages brought, for data that refer to them.
  package var structures = KnownStructures()
  /// What watches over the plugins that were loaded at run time.
  package internal(set) var watches: [PluginWatch] = []

  /// A host for `kernel`.
  public init(_ kernel: Kernel) { session = Session(kernel) }

  /// What a session tells about one statement; of several, only how many are done is told.
  private var sessionProgress: @Sendable (Int, Int) -> Void {
    guard let reportProgress else { return { _, _ in } }
    return { done, total in reportProgress(Progress(done: done, total: total)) }
  }

  /// Tells how far something is, and says whether to stop it.
  package func stops(at done: Int, of total: Int) -> Bool {
    reportProgress?(Progress(done: done, total: total))
    return session.isCancelled()
  }

  /// Takes back the last change, and says which one it was; nil where nothing is left.
  package mutating func undo() -> String? { record.undo(&session) }

  /// Does again what was taken back last, and says what; nil where nothing was.
  package mutating func redo() -> String? { record.redo(&session) }
}
