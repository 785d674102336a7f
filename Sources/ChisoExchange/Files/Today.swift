package import ChisoModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension CivilDate {
  /// The day that it is by the machine's clock, in its own zone; the first of 1970 where it has no clock.
  package static var today: CivilDate {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return CivilDate(dayNumber: 0) ?? .earliest }
    return CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .earliest
  }

  /// The day that stands in the name of a file: `gdp-2024-10-24.csv`, `gdp_20241024.xlsx`; nil where none does.
  package init?(inFileName path: String) {
    let name = path.split(separator: "/").last ?? ""
    let numbers = name.split { !$0.isNumber || !$0.isASCII }.map(String.init)
    for (place, number) in numbers.enumerated() {
      if number.utf8.count == 8, let whole = Int(number), (19_000_101...21_001_231).contains(whole),
        let day = CivilDate(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
      {
        self = day
        return
      }
      guard number.utf8.count == 4, place + 2 < numbers.count, let year = Int(number),
        (1900...2100).contains(year),
        let month = Int(numbers[place + 1]), let ofMonth = Int(numbers[place + 2]),
        numbers[place + 1].utf8.count <= 2,
        numbers[place + 2].utf8.count <= 2, let day = CivilDate(year: year, month: month, day: ofMonth)
      else { continue }
      self = day
      return
    }
    return nil
  }
}
