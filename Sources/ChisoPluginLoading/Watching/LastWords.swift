#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is said when a plugin crashes in the middle of a call. Nothing can go on after that, but whoever waits for the
/// answer learns whose fault it was, and what to do.
enum LastWords {
  /// The name of a plugin, as bytes up to a zero at a place that stays: a thread that was left behind may be in a call of
  /// it for as long as the program runs.
  struct Name: @unchecked Sendable {
    fileprivate let bytes: UnsafePointer<CChar>?

    init(_ name: String) { bytes = strdup(name).map { UnsafePointer($0) } }
  }

  /// What a thread is at, for the handler of the signal: it may neither allocate nor ask anybody.
  private struct Mark {
    /// The name of the plugin that is being called, as bytes up to a zero; nil between calls.
    var plugin: UnsafePointer<CChar>?
    /// Where the handler runs, since a stack that is full has no room for it.
    var stack: UnsafeMutableRawPointer?
  }

  private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]
  private static let stackSize = 1 << 16
  /// What was done at each signal before, by its number.
  nonisolated(unsafe) private static let earlier = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { place in
      #if canImport(Darwin)
        let mark = place.assumingMemoryBound(to: Mark.self)
      #else
        guard let mark = place?.assumingMemoryBound(to: Mark.self) else { return }
      #endif
      if let stack = mark.pointee.stack {
        var none = stack_t()
        none.ss_flags = numericCast(SS_DISABLE)
        sigaltstack(&none, nil)
        stack.deallocate()
      }
      mark.deallocate()
    }
    return key
  }()

  /// Says so from now on where a plugin crashes; the system does what it did before as well.
  static func prepare() { _ = isPrepared }

  private static let isPrepared: Bool = {
    // Both are there before a signal can come.
    _ = (key, earlier)
    for number in signals {
      var action = sigaction()
      // Those who write a trace read where nothing may be, and catch that by the same signal.
      action.sa_flags = SA_ONSTACK | SA_SIGINFO | numericCast(SA_NODEFER)
      #if canImport(Darwin)
        action.__sigaction_u.__sa_sigaction = { LastWords.speak($0, $1, $2) }
      #else
        action.__sigaction_handler.sa_sigaction = { LastWords.speak($0, $1, $2) }
      #endif
      sigaction(number, &action, earlier + Int(number))
    }
    return true
  }()

  /// Marks that this thread calls `plugin`; nil for none.
  static func mark(_ name: Name?) {
    let plugin = name?.bytes
    if let place = pthread_getspecific(key) {
      place.assumingMemoryBound(to: Mark.self).pointee.plugin = plugin
      return
    }
    guard plugin != nil else { return }
    let mark = UnsafeMutablePointer<Mark>.allocate(capacity: 1)
    mark.initialize(to: Mark(plugin: plugin, stack: nil))
    var known = stack_t()
    if sigaltstack(nil, &known) == 0, known.ss_sp == nil || known.ss_flags & numericCast(SS_DISABLE) != 0 {
      let stack = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
      var own = stack_t()
      own.ss_sp = stack
      own.ss_size = numericCast(stackSize)
      sigaltstack(&own, nil)
      mark.pointee.stack = stack
    }
    pthread_setspecific(key, mark)
  }

  private static func speak(
    _ number: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
  ) {
    // A trace of the calls comes first, where the runtime writes one, so that the last line is for everybody.
    let before = earlier[Int(number)]
    #if canImport(Darwin)
      let handler = before.__sigaction_u.__sa_sigaction
    #else
      let handler = before.__sigaction_handler.sa_sigaction
    #endif
    if before.sa_flags & SA_SIGINFO != 0 { handler?(number, info, context) }
    if let place = pthread_getspecific(key),
      let plugin = place.assumingMemoryBound(to: Mark.self).pointee.plugin
    {
      say("error: The plugin `")
      _ = write(2, plugin, strlen(plugin))
      say("` crashed, and this program ends with it.\n")
      say("help: begin anew without the plugin; what was answered before is in the history\n")
    }
    // What failed is tried again when this returns, and then ends the program.
    signal(number, SIG_DFL)
  }

  private static func say(_ text: StaticString) { _ = write(2, text.utf8Start, text.utf8CodeUnitCount) }
}
