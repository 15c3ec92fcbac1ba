import CXML2

/// XPath 1.0 expressions, as libxml2 understands them, the library that lxml and Foundation stand on. Foundation's own
/// way to it is not used, since it ends the process at an expression that is none.
package enum XPath {
    /// Why a text is no expression, in libxml2's words; `nil` when it is one. Prefixes, functions and variables need not
    /// be known: only an evaluation looks for them.
    package static func fault(in text: String) -> String? {
        guard isPrepared, !text.utf8.contains(0) else { return messages[0] }
        let code = Int(cxml2_check_xpath(text))
        if code == 0 { return nil }
        let index = code - Int(XML_XPATH_EXPRESSION_OK.rawValue)
        return messages[index] ?? "unknown error"
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

    /// The library wants this once, before threads use it.
    private static let isPrepared: Bool = {
        xmlInitParser()
        return true
    }()

    private static let messages: [Int: String] = [
        0: "Invalid expression", 1: "Number encoding", 2: "Unfinished literal", 3: "Start of literal",
        4: "Expected $ for variable reference", 6: "Invalid predicate", 7: "Invalid expression",
        8: "Missing closing curly brace", 15: "Memory allocation error", 20: "Encoding error",
        21: "Char out of XML range",
    ]
}
