import ChisoKernel
import ChisoTestSupport
import FoundationEssentials
import Testing

/// Answers in plain values, which encoders write.
struct PortableAnswerTests {
  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func `an answer is written with all that it is known by`() throws {
    let answer = try bundledKernel.evaluate("share(digital_economy, gdp, 2025)")
    #expect(
      try json(answer.portable) == """
        {
          "expression" : "share(digital_economy, gdp, 2025)",
          "figures" : [
            {
              "codes" : {

              },
              "hasDifferentDefinition" : false,
              "isBreak" : false,
              "isGiven" : false,
              "isLowerOpen" : false,
              "isUpperOpen" : false,
              "lower" : 20.45,
              "period" : "2025",
              "published" : "2025-02-06",
              "role" : "target",
              "sources" : [
                "session_10"
              ],
              "status" : "A",
              "upper" : 20.55,
              "value" : 20.5
            }
          ],
          "notes" : [

          ],
          "unit" : "percent"
        }
        """)
  }

  @Test(arguments: [
    "gdp", "vneid_accounts_activated", "1/3", "\"a\\n\\\"b\"", "gdp[2024] > gdp[2023]",
    "gdp > 440 billion USD",
    "claims(digital_economy_share)", "lag(gdp)", "egdi_rank", "gdp[2024] given gdp[2024] = 1 USD",
    "status(digital_economy_share)", "infer(gdp[2024])", "population[2024] / 1 billion",
  ])
  func `what is written is read again as it was`(text: String) throws {
    let portable = try bundledKernel.evaluate(text).portable
    #expect(!portable.figures.isEmpty)
    let read = try JSONDecoder().decode(PortableAnswer.self, from: JSONEncoder().encode(portable))
    #expect(read == portable)
  }

  @Test func `values are of the kind that they have`() throws {
    #expect(try bundledKernel.evaluate("\"a\"").portable.figures.map(\.value) == [.text("a")])
    #expect(try bundledKernel.evaluate("1 < 2").portable.figures.map(\.value) == [.truth(true)])
    #expect(try bundledKernel.evaluate("1 + 1").portable.figures.map(\.value) == [.number(2)])
    let status = try bundledKernel.evaluate("status(digital_economy_share[2024])").portable
    #expect(status.figures.map(\.value) == [.text("A")])
    #expect(status.unit == nil)
  }

  @Test func `what is open has no bound, and what is missing no value`() throws {
    let least = try bundledKernel.evaluate("vneid_accounts_activated[2025-02-06]").portable.figures[0]
    #expect(least.lower == 60_000_000 && least.upper == nil)
    let missing = try bundledKernel.evaluate("lag(gdp)").portable.figures.filter { $0.value == nil }
    #expect(missing.allSatisfy { $0.status == .missing && $0.lower == nil && $0.sources.isEmpty })
  }

  @Test func `why there is no answer is data too`() throws {
    let text = "gdp[2024] + 10 %"
    do {
      _ = try bundledKernel.evaluate(text)
      Issue.record("it was answered")
    } catch {
      let portable = error.portable
      #expect(portable.map(\.id) == ["percent-of-level"])
      #expect(portable[0].start == 0 && portable[0].end == text.utf8.count)
      #expect(!portable[0].hints.isEmpty)
      let read = try JSONDecoder().decode([PortableDiagnostic].self, from: JSONEncoder().encode(portable))
      #expect(read == portable)
    }
  }
}
