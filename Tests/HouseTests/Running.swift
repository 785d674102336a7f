import Foundation

/// What a command did not do.
struct CommandFailure: Error, CustomStringConvertible {
  var description: String
}

/// The standard output of `command`, which is looked up like in a shell and must succeed.
@discardableResult
func run(_ command: String...) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = command
  let output = Pipe()
  let errors = Pipe()
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw CommandFailure(description: "\(command.joined(separator: " ")): \(complaint)")
  }
  return text
}
