import SQLite

extension Interface {
    /// What an interface is (MAAS's `INTERFACE_TYPE`).
    package enum Kind: String, CaseIterable, Sendable, SQLReadable, SQLBindable {
        case physical
        case bond
        case bridge
        case vlan
        /// One that was only made to hold an address, or that MAAS has seen somewhere and cannot place.
        case unknown
    }
}
