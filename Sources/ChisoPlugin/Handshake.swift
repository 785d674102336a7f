@_exported public import CChisoHandshake

extension PluginHandshake {
  // Emitted into whoever calls it, with the layouts that it was compiled against.

  /// What this build says of itself. A plugin that is loaded at run time hands it over from a C symbol, so that it is
  /// compared before any value of Swift is touched.
  ///
  /// For example, in the library of a plugin:
  ///
  ///     @c(chiso_plugin_handshake)
  ///     public func handshake() -> PluginHandshake { .ofThisBuild }
  @_alwaysEmitIntoClient
  public static var ofThisBuild: PluginHandshake { ofThisBuild(layout: layout) }

  /// The sizes of the values that a plugin and the kernel hand each other (FNV-1a).
  @_alwaysEmitIntoClient
  static var layout: UInt64 {
    let sizes = [
      MemoryLayout<Series>.size, MemoryLayout<SeriesType>.size, MemoryLayout<UnitOfMeasure>.size,
      MemoryLayout<NamedUnit>.size, MemoryLayout<Interval>.size, MemoryLayout<Period>.size,
      MemoryLayout<Quality>.size, MemoryLayout<Column<Quality>>.size, MemoryLayout<Registration>.size,
      MemoryLayout<DefinitionFile>.size, MemoryLayout<NativeFunction>.size, MemoryLayout<FunctionShape>.size,
      MemoryLayout<Reduction>.size, MemoryLayout<Timeline>.size, MemoryLayout<BoundedValue>.size,
      MemoryLayout<IndicatorDeclaration>.size, MemoryLayout<ObservationRequest>.size,
      MemoryLayout<CellSelection>.size,
      MemoryLayout<ObservationBlock>.size, MemoryLayout<Context>.size, MemoryLayout<FunctionError>.size,
      MemoryLayout<Argument>.size, MemoryLayout<FunctionType>.size, MemoryLayout<PluginTest>.size,
    ]
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for size in sizes { hash = (hash ^ UInt64(size)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}

/// Takes a plugin from a library that is loaded at run time.
public final class PluginReceiver {
  /// The plugin that was handed over.
  public private(set) var plugin: (any Plugin)?

  /// A receiver with nothing in it.
  public init() {}

  /// Hands a plugin to the receiver at `address`, which `chiso_plugin_register` is called with.
  ///
  /// For example, in the library of a plugin:
  ///
  ///     @c(chiso_plugin_register)
  ///     public func register(_ receiver: UnsafeMutableRawPointer) {
  ///       PluginReceiver.hand(HealthPlugin(), to: receiver)
  ///     }
  public static func hand(_ plugin: any Plugin, to address: UnsafeMutableRawPointer) {
    Unmanaged<PluginReceiver>.fromOpaque(address).takeUnretainedValue().plugin = plugin
  }
}
