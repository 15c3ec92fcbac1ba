import SQLite

/// Finding subnets the way MAAS's specifiers name them.
extension Subnet {
    /// The id that a text means: a number, or the `subnet-3` of MAAS's older API.
    package static func id(named text: String) -> Int? { Specifiers.id(text, prefix: "subnet") }

    /// Every subnet that `text` names: an id, a network, a name, or one of those behind `id:`, `cidr:`, `name:`,
    /// `ip:`, `vid:`, `vlan:`, `space:`, `fabric:`.
    /// - Throws: `Refusal` for a specifier whose value cannot be read.
    package static func all(_ db: Connection, specifier text: String) throws -> [Subnet] {
        try Specifiers(db: db).ids(.subnet, text).sorted().compactMap { try find(db, id: $0) }
    }
}
