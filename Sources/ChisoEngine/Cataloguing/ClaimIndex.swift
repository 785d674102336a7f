import ChisoDiagnostics
import ChisoModel
import ChisoSyntax
import Synchronization

/// The claims by the question they answer, in the unit of the question.
///
/// A claim is checked when somebody first asks about an indicator that it names, so that a single question costs the
/// claims around it only. Any thread may ask.
package final class ClaimIndex: Sendable {
  private struct State {
    var cells: [NormalKey: [CellClaim]] = [:]
    var readings: [ClaimReading?] = []
    var isRead: [Bool] = []
    var readIndicators: Set<Int32> = []
    var hasReadAll = false
    var problems: [(claim: Int32, diagnostic: Diagnostic)] = []
  }

  /// The claims that name an indicator.
  private let claimsByIndicator: [Int32: [Int32]]
  /// The claims that name none, or a name that is no indicator's.
  private let otherClaims: [Int32]
  private let state: Mutex<State>

  /// An index of all claims of `catalogue`, none of them checked yet.
  init(_ catalogue: Catalogue) {
    var named: [Int32: [Int32]] = [:]
    var others: [Int32] = []
    for (index, claim) in catalogue.claims.enumerated() {
      var indicators: [Int32] = []
      collectIndicators(of: claim.syntax.subject, in: catalogue, into: &indicators)
      if indicators.isEmpty { others.append(Int32(index)) }
      for indicator in indicators { named[indicator, default: []].append(Int32(index)) }
    }
    claimsByIndicator = named
    otherClaims = others
    var state = State()
    state.readings = Array(repeating: nil, count: catalogue.claims.count)
    state.isRead = Array(repeating: false, count: catalogue.claims.count)
    self.state = Mutex(state)
  }

  /// Checks the claims that name one of `indicators`, as far as that was not done before.
  func read(_ indicators: some Sequence<Int32>, in catalogue: Catalogue) {
    let isFirst = state.withLock { $0.readIndicators.isEmpty }
    let missing = state.withLock { state in
      state.hasReadAll ? [] : indicators.filter { !state.readIndicators.contains($0) }
    }
    guard !missing.isEmpty else { return }
    var claims: Set<Int32> = isFirst ? Set(otherClaims) : []
    for indicator in missing { claims.formUnion(claimsByIndicator[indicator] ?? []) }
    read(claims.sorted(), in: catalogue)
    state.withLock { $0.readIndicators.formUnion(missing) }
  }

  /// Checks all claims.
  func readAll(in catalogue: Catalogue) {
    guard !state.withLock({ $0.hasReadAll }) else { return }
    read(Array(0..<Int32(clamping: catalogue.claims.count)), in: catalogue)
    state.withLock { $0.hasReadAll = true }
  }

  private func read(_ claims: [Int32], in catalogue: Catalogue) {
    // Claims are checked outside the lock; who comes second finds them there.
    let open = state.withLock { state in claims.filter { !state.isRead[Int($0)] } }
    var read: [(claim: Int32, result: Result<ClaimReading, DiagnosticError>)] = []
    read.reserveCapacity(open.count)
    for claim in open {
      do throws(DiagnosticError) {
        read.append((claim, .success(try catalogue.read(catalogue.claims[Int(claim)]))))
      } catch {
        read.append((claim, .failure(error)))
      }
    }
    let results = read
    state.withLock { state in
      for (claim, result) in results where !state.isRead[Int(claim)] {
        state.isRead[Int(claim)] = true
        switch result {
        case .failure(let error): state.problems.append((claim, error.diagnostic))
        case .success(let reading):
          state.readings[Int(claim)] = reading
          let cell = CellClaim(claim, catalogue.claims[Int(claim)], reading)
          state.cells[reading.key, default: []].insertInOrder(cell)
        }
      }
    }
  }

  /// The indicators that claims name.
  var namedIndicators: Set<Int32> { Set(claimsByIndicator.keys) }

  /// The claims that name one of `indicators`, in the order of the catalogue.
  func claims(naming indicators: Set<Int32>) -> [Int32] {
    Set(indicators.flatMap { claimsByIndicator[$0] ?? [] }).sorted()
  }

  /// The claims about `subject` in the order of the catalogue, among those that were read.
  package func claims(about subject: NormalKey) -> [CellClaim] {
    state.withLock { $0.cells[subject] ?? [] }
  }

  /// The lengths of period for which somebody claims something about `subject`; nil for a question without one.
  func frequencies(of subject: NormalKey) -> Set<Frequency?> {
    Set(claims(about: subject).map { $0.period?.frequency })
  }

  /// A claim as it was read; nil for one that makes no sense.
  func reading(of claim: Int32, in catalogue: Catalogue) -> ClaimReading? {
    if !state.withLock({ $0.isRead[Int(claim)] }) { read([claim], in: catalogue) }
    return state.withLock { $0.readings[Int(claim)] }
  }

  /// The claims that make no sense, with the reason, in the order of the catalogue.
  func problems(in catalogue: Catalogue) -> [(claim: Int32, diagnostic: Diagnostic)] {
    readAll(in: catalogue)
    return state.withLock { $0.problems }.sorted { $0.claim < $1.claim }
  }
}

/// The indicators that a subject names.
private func collectIndicators(of node: SyntaxNode, in catalogue: Catalogue, into result: inout [Int32]) {
  if node.kind == .name {
    for indicator in catalogue.indicators(named: node.text) where !result.contains(indicator) {
      result.append(indicator)
    }
    return
  }
  for child in node.children { collectIndicators(of: child, in: catalogue, into: &result) }
}

extension [CellClaim] {
  /// Adds a claim where it belongs in the order of the catalogue, whatever was asked first: nearly always at the end.
  fileprivate mutating func insertInOrder(_ cell: CellClaim) {
    var place = endIndex
    while place > 0, self[place - 1].claim > cell.claim { place -= 1 }
    insert(cell, at: place)
  }
}

extension CellClaim {
  /// A claim of the catalogue, ready to answer.
  init(_ claim: Int32, _ entry: ClaimEntry, _ reading: ClaimReading) {
    self.init(
      claim: claim, source: entry.source, period: reading.period, published: entry.published,
      value: reading.conversion(reading.quantity.value),
      interval: reading.conversion(reading.quantity.interval),
      quality: Quality(entry.status, role: entry.role), order: CellClaim.order(ofClaim: claim))
  }
}
