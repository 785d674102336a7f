import ChisoModel
public import ChisoPlugin
import Synchronization

/// Watches over a plugin that was loaded at run time: whether it is being called, and whether it may be.
public final class PluginWatch: Sendable {
  /// The name of the plugin.
  public let name: String
  private let calls = Atomic<Int>(0)
  private let begun = Atomic<Int>(0)
  private let hasStopped = Atomic<Bool>(false)
  private let faults = Guarded<[Phrase]>([])
  /// The name, for what is said when it crashes.
  private let lastName: LastWords.Name

  /// A watch over the plugin `name`.
  public init(_ name: String) {
    self.name = name
    lastName = LastWords.Name(name)
    LastWords.prepare()
  }

  /// Whether a call has not returned yet.
  public var isInCall: Bool { calls.load(ordering: .acquiring) > 0 }

  /// How many calls have begun. Where it stays the same while `isInCall`, one of them does not return.
  public var callsBegun: Int { begun.load(ordering: .acquiring) }

  /// Lets the plugin not be called again.
  public func stop() { hasStopped.store(true, ordering: .releasing) }

  /// What it returned that makes no sense, since this was asked last.
  public func takeFaults() -> [Phrase] {
    faults.withLock { faults in
      defer { faults = [] }
      return faults
    }
  }

  /// Remembers that it returned what makes no sense.
  func report(_ fault: Phrase) {
    faults.withLock { if $0.count < 8, !$0.contains(fault) { $0.append(fault) } }
  }

  /// Refuses calls of a plugin that was stopped.
  func admit() throws(FunctionError) { if isStopped { throw late } }

  private var late: FunctionError {
    FunctionError(
      "the plugin `\(name)` did not return in time and is not called again.",
      hint: "leave and begin anew to try it once more")
  }

  /// Whether calls are refused.
  var isStopped: Bool { hasStopped.load(ordering: .acquiring) }

  /// A context that is cancelled for good once the plugin was left behind, whatever is asked next.
  func ending(_ context: Context) -> Context { context.ending { [self] in isStopped } }

  /// Marks that a call begins.
  func enter() {
    begun.add(1, ordering: .acquiringAndReleasing)
    calls.add(1, ordering: .acquiringAndReleasing)
    LastWords.mark(lastName)
  }

  /// Marks that a call has returned.
  func leave() {
    LastWords.mark(nil)
    calls.subtract(1, ordering: .acquiringAndReleasing)
  }

  /// A call; what it throws names the plugin.
  func call<Value>(_ work: () throws(FunctionError) -> Value) throws(FunctionError) -> Value {
    try admit()
    enter()
    defer { leave() }
    do throws(FunctionError) {
      return try work()
    } catch {
      throw named(error)
    }
  }

  /// An asynchronous call; what it throws names the plugin.
  nonisolated(nonsending) func call<Value>(
    _ work: nonisolated(nonsending) () async throws(FunctionError) -> Value
  ) async throws(FunctionError) -> Value {
    try admit()
    enter()
    defer { leave() }
    do throws(FunctionError) {
      return try await work()
    } catch {
      throw named(error)
    }
  }

  /// The series that the plugin made of `inputs`; one that makes no sense is refused, and one that says of a figure that
  /// it comes from where none of the inputs comes from. Complexity: linear.
  func checked(_ series: Series, from inputs: [Series]) throws(FunctionError) -> Series {
    if let fault = series.fault { throw FunctionError("it returned \(fault).") }
    let origins = series.origin.distinct.subtracting([-1])
    guard origins.isEmpty || origins.isSubset(of: Set(inputs.flatMap(\.origin.distinct))) else {
      throw FunctionError("it returned a figure of a source that none of its inputs has.")
    }
    return series
  }

  private func named(_ error: FunctionError) -> FunctionError {
    FunctionError("the plugin `\(name)` says: \(error.phrase)", hint: error.way)
  }
}

extension Column<Int32> {
  /// Its elements, each once; neighbours are mostly alike.
  fileprivate var distinct: Set<Int32> {
    switch self {
    case .constant(let element): return [element]
    case .values(let elements):
      var found: Set<Int32> = []
      var last: Int32?
      for element in elements where element != last {
        found.insert(element)
        last = element
      }
      return found
    }
  }
}
