import Formats
import SQLite

/// MAAS's own configuration settings as the region's machines need them; `maas/50-inventory.md` has them all.
package enum MAASSetting {
    /// The value of a setting; `standard` until somebody changes it.
    package static func text(_ db: Connection, _ name: String, default standard: String) throws -> String {
        let stored: String? = try db.scalar("SELECT value FROM config WHERE name = ?", name)
        return try stored.map { try JSONValue(parsing: $0.utf8).string ?? $0 } ?? standard
    }

    package static func flag(_ db: Connection, _ name: String) throws -> Bool {
        let stored: String? = try db.scalar("SELECT value FROM config WHERE name = ?", name)
        return stored.map { ["true", "\"true\"", "1", "\"True\""].contains($0) } ?? false
    }
}
