import ChisoKernel
import ChisoShell
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Paths that lead to no plugin: what is there is refused at once, and never waited for.
@Suite(.timeLimit(.minutes(1))) struct PluginPathTests {
  /// What is said where `name` in `folder` is loaded; the path of the folder is written as `…`.
  private func refusal(_ name: String, in folder: TemporaryFolder, _ arguments: String = "") -> String {
    var shell = Shell.fixture(.format(.json))
    let output = shell.transcript(":plugin load \(arguments)\(folder(name))")
    #expect(shell.session.catalogue.plugins.count == 2)
    return output.replacing(folder.path, with: "…")
  }

  @Test(arguments: ["pipe.chiso", "pipe.csv", "pipe.so", "d"]) func aPipeIsRefused(name: String) throws {
    let folder = try TemporaryFolder(["d/d.chiso": PluginTests.declarations])
    let path = name == "d" ? "d/pipe.csv" : name
    try #require(mkfifo(folder(path), 0o600) == 0)
    let message = "`…/\(path)` is no file but a pipe, a device or a socket, of which no plugin is made."
    #expect(refusal(name, in: folder).contains(message))
    if name.hasSuffix(".so") { #expect(refusal(name, in: folder, "--trusted ").contains(message)) }
  }

  @Test(arguments: ["zero.chiso", "zero.csv", "zero.so"]) func aDeviceIsRefused(name: String) throws {
    let folder = try TemporaryFolder()
    try #require(symlink("/dev/zero", folder(name)) == 0)
    #expect(refusal(name, in: folder).contains("`…/\(name)` is no file but a pipe, a device or a socket"))
  }

  @Test(arguments: ["loop.chiso", "loop", "d"]) func linksInACircleAreRefused(name: String) throws {
    let folder = try TemporaryFolder(["d/d.chiso": PluginTests.declarations])
    let path = name == "d" ? "d/loop.csv" : name
    try #require(symlink(folder(path), folder(path)) == 0)
    #expect(
      refusal(name, in: folder).contains(
        "The plugin `…/\(path)` cannot be read: Too many levels of symbolic links."))
  }

  @Test func linksThatLeadSomewhereAreFollowed() throws {
    let folder = try TemporaryFolder([
      "d/d.chiso": PluginTests.declarations, "elsewhere.csv": PluginTests.table,
    ])
    try #require(symlink(folder("elsewhere.csv"), folder("d/clinics.csv")) == 0)
    try #require(symlink(folder("d"), folder("district")) == 0)
    // A link to the folder that it is in is a folder, and is not looked into.
    try #require(symlink(folder("d"), folder("d/again.chiso")) == 0)
    var shell = Shell.fixture()
    #expect(
      shell.transcript(":plugin load \(folder("district"))")
        == "plugin district: 1 indicator, 1 function, 2 observations\n")
  }

  @Test func whatIsHugeIsRefusedBeforeItIsRead() throws {
    let folder = try TemporaryFolder(["d/d.chiso": PluginTests.declarations, "d/clinics.csv": ""])
    // A file that says it is large and takes no room.
    try #require(truncate(folder("d/clinics.csv"), 1 << 40) == 0)
    #expect(
      refusal("d", in: folder).contains(
        "With `…/d/clinics.csv` the files of the plugin hold more than 256 MiB, which are kept in memory."))
  }

  @Test func anEmptyFolderIsRefused() throws {
    let folder = try TemporaryFolder(["d/e/e.chiso": ""])
    #expect(refusal("d", in: folder).contains("`…/d` holds nothing that a plugin is made of."))
    #expect(refusal("nothing.so", in: folder).contains("cannot be loaded: "))
    #expect(refusal("d/e/e.chiso/x", in: folder).contains("cannot be read: Not a directory."))
  }

  @Test(.enabled(if: geteuid() != 0, "Whoever may read everything is refused nothing."))
  func whatMayNotBeReadIsRefused() throws {
    let folder = try TemporaryFolder(["d/d.chiso": PluginTests.declarations, "d.chiso": ""])
    try #require(chmod(folder("d"), 0) == 0 && chmod(folder("d.chiso"), 0) == 0)
    #expect(refusal("d", in: folder).contains("The plugin `…/d` cannot be read: Permission denied."))
    #expect(refusal("d.chiso", in: folder).contains("cannot be read: Permission denied."))
    _ = chmod(folder("d"), 0o700)
  }

  @Test func thePathIsReadAsItWasGiven() throws {
    let folder = try TemporaryFolder(["my figures/d.chiso": PluginTests.declarations])
    var shell = Shell.fixture()
    #expect(shell.transcript(":plugin load \"\(folder("my figures"))\"").hasPrefix("plugin my_figures: "))
  }
}
