extension Context {
  /// The same context for a part of the work, which is told as one piece of the whole: from `start` to `end`, both of 1.
  package func portion(from start: Double, to end: Double) -> Context {
    let context = self
    return Context(
      vintage: vintage, isCancelled: { context.isCancelled },
      progress: { done, total in
        let part = total > 0 ? min(1, Double(done) / Double(total)) : 1
        context.report(Int((start + (end - start) * part) * Context.steps), of: Int(Context.steps))
      })
  }

  /// The same context for one piece of several that take about as long.
  package func portion(_ index: Int, of count: Int) -> Context {
    portion(from: Double(index) / Double(max(1, count)), to: Double(index + 1) / Double(max(1, count)))
  }

  private static let steps = 1_000.0

  /// Tells which part of it is done, of 1.
  package func report(_ part: Double) { report(Int(part * Context.steps), of: Int(Context.steps)) }

  /// Whether to leave a long loop at its piece `index` of `count`; tells now and then how far it is.
  package func stops(at index: Int, of count: Int) -> Bool {
    if index % 64 == 0 { report(index, of: count) }
    return isCancelled
  }
}
