import ChisoKernel

extension Shell {
  /// Whether some claims cannot all be true, as known on the day that is set; about one indicator, or about any.
  public func hasContradictions(about name: String? = nil) -> Bool {
    let bare = name.flatMap { catalogue.indicators(named: $0).first }.map {
      catalogue.indicators[Int($0)].name
    }
    return session.checkReport().findings.contains { finding in
      finding.grade == .contradiction && bare.map(finding.indicators.contains) ?? true
    }
  }
}
