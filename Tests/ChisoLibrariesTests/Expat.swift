import ChisoLibraries

struct Expat: Sendable {
  let version: @convention(c) () -> UnsafePointer<CChar>
  let makeParser: @convention(c) (UnsafePointer<CChar>?) -> OpaquePointer?
  let freeParser: @convention(c) (OpaquePointer?) -> Void

  static let library = LazyLibrary(name: "expat", files: ["libexpat.so.1"], debianPackage: "libexpat1") {
    library throws(SharedLibrary.MissingFunction) in
    Expat(
      version: try library.function("XML_ExpatVersion"),
      makeParser: try library.function("XML_ParserCreate"),
      freeParser: try library.function("XML_ParserFree"))
  }
}
