import ChisoPluginTesting
import ChisoTestSupport
import Testing

/// The guide to plugins tells of all that a test can expect.
@Suite struct TestFormTests {
  @Test(arguments: TestScript.Expectation.Subject.allCases)
  func `every expectation of a test stands in the guide`(subject: TestScript.Expectation.Subject) throws {
    let rows = try Repository.text("docs/PLUGINS.md").split(separator: "\n").filter { $0.hasPrefix("| ") }
    let word = subject.rawValue
    #expect(rows.contains { $0.contains("`\(word)`") || $0.contains("`\(word) ") }, "\(word)")
  }
}
