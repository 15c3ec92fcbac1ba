import Formats
import TestSupport
import Testing

@Suite("Header parameters") struct HeaderParametersTests {
    @Test(arguments: [
        ("x; name=a", "a"), ("x;name=a", "a"), ("x; NAME = a ", "a"), (#"x; name="a""#, "a"),
        (#"x; name="a;b"; c=d"#, "a;b"),
        (#"x; y="; name=b"; name=a"#, "a"), (#"x; name="a\"b;c""#, #"a"b;c"#), (#"x; name="a\\b""#, #"a\b"#),
        (#"x; name="""#, ""),
        ("x; name=a=b", "a=b"), ("x; name=a; name=b", "b"), (#"x; name="a"b"#, #""a"b"#), ("x; name=", ""),
        ("x; name*=UTF-8''%C3%A9%20b", "é b"), ("x; name*=iso-8859-1'en'%E9", "é"), ("x; name*=%41", "%41"),
        (#"x; name*="utf-8''%41""#, "A"), (#"x; name="open; y=z"#, #""open; y=z"#),
    ])
    func parametersAreRead(header: String, name: String) { #expect(HeaderParameters(header)["name"] == name) }

    @Test func theValueIsInSmallLetters() {
        let header = HeaderParameters(" Form-Data ; Name=A")
        #expect(header.value == "form-data")
        #expect(header["name"] == "A")
        #expect(header["other"] == nil)
        #expect(HeaderParameters("").value == "")
        #expect(HeaderParameters("a; name").value == "a")
        #expect(HeaderParameters("a; name")["name"] == nil)
    }

    @Test(arguments: [";", "\"", "\\\"", "a=b;", "a=\";\"", "'", "\\"])
    func timeIsLinear(piece: String) {
        let times = growth(of: { "x; a=" + String(repeating: piece, count: $0) }) { _ = HeaderParameters($0) }
        #expect(times <= mostGrowth)
    }
}
