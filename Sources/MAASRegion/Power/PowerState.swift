import SQLite

/// What is known of a node's power (MAAS's `POWER_STATE`).
package enum PowerState: String, CaseIterable, Sendable, SQLReadable, SQLBindable {
    case on
    case off
    /// Nobody has asked, or nobody can be asked.
    case unknown
    /// The BMC did not say.
    case error
}
