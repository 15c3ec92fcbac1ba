import Formats
import Testing

@Suite struct XMLWriterTests {
    @Test func elementsAreIndentedAndTextsEscaped() {
        var xml = XMLWriter(declaration: "<?xml version=\"1.0\"?>\n")
        xml.element("list", ["a": "1 < \"2\""]) { xml in
            xml.leaf("x", "a & b\u{1}")
            xml.leaf("y", nil)
            xml.leaf("y", "")
            xml.element("inner") { $0.empty("setting", ["id": "i"]) }
        }
        #expect(
            xml.text == """
                <?xml version="1.0"?>
                <list a="1 &lt; &quot;2&quot;">
                 <x>a &amp; b</x>
                 <inner>
                  <setting id="i" />
                 </inner>
                </list>

                """)
    }
}
