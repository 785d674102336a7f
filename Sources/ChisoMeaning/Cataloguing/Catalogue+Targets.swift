package import ChisoModel

// Targets of an indicator, as they were set.
extension Catalogue {
  /// The targets that name a period, those of tables aside.
  package func datedTargets(of indicator: Int32) -> [CellClaim] {
    claimIndex.read(CollectionOfOne(indicator), in: self)
    return claimIndex.claims(about: QuestionKey(.indicator, UInt64(indicator))).filter {
      $0.quality.role == .target && $0.period != nil
    }
  }

  /// The targets that name no period, the one that answers first, as known on a day.
  package func undatedTargets(of indicator: Int32, vintage: CivilDate?) -> [Observation] {
    claimIndex.read(CollectionOfOne(indicator), in: self)
    let key = QuestionKey(.parameter).appending(QuestionKey(.indicator, UInt64(indicator)))
    let claims = claimIndex.claims(about: key).filter { ClaimFilter.targets.admits($0, vintage: vintage) }
    guard let best = answer(claims, preferred: { _ in nil })?.best else { return [] }
    let others = claims.filter { $0.claim != best.claim && $0.source != best.source }
    return ([best] + others).map { claim in
      Observation(
        value: claim.value.isNaN ? nil : claim.value, interval: claim.interval, quality: claim.quality,
        sources: [sources[Int(claim.source)].name], published: claim.published)
    }
  }
}
