import ChisoKernel

extension Shell {
  /// Whether some claims cannot all be true, as known on the day that is set.
  public var hasContradictions: Bool {
    session.checkReport().findings.contains { $0.grade == .contradiction }
  }
}
