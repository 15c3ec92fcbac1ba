import Formats
import TestSupport
import Testing

@Suite("Percent-encoding") struct PercentEncodingTests {
    @Test(arguments: [
        ("", ""), ("aZ09-._~", "aZ09-._~"), ("a b/c?d=e&f+%", "a%20b%2Fc%3Fd%3De%26f%2B%25"),
        ("é😀", "%C3%A9%F0%9F%98%80"),
        ("\0\n", "%00%0A"),
    ])
    func textIsEncoded(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text) == encoded)
        #expect(PercentEncoding.decode(encoded) == text)
    }

    @Test func theCallerSaysWhatStays() {
        let plain = PercentEncoding.Plain.unreserved.union("/:é")
        #expect(PercentEncoding.encode("a/b:c?é", keeping: plain) == "a/b:c%3F%C3%A9", "only ASCII can stay")
        #expect(PercentEncoding.encode("aA", keeping: PercentEncoding.Plain("A")) == "%61A")
    }

    @Test(arguments: [
        ("%41%4a%4A", "AJJ"), ("%", "%"), ("%4", "%4"), ("a%4", "a%4"), ("%zz%41", "%zzA"), ("%4%41", "%4A"),
        ("%%41", "%A"),
        ("%25%34%31", "%41"), ("a+b", "a+b"), ("%C3", "\u{FFFD}"), ("%C3%A9", "é"), ("é", "é"),
    ])
    func whatIsNoEscapeStays(text: String, decoded: String) { #expect(PercentEncoding.decode(text) == decoded) }

    @Test func inFormsPlusIsABlank() {
        #expect(PercentEncoding.decode("a+b%2Bc", plusIsBlank: true) == "a b+c")
        #expect(PercentEncoding.bytes(of: "%FF+".utf8) == [0xFF, UInt8(ascii: "+")])
    }

    @Test func everyTextComesBack() {
        var random = SeededGenerator()
        for _ in 0..<1000 {
            let text = JSONValue.randomText(&random)
            #expect(PercentEncoding.decode(PercentEncoding.encode(text)) == text)
            let plain = PercentEncoding.Plain(JSONValue.randomText(&random).replacing("%", with: ""))
            #expect(PercentEncoding.decode(PercentEncoding.encode(text, keeping: plain)) == text)
        }
    }
}
