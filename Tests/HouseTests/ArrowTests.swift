import ChisoTestSupport
import Testing

/// The arrows between the folders of a target.
@Suite struct ArrowTests {
  @Test func `no folder names types of one that rests on it`() throws {
    let map = try FloorMap(reading: Repository.text("docs/ARCHITECTURE.md"))
    for row in map.rows where row.folder.hasPrefix("Sources/") {
      let circles = try TypeArrows(of: row.target, in: row.folder).circles
      #expect(circles == [], "these lead round in a circle")
    }
  }

  @Test func `an arrow that leads back is found`() {
    let arrows = TypeArrows(
      of: "House",
      sources: [
        ("Cellar", "package struct Barrel: Sendable { var wine = 3 }\n// Attic"),
        (
          "Attic", "struct Window {\n  let barrel: Barrel\n}\nextension Barrel { static let name = \"Roof\" }"
        ),
        ("Roof", "private struct Barrel {}\nfinal class Tile { let below: Window }"),
        ("Cellar", "func light(_ window: Window) {}"),
      ])
    #expect(arrows.circles.map(\.description) == ["House: Attic -> Cellar", "House: Cellar -> Attic"])
  }
}
