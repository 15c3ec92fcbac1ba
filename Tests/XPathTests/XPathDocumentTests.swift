import Testing
import XPath

@Suite struct XPathDocumentTests {
    private func value(_ text: String, in document: XPathDocument, _ prefixes: [String] = []) throws -> XPathValue {
        try document.evaluate(try XPathExpression(text), prefixes: prefixes)
    }

    @Test func expressionsOfEveryTypeAreEvaluated() throws {
        let document = try #require(XPathDocument("<list><node id='a'><size>5</size></node><node id='b'/></list>"))
        #expect(try value("//node", in: document) == .nodes(2))
        #expect(try value("//node[@id='c']", in: document) == .nodes(0))
        #expect(try value("//size > 4", in: document) == .flag(true))
        #expect(try value("count(//node)", in: document) == .number(2))
        #expect(try value("string(//size)", in: document) == .text("5"))
        #expect(try !value("string(//none)", in: document).isTrue)
        #expect(try !value("count(//none)", in: document).isTrue)
        #expect(try value("number('x')", in: document).isTrue)
    }

    @Test func aDocumentIsPutBelowTheRootInItsOwnNamespace() throws {
        let document = try #require(XPathDocument("<list><node/></list>"))
        #expect(document.append("<lldp><interface name='eth0'><chassis/></interface></lldp>", namespace: "lldp"))
        #expect(!document.append("<lldp>", namespace: "lshw"))
        #expect(try value("//lldp:chassis", in: document, ["lldp"]) == .nodes(1))
        #expect(try value("/list/lldp:lldp/lldp:interface[@name='eth0']", in: document, ["lldp"]) == .nodes(1))
        #expect(try value("//chassis", in: document, ["lldp"]) == .nodes(0))
        #expect(try value("//node", in: document) == .nodes(1))
    }

    @Test(arguments: [
        ("//lldp:x", "Undefined namespace prefix"), ("unknown()", "Unregistered function"),
        ("$x", "Undefined variable"), ("count(1)", "Invalid type"), ("count()", "Invalid number of arguments"),
    ])
    func whatIsNotThereIsAFault(text: String, fault: String) throws {
        let document = try #require(XPathDocument("<list/>"))
        let error = #expect(throws: XPathFault.self) { try value(text, in: document) }
        #expect(error?.message == fault)
    }

    @Test(arguments: ["", "<a>", "text", "<a/><b/>", "<a>&nothing;</a>"])
    func whatIsNotWellFormedIsNoDocument(text: String) { #expect(XPathDocument(text) == nil) }

    /// An expression that would go on for hours ends.
    @Test func operationsAreCounted() throws {
        let nodes = String(repeating: "<node/>", count: 300)
        let document = try #require(XPathDocument("<list>\(nodes)</list>"))
        let many =
            Array(repeating: "//node", count: 1).joined() + "[count(//node[count(//node[count(//node) > 1]) > 1]) > 1]"
        let error = #expect(throws: XPathFault.self) { try value(many, in: document) }
        #expect(error?.message == "Operation limit exceeded")
    }
}
