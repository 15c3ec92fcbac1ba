import SQLite

/// Finding an interface the way a path names it: its id, its name, an address, or `KEY:VALUE`.
extension Interface {
    /// The interface of a node that `text` names.
    /// - Throws: `Refusal` when there are several, and for a specifier whose value cannot be read.
    package static func find(_ db: Connection, specifier text: String, node: Int) throws -> Interface? {
        let named = try Specifiers(db: db).ids(.interface, text.strippedOfBlanks)
        let found = try all(db, node: node).filter { named.contains($0.id) }
        guard found.count < 2 else { throw Refusal.ambiguous("Interface") }
        return found.first
    }
}
