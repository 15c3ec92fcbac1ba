import CXML2

/// XPath 1.0 expressions, as libxml2 understands them, the library that lxml and Foundation stand on. Foundation's own
/// way to it is not used, since it ends the process at an expression that is none.
package enum XPath {
    /// Why a text is no expression, in libxml2's words; `nil` when it is one. Prefixes, functions and variables need not
    /// be known: only an evaluation looks for them.
    package static func fault(in text: String) -> String? {
        switch compile(text) {
        case .success(let expression):
            xmlXPathFreeCompExpr(expression)
            return nil
        case .failure(let fault): return fault.message
        }
    }

    /// Whether XML has room for every character: no control characters but tabs and ends of lines.
    package static func isText(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...: true
            default: false
            }
        }
    }

    static func compile(_ text: String) -> Result<xmlXPathCompExprPtr, XPathFault> {
        guard isPrepared, !text.utf8.contains(0) else { return .failure(XPathFault(code: 0)) }
        var code: CInt = 0
        guard let expression = cxml2_compile_xpath(text, &code) else {
            return .failure(XPathFault(code: Int(code) - Int(XML_XPATH_EXPRESSION_OK.rawValue)))
        }
        return .success(expression)
    }

    /// The library wants this once, before threads use it.
    static let isPrepared: Bool = {
        xmlInitParser()
        return true
    }()
}

/// Why an expression is none, or cannot be evaluated.
package struct XPathFault: Error {
    /// In libxml2's words.
    package let message: String

    init(code: Int) { message = Self.messages[code] ?? "unknown error" }

    private static let messages: [Int: String] = [
        0: "Invalid expression", 1: "Number encoding", 2: "Unfinished literal", 3: "Start of literal",
        4: "Expected $ for variable reference", 5: "Undefined variable", 6: "Invalid predicate",
        7: "Invalid expression", 8: "Missing closing curly brace", 9: "Unregistered function", 10: "Invalid operand",
        11: "Invalid type", 12: "Invalid number of arguments", 15: "Memory allocation error",
        19: "Undefined namespace prefix", 20: "Encoding error", 21: "Char out of XML range",
        25: "Operation limit exceeded", 26: "Recursion limit exceeded",
    ]
}
