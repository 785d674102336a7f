import Foundation

/// What a command did not do.
package struct CommandFailure: Error, CustomStringConvertible {
  package var description: String
}

/// What a command wrote, and how it ended.
package struct CommandResult {
  /// Standard output and standard error in the order in which they were written.
  package var text: String
  package var status: Int32
}

/// Runs `command`, which is looked up like in a shell, with `input` on its standard input.
package func run(_ command: [String], input: String = "") throws -> CommandResult {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = command
  let output = Pipe()
  let typed = Pipe()
  process.standardInput = typed
  process.standardOutput = output
  process.standardError = output
  try process.run()
  try typed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try typed.fileHandleForWriting.close()
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return CommandResult(text: String(decoding: data, as: UTF8.self), status: process.terminationStatus)
}

/// What `command` writes; it must succeed.
package func output(of command: String...) throws -> String {
  let result = try run(command)
  guard result.status == 0 else {
    throw CommandFailure(description: "\(command.joined(separator: " ")): \(result.text)")
  }
  return result.text
}
