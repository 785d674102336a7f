import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C while an answer is worked out: the evaluation stops, the conversation goes on.
enum Interruption {
  private static let wasAsked = Atomic<Bool>(false)

  /// Watches for Ctrl-C from here on; while an entry is typed the editor watches itself.
  static func watch() {
    // The flag exists before a signal can come.
    wasAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in Interruption.wasAsked.store(true, ordering: .relaxed) }
  }

  /// Whether Ctrl-C was pressed since.
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }
}
