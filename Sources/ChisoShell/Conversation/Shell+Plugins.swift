import ChisoHost
public import ChisoKernel
import ChisoWords

extension Shell {
  /// Loads the plugin at `path`, before anything is asked.
  ///
  /// - Parameters:
  ///   - path: A folder, a file, or a shared library.
  ///   - isTrusted: Whether a library is loaded without being tried in a process of its own.
  ///   - sink: Receives what is wrong with it.
  /// - Returns: Whether it was loaded; if not, nothing has changed.
  public mutating func loadPlugin(_ path: String, isTrusted: Bool = false, to sink: Sink) -> Bool {
    let place = StatementPlace(span: SourceSpan(0..<path.utf8.count), source: SourceText(path))
    do throws(PluginRefusal) {
      let plugin = try host.loadPlugin(at: path, isTrusted: isTrusted)
      if settings.format != .json { write(plugin.warnings, of: place, to: sink) }
      return true
    } catch {
      write(error.problems, of: place, to: sink)
      return false
    }
  }

  /// Reads the plugin at `path` without loading it, and the tests that it ships; nil where it cannot be read.
  ///
  /// - Parameters:
  ///   - path: A folder, a file, or a shared library.
  ///   - isTrusted: Whether a library is loaded without being tried in a process of its own.
  ///   - sink: Receives what is wrong with it.
  public func readPlugin(_ path: String, isTrusted: Bool = false, to sink: Sink) -> (any Plugin)? {
    do throws(PluginRefusal) {
      return try host.readPlugin(at: path, isTrusted: isTrusted, withTests: true)
    } catch {
      let place = StatementPlace(span: SourceSpan(0..<path.utf8.count), source: SourceText(path))
      write(error.problems, of: place, to: sink)
      return nil
    }
  }
}
