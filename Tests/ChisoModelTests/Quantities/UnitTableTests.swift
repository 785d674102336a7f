import ChisoModel
import Testing

@Suite struct UnitTableTests {
  @Test func everyBuiltInUnitIsFoundByNameAndSymbol() {
    let table = UnitTable.builtIn
    // 4 numbers, 8 times, 9 of physics and information, 54 currencies, and persons.
    #expect(table.all.count == 76)
    for unit in table.all {
      #expect(table.unit(named: unit.name)?.unit == unit)
      if let symbol = unit.symbol { #expect(table.unit(named: symbol)?.unit == unit) }
    }
  }

  @Test func noBuiltInUnitStandsInTheWayOfAnother() throws {
    var table = UnitTable()
    for unit in UnitTable.builtIn.all { try table.declare(unit) }
    #expect(table.all.count == UnitTable.builtIn.all.count)
  }

  @Test func prefixesStandOnlyBeforeUnitsThatTakeThem() {
    let table = UnitTable.builtIn
    #expect(table.unit(named: "MW")?.prefix == .mega)
    #expect(table.unit(named: "kg")?.unit.name == "g")
    #expect(table.unit(named: "kUSD") == nil)
    #expect(table.unit(named: "kmonth") == nil)
    #expect(table.unit(named: "M") == nil)
    #expect(table.unit(named: "mw") == nil)
  }

  @Test func aDeclaredNounIsAUnit() throws {
    var table = UnitTable.builtIn
    try table.declare(.counting("account", labels: ["vi": "tài khoản"]))
    let accounts = try #require(table.unitOfMeasure("million account"))
    #expect(accounts.countingNoun == "account")
    #expect(accounts.labelText(language: "vi", scaleWords: ["nghìn", "triệu"]) == "triệu tài khoản")
    #expect(accounts.divided(by: accounts) == .one)
    #expect(UnitTable.builtIn.unit(named: "account") == nil)
  }

  @Test func theSameUnitTwiceIsOneAndJoinsItsLabels() throws {
    var table = UnitTable()
    try table.declare(.counting("account", labels: ["vi": "tài khoản"]))
    try table.declare(.counting("account", labels: ["en": "accounts"]))
    #expect(table.all.count == 1)
    #expect(table.all[0].labels == ["vi": "tài khoản", "en": "accounts"])
  }

  @Test func aUnitThatWouldBeReadInTwoWaysIsRefused() {
    var table = UnitTable.builtIn
    func clash(_ unit: NamedUnit) -> String? {
      do throws(UnitClash) {
        try table.declare(unit)
        return nil
      } catch {
        return "\(error.text): \(error.existing?.name ?? "a scale word")"
      }
    }
    #expect(clash(.counting("USD")) == "USD: USD")
    #expect(clash(.counting("MW")) == "MW: W")
    #expect(clash(.counting("million")) == "million: a scale word")
    #expect(clash(.counting("s")) == "s: second")
    #expect(clash(.counting("person", labels: ["vi": "nhân khẩu"])) == "person: person")
    let watt = NamedUnit(
      "Watt", symbol: "W", category: .physical, dimensionality: Dimensionality("power"), takesPrefixes: true)
    #expect(clash(watt) == "W: W")
    #expect(table.all.count == UnitTable.builtIn.all.count)
  }

  @Test func aMisspeltUnitFindsItsNeighbours() {
    #expect(UnitTable.builtIn.nearest(to: "persn") == ["person"])
    #expect(UnitTable.builtIn.nearest(to: "USF").first == "USD")
    #expect(UnitTable.builtIn.nearest(to: "kilimanjaro").isEmpty)
  }

  @Test(arguments: [
    "", " ", "*", "/", "USD*", "/USD", "USD//USD", "USD^", "USD^x", "billion billiard", "10^", "2 USD",
  ])
  func whatIsNoUnitIsNotRead(_ text: String) {
    #expect(UnitTable.builtIn.unitOfMeasure(text) == nil)
  }
}
