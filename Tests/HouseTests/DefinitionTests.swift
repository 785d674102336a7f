import ChisoKernel
import ChisoTestSupport
import Testing

/// What the bundled plugins bring.
@Suite struct DefinitionTests {
  let catalogue = bundledKernel.catalogue

  @Test func `every definition file parses`() throws {
    for path in Repository.files(in: "Sources", "Plugins", endings: ".chiso") {
      let diagnostics = try parse(Repository.text(path)).diagnostics
      #expect(diagnostics.map(\.message) == [], "\(path)")
    }
  }

  @Test func `nothing is wrong in the definitions of all plugins together`() {
    let problems = catalogue.verified().map { "\($0.file): \($0.diagnostic.message)" }
    #expect(problems == [])
  }

  @Test(arguments: bundledPlugins.map(\.name))
  func `a plugin says in one line what it is`(name: String) {
    #expect(bundledPlugins.first { $0.name == name }?.summary.isEmpty == false)
  }

  @Test func `every indicator has a label in English and in Vietnamese`() {
    for indicator in catalogue.indicators {
      let labels = indicator.declaration.labels
      #expect(labels["en"]?.isEmpty == false && labels["vi"]?.isEmpty == false, "\(indicator.fullName)")
    }
  }

  @Test func `every indicator states its unit`() {
    for indicator in catalogue.indicators {
      #expect(!indicator.declaration.unit.isEmpty, "\(indicator.fullName)")
    }
  }

  @Test func `every share of something says of what`() {
    for indicator in catalogue.indicators where indicator.unit.isPercent {
      let isGrowth = indicator.declaration.name.contains("growth")
      #expect(isGrowth || indicator.declaration.base != nil, "\(indicator.fullName)")
    }
  }

  @Test func `every function has a summary, and prose or an example`() {
    for function in catalogue.functions {
      #expect(!function.summary.isEmpty, "\(function.fullName)")
      #expect(!function.doc.isEmpty || !function.examples.isEmpty, "\(function.fullName)")
    }
  }

  @Test func `every source has a title, a publisher and a day`() {
    for source in catalogue.sources {
      #expect(!(source.title ?? "").isEmpty && !(source.publisher ?? "").isEmpty, "\(source.name)")
      #expect(source.published != nil, "\(source.name)")
    }
  }
}
