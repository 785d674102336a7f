import ChisoTestSupport
import Testing

/// The floors: what may import what.
@Suite struct FloorTests {
  let map: FloorMap
  let package: PackageDescription

  init() throws {
    map = try FloorMap(reading: Repository.text("docs/ARCHITECTURE.md"))
    package = try PackageDescription.ofThisProject.get()
  }

  @Test func `every target stands on a floor of the map`() {
    let missing = package.targets.filter { $0.isPartOfTheHouse && map.floor(of: $0.name) == nil }
    #expect(missing.map(\.name) == [])
    let gone = map.rows.map(\.target).filter { name in !package.targets.contains { $0.name == name } }
    #expect(gone == [])
  }

  @Test func `no arrow rises or stays on its floor`() {
    for target in package.targets {
      guard let floor = map.floor(of: target.name) else { continue }
      for dependency in target.dependencies {
        guard let below = map.floor(of: dependency) else { continue }
        #expect(below < floor, "\(target.name) on floor \(floor) imports \(dependency) on floor \(below)")
      }
    }
  }

  @Test func `no floor of the kernel imports what stands aside`() {
    for target in package.targets where (map.row(of: target.name)?.isKernel) == true {
      for dependency in target.dependencies {
        #expect(map.row(of: dependency)?.isAside == false, "\(target.name) imports \(dependency)")
      }
    }
  }

  @Test func `plugins import the door of plugins and nothing else`() {
    for target in package.targets
    where map.floor(of: target.name) == 3 && map.row(of: target.name)?.isKernel == true
      && target.name != "ChisoMeaning"
    {
      let others = target.dependencies.filter { $0 != "ChisoPlugin" && $0 != "C\(target.name)Definitions" }
      #expect(others == [], "\(target.name)")
    }
  }

  @Test func `every file and folder that the map names is there`() throws {
    let document = try Repository.text("docs/ARCHITECTURE.md")
    for path in document.matches(of: /`((?:Sources|Plugins|Tests)\/[^`<]*)`/).map({ String($0.1) }) {
      #expect(Repository.isFile(Repository.path(path)), "\(path)")
    }
  }

  @Test func `every source folder is on the map`() {
    let files = Repository.files(in: "Sources", "Plugins", endings: ".swift", ".chiso", ".h")
    for folder in Set(files.map(folder(of:))).sorted() where !folder.hasSuffix("/include") {
      let isNamed = map.names(folder)
      #expect(isNamed, "\(folder) is not in docs/ARCHITECTURE.md")
    }
  }

  private func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }
}
