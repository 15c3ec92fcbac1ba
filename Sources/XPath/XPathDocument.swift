import CXML2

/// A document of XML.
package final class XPathDocument {
    private let pointer: xmlDocPtr
    private var namespaces: [String] = []

    /// How many operations an evaluation may take: a hundred times what a large machine's description needs.
    private static let mostOperations: UInt = 20_000_000

    /// - Returns: `nil` for what is not well-formed.
    package init?(_ text: String) {
        guard XPath.isPrepared, let pointer = Self.read(text) else { return nil }
        self.pointer = pointer
    }

    deinit { xmlFreeDoc(pointer) }

    private static func read(_ text: String) -> xmlDocPtr? {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                bytes.baseAddress.flatMap { cxml2_read($0, CInt(clamping: bytes.count)) }
            }
        }
    }

    /// Puts another document below this one's root, its elements without a namespace in the one of this name.
    /// - Returns: Whether it was well-formed.
    @discardableResult
    package func append(_ text: String, namespace name: String) -> Bool {
        guard let other = Self.read(text) else { return false }
        defer { xmlFreeDoc(other) }
        guard let root = xmlDocGetRootElement(pointer), let source = xmlDocGetRootElement(other),
            let copy = xmlDocCopyNode(source, pointer, 1)
        else { return false }
        guard let namespace = xmlNewNs(root, name, name) else {
            xmlFreeNode(copy)
            return false
        }
        var waiting: [xmlNodePtr] = [copy]
        while let node = waiting.popLast() {
            if node.pointee.ns == nil { xmlSetNs(node, namespace) }
            var child = node.pointee.children
            while let next = child {
                if next.pointee.type == XML_ELEMENT_NODE { waiting.append(next) }
                child = next.pointee.next
            }
        }
        xmlAddChild(root, copy)
        return true
    }

    /// Evaluates an expression at the document's root.
    /// - Parameter prefixes: The names that prefixes in it may have; each is its own namespace.
    /// - Throws: `XPathFault` for what it asks for and is not there: functions, prefixes, variables.
    package func evaluate(_ expression: XPathExpression, prefixes: [String] = []) throws(XPathFault) -> XPathValue {
        var code: CInt = 0
        return try withUnsafeMutablePointer(to: &code) { code throws(XPathFault) in
            guard let context = cxml2_context(pointer, code, Self.mostOperations) else { throw XPathFault(code: 15) }
            defer { xmlXPathFreeContext(context) }
            for prefix in prefixes { xmlXPathRegisterNs(context, prefix, prefix) }
            guard let found = xmlXPathCompiledEval(expression.compiled, context), code.pointee == 0 else {
                throw XPathFault(code: Int(code.pointee) - Int(XML_XPATH_EXPRESSION_OK.rawValue))
            }
            defer { xmlXPathFreeObject(found) }
            switch found.pointee.type {
            case XPATH_NODESET: return .nodes(Int(found.pointee.nodesetval?.pointee.nodeNr ?? 0))
            case XPATH_BOOLEAN: return .flag(found.pointee.boolval != 0)
            case XPATH_NUMBER: return .number(found.pointee.floatval)
            case XPATH_STRING:
                return .text(found.pointee.stringval.map { String(cString: $0) } ?? "")
            default: throw XPathFault(code: 11)
            }
        }
    }
}
