package import ChisoComputing
import ChisoDiagnostics
package import ChisoMeaning
import ChisoModel
package import ChisoPlugin

/// The contradictions among all claims about some indicators, which nothing ties to others.
struct Contradictions: Sendable {
  var indicators: Set<Int32>
  /// How many claims there were when they were looked for.
  var claimCount: Int
  /// Statements that cannot all be true.
  struct Conflict: Equatable, Sendable {
    /// Each by the places of all claims that make it.
    var statements: [[Int32]]
    /// Whether only rounding could make both of two right.
    var isRounded = false
    /// Whether all are about one cell.
    var isOfOneCell = false
  }

  /// Each minimal.
  var conflicts: [Conflict] = []
}

extension Catalogue {
  /// What is to be noted of a result that rests on claims which stand in a contradiction: with which others.
  ///
  /// Only what hangs together with these claims is looked at, once for each snapshot.
  package func contradictionNotes(
    of evaluated: Evaluated, asOf question: CheckedExpression, in context: Context
  ) -> [Note] {
    // What was known on another day may stand in another contradiction.
    var context = context
    if !question.daysNamed.isEmpty {
      guard case .asOf(_, let day) = question[question.root].operation,
        question.daysNamed.allSatisfy({ $0 == day })
      else {
        return []
      }
      context.vintage = day
    }
    let series = evaluated.cells.series
    guard series.values.count == 1, !series.quality[0].isGiven else {
      return []
    }
    // Targets stand in no contradiction, and to look costs more than most answers.
    let own = evaluated.origins.claims(of: series.origin[0]).filter { claim in
      !claims.indices.contains(Int(claim)) || claims[Int(claim)].role != .target
    }
    if own.isEmpty { return [] }
    var told: [Contradictions.Conflict] = []
    var notes: [Note] = []
    var looked: Set<Int32> = []
    for claim in own {
      for indicator in indicatorsNamed(by: claim) where looked.insert(indicator).inserted {
        for conflict in contradictions(around: indicator, in: context).conflicts
        where conflict.statements.joined().contains(where: own.contains)
          && !isTold(conflict, of: own, by: evaluated.notes)
        {
          guard !told.contains(conflict) else { continue }
          told.append(conflict)
          notes.append(note(on: conflict, of: own))
        }
      }
    }
    let others = notes.count - Catalogue.shownContradictions
    guard others > 0 else { return notes }
    return notes.prefix(Catalogue.shownContradictions) + [.moreContradictions(others)]
  }

  /// Whether a contradiction is what the evaluation noted already: that another source says something else of the cell, or that
  /// a claim does not agree with what is computed from its definition.
  private func isTold(_ conflict: Contradictions.Conflict, of own: [Int32], by notes: [Note]) -> Bool {
    if conflict.isOfOneCell {
      if notes.contains(where: { $0.id == Note.otherFigureID }) { return true }
      let others = conflict.statements.filter { !$0.contains(where: own.contains) }
      return !others.isEmpty
        && others.allSatisfy { claims in
          claims.contains { claim in notes.contains { $0.disagreement == .source(sayer(of: claim)) } }
        }
    }
    return conflict.statements.indices.contains { index in
      guard let claim = conflict.statements[index].first, let period = claimReading(claim)?.period,
        let indicator = indicatorsNamed(by: claim).first,
        notes.contains(where: {
          $0.disagreement == .definition("\(indicators[Int(indicator)].name)[\(period)]")
        }),
        let definition = try? checkedDefinition(of: indicator)
      else { return false }
      let parts = definition.indicators
      return conflict.statements.indices.allSatisfy { other in
        other == index || conflict.statements[other].contains { indicatorsNamed(by: $0).isSubset(of: parts) }
      }
    }
  }

  /// How many contradictions are told of one figure.
  private static let shownContradictions = 2

  private func note(on conflict: Contradictions.Conflict, of own: [Int32]) -> Note {
    // Of what several say one is named, where the figure does not rest on it.
    let mine = conflict.statements.compactMap { $0.first(where: own.contains) }
    let others = conflict.statements.filter { !$0.contains(where: own.contains) }.compactMap(\.first)
    let (first, rest) = (text(mine), text(others))
    if conflict.isRounded { return others.isEmpty ? .excludes(first) : .excludes(first, rest) }
    return others.isEmpty ? .contradicts(first) : .contradicts(first, rest)
  }

  /// How many claims of one contradiction are named.
  private static let shownClaims = 4

  private func text(_ claims: [Int32]) -> String {
    let shown = claims.prefix(Catalogue.shownClaims).map(claimText).joined(separator: "; ")
    return claims.count > Catalogue.shownClaims ? shown + "; …" : shown
  }

  private func indicatorsNamed(by claim: Int32) -> Set<Int32> {
    if let block = tabled(claim)?.block { return [block.indicator] }
    return claimReading(claim)?.expression.indicators ?? []
  }

  /// The contradictions among all that hangs together with an indicator.
  private func contradictions(around indicator: Int32, in context: Context) -> Contradictions {
    let vintage = context.vintage
    return lazyIndexes.caches.growingCache(ContradictionCache()).contradictions(
      of: indicator, asOf: vintage, unless: { context.isCancelled },
      stillHolds: { claimIndex.hasNoClaim(naming: $0.indicators, from: $0.claimCount) }
    ) {
      let connected = connected(with: indicator)
      let (network, _) = claimNetwork(NetworkScope(vintage: vintage, indicators: connected), in: context)
      let divided = DividedNetwork(network) { context.isCancelled }
      var result = Contradictions(indicators: connected, claimCount: claims.count)
      for component in divided.refutedComponents() {
        if context.isCancelled { break }
        let part = divided.part([component])
        for conflict in conflictCache.conflicts(of: part).conflicts {
          result.conflicts.append(
            .init(
              statements: conflict.map { part.claims[$0].claims },
              isOfOneCell: conflict.allSatisfy { part.claims[$0].node == part.claims[conflict[0]].node }))
        }
      }
      for pair in network.exclusions() {
        result.conflicts.append(
          .init(
            statements: [network.claims[pair.figure].claims, network.claims[pair.bound].claims],
            isRounded: true, isOfOneCell: true))
      }
      return result
    }
  }

  /// The indicators that claims, definitions and certain rules tie together with `indicator`.
  private func connected(with indicator: Int32) -> Set<Int32> {
    var ties: [Set<Int32>] = []
    for index in indicators.indices where indicators[index].definition != nil {
      guard let definition = try? checkedDefinition(of: Int32(index)) else { continue }
      ties.append(definition.indicators.union([Int32(index)]))
    }
    for index in rules.indices where rules[index].grade == .certain {
      if let tied = checkedRule(Int32(index))?.indicators, tied.count > 1 { ties.append(tied) }
    }
    var result: Set<Int32> = []
    var open: Set<Int32> = [indicator]
    while !open.isEmpty {
      result.formUnion(open)
      claimIndex.read(open, in: self)
      var next: Set<Int32> = []
      for claim in claimIndex.claims(naming: open) {
        if let reading = claimReading(claim) { next.formUnion(reading.expression.indicators) }
      }
      for tie in ties where !tie.isDisjoint(with: open) { next.formUnion(tie) }
      open = next.subtracting(result)
    }
    return result
  }
}

extension CheckedExpression {
  /// The days as known on which parts of it are asked.
  fileprivate var daysNamed: [CivilDate] {
    nodes.compactMap { node in
      if case .asOf(_, let day) = node.operation { day } else { nil }
    }
  }
}
