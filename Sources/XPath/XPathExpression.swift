import CXML2

/// An expression that is compiled once and evaluated over many documents.
package final class XPathExpression {
    let compiled: xmlXPathCompExprPtr

    /// - Throws: `XPathFault` for a text that is no expression.
    package init(_ text: String) throws(XPathFault) { compiled = try XPath.compile(text).get() }

    deinit { xmlXPathFreeCompExpr(compiled) }
}

/// What an expression finds in a document.
package enum XPathValue: Equatable {
    /// So many nodes.
    case nodes(Int)
    /// A truth value.
    case flag(Bool)
    /// A number.
    case number(Double)
    /// A text.
    case text(String)

    /// Whether it counts as a find, as Python takes it: anything but nothing, no, zero and the empty text.
    package var isTrue: Bool {
        switch self {
        case .nodes(let count): count > 0
        case .flag(let flag): flag
        case .number(let number): number != 0
        case .text(let text): !text.isEmpty
        }
    }
}
