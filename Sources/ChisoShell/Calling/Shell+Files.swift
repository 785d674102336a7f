import ChisoExchange
import ChisoKernel
import ChisoWords

// Files that commands write.
extension Shell {
  /// Writes a file for a command. What stands there already is left as it is, unless the command says otherwise or
  /// wrote it itself in this conversation and nobody has touched it since.
  mutating func write(
    _ bytes: [UInt8], to path: String, replacing replaces: Bool, for call: CommandCall
  ) throws(CommandFailure) {
    if session.isCancelled() { throw CommandFailure(.stopped(at: call.span)) }
    if !replaces, let there = FileStamp(path), !there.isEmpty, writtenFiles[path] != there {
      throw CommandFailure(.existingFile(path, at: call.span))
    }
    do throws(FileFailure) { try TextFile.write(bytes, to: path) } catch {
      throw CommandFailure(.unwritableFile(error, at: call.span))
    }
    writtenFiles[path] = FileStamp(path)
  }
}

extension CommandCall {
  /// The option that lets a command put something in the place of a file.
  static let replacing = "--replace"

  /// Whether a file may be put in the place of another.
  var replaces: Bool { has(CommandCall.replacing) }

  /// The same call without the option that lets it replace files.
  var withoutReplacing: CommandCall { without(CommandCall.replacing) }

  /// Whether `option` stands before all else.
  func has(_ option: String) -> Bool { arguments.split(separator: " ").first.map { $0 == option } ?? false }

  /// The same call without `option` before all else.
  func without(_ option: String) -> CommandCall {
    guard has(option) else { return self }
    let count = arguments.utf8.count
    var call = self
    call.arguments = String(arguments.dropFirst(option.count).drop { $0 == " " })
    call.span.start += Int32(clamping: count - call.arguments.utf8.count)
    return call
  }
}
