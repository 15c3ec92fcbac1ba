import SQLite
import XPath

/// Which machines have a tag by its definition.
extension Tag {
    /// Whether machines have it by what they are.
    package var isDefined: Bool { definition.contains { !$0.isWhitespace } }

    /// Finds the machines that match anew (`populate_nodes`), one after the other, so that only one description is in
    /// memory at a time.
    package func populate(_ state: RegionState) throws {
        guard isDefined else { return }
        if state.version.has(.tagsInDatabase) {
            try populateWhatIsReadable(state)
        } else {
            try populateAll(state)
        }
    }

    /// Racks look at every node: one that says nothing is an empty document, and one whose evaluation fails does not
    /// match.
    private func populateAll(_ state: RegionState) throws {
        guard let expression = try? XPathExpression(definition) else { return }
        for node in try Self.candidates(state.db) {
            let document = try MachineDetails(state.db, of: node).merged
            try mark(state.db, node, Self.matches(document, expression))
        }
    }

    /// The database looks at what has said something that can be read, and leaves the others as they are; when an
    /// evaluation fails, all of them.
    private func populateWhatIsReadable(_ state: RegionState) throws {
        guard let expression = try? XPathExpression(definition) else { return }
        do {
            try state.db.transaction {
                for node in try Self.candidates(state.db) where node.commissioningResultID != nil {
                    let details = try MachineDetails(state.db, of: node)
                    guard details.isReadable, let document = details.merged else { continue }
                    let value = try document.evaluate(expression, prefixes: MachineDetails.namespaces)
                    try mark(state.db, node, value.isTrue || Self.finds(expression, in: details.lldp))
                }
            }
        } catch is XPathFault {
            // MAAS's workflow fails where nobody sees it.
        }
    }

    /// The database holds an expression against each description by itself, and knows no namespaces there.
    private static func finds(_ expression: XPathExpression, in lldp: String?) -> Bool {
        guard let document = lldp.flatMap(XPathDocument.init),
            case .nodes(let count)? = try? document.evaluate(expression)
        else { return false }
        return count > 0
    }

    private static func candidates(_ db: Connection) throws -> [Node] {
        try db.query(Node.select + " ORDER BY nodes.id", row: Node.init)
    }

    private static func matches(_ document: XPathDocument?, _ expression: XPathExpression) -> Bool {
        let value = try? document?.evaluate(expression, prefixes: MachineDetails.namespaces)
        return value?.isTrue ?? false
    }

    private func mark(_ db: Connection, _ node: Node, _ isMatching: Bool) throws {
        if isMatching {
            try Tag.attach(db, tag: id, node: node.id)
        } else {
            try Tag.detach(db, tag: id, node: node.id)
        }
    }

    /// Gives a machine that has just been commissioned the tags whose definitions match it, and takes the others off it
    /// (`populate_tags_for_single_node`).
    static func populate(_ db: Connection, _ node: Node) throws {
        let tags = try all(db).filter(\.isDefined)
        guard !tags.isEmpty else { return }
        let document = try MachineDetails(db, of: node).merged
        for tag in tags {
            let expression = try? XPathExpression(tag.definition)
            try tag.mark(db, node, expression.map { matches(document, $0) } ?? false)
        }
    }

    /// Gives every machine of a new region the tags whose definitions match it.
    package static func populateNewRegion(_ db: Connection) throws {
        let tags = try all(db).filter(\.isDefined).compactMap { tag in
            (try? XPathExpression(tag.definition)).map { (tag, $0) }
        }
        guard !tags.isEmpty else { return }
        for node in try candidates(db) where node.commissioningResultID != nil {
            let details = try MachineDetails(db, of: node)
            guard details.isReadable else { continue }
            let document = details.merged
            for (tag, expression) in tags where matches(document, expression) {
                try attach(db, tag: tag.id, node: node.id)
            }
        }
    }
}
