import ChisoLibraries

/// The functions of Expat that are called here, as `expat.h` declares them.
struct Expat: Sendable {
  typealias Parser = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  typealias UserData = UnsafeMutableRawPointer
  typealias Start = @convention(c) (UserData?, Text?, UnsafePointer<Text?>?) -> Void
  typealias End = @convention(c) (UserData?, Text?) -> Void
  typealias Characters = @convention(c) (UserData?, Text?, CInt) -> Void
  typealias UnknownEncoding = @convention(c) (UserData?, Text?, UnsafeMutableRawPointer?) -> CInt

  let makeParser: @convention(c) (_ encoding: Text?) -> Parser?
  let freeParser: @convention(c) (Parser?) -> Void
  let setUserData: @convention(c) (Parser?, UserData?) -> Void
  let setElementHandlers: @convention(c) (Parser?, Start?, End?) -> Void
  let setCharactersHandler: @convention(c) (Parser?, Characters?) -> Void
  let setUnknownEncodingHandler: @convention(c) (Parser?, UnknownEncoding?, UserData?) -> Void
  /// How much entities may blow a text up, which Expat limits by itself where it has this function.
  let setLargestAmplification: @convention(c) (Parser?, CFloat) -> UInt8
  let parse: @convention(c) (Parser?, Text?, _ count: CInt, _ isLast: CInt) -> CInt
  let stop: @convention(c) (Parser?, _ canGoOn: UInt8) -> CInt
  let errorCode: @convention(c) (Parser?) -> CInt
  let errorText: @convention(c) (_ code: CInt) -> Text?
  let line: @convention(c) (Parser?) -> CUnsignedLong

  static let library = LazyLibrary(name: "Expat", files: ["libexpat.so.1"], debianPackage: "libexpat1") {
    library throws(SharedLibrary.MissingFunction) in
    Expat(
      makeParser: try library.function("XML_ParserCreate"),
      freeParser: try library.function("XML_ParserFree"),
      setUserData: try library.function("XML_SetUserData"),
      setElementHandlers: try library.function("XML_SetElementHandler"),
      setCharactersHandler: try library.function("XML_SetCharacterDataHandler"),
      setUnknownEncodingHandler: try library.function("XML_SetUnknownEncodingHandler"),
      setLargestAmplification: try library.function(
        "XML_SetBillionLaughsAttackProtectionMaximumAmplification"),
      parse: try library.function("XML_Parse"), stop: try library.function("XML_StopParser"),
      errorCode: try library.function("XML_GetErrorCode"), errorText: try library.function("XML_ErrorString"),
      line: try library.function("XML_GetCurrentLineNumber"))
  }

  /// What a call answers that did what it was to do.
  static let done: CInt = 1
}
