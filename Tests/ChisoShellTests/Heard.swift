import ChisoShell
import FoundationEssentials
import Synchronization

/// What a shell told about its progress.
final class Heard: Sendable {
  private let heard = Mutex<[Progress]>([])

  func add(_ progress: Progress) { heard.withLock { $0.append(progress) } }

  var all: [Progress] { heard.withLock { $0 } }
}

/// A folder for files of tests.
let temporaryFolder: String = {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "chiso-tests-\(ProcessInfo.processInfo.processIdentifier)")
  try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder.path
}()
