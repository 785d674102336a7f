import ChisoModel
import Testing

/// The one lock.
struct GuardedTests {
  private struct Refusal: Error {}

  @Test func `no change of several threads is lost`() async {
    let guarded = Guarded([Int: Int]())
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for number in 0..<2_000 { guarded.withLock { $0[number % 7, default: 0] += 1 } }
        }
      }
    }
    #expect(guarded.withLock { $0.values.reduce(0, +) } == 16_000)
  }

  @Test func `a body that throws lets the next one in, and keeps what it changed`() {
    let guarded = Guarded(1)
    #expect(throws: Refusal.self) {
      try guarded.withLock { value throws(Refusal) in
        value = 2
        throw Refusal()
      }
    }
    #expect(guarded.withLock { $0 } == 2)
  }

  @Test func `what is guarded goes when the guard does`() {
    final class Thing: Sendable {}
    weak var thing: Thing?
    do {
      let made = Thing()
      thing = made
      _ = Guarded(made)
    }
    #expect(thing == nil)
  }
}
