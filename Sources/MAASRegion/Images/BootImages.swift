import SQLite

/// The operating systems, architectures and kernels that the region's boot resources offer.
package enum BootImages {
    /// Architectures that machines may have, such as `amd64/generic`. Kernels do not count as subarchitectures.
    package static func architectures(_ db: Connection) throws -> [String] {
        let stored: [String] = try db.query("SELECT DISTINCT architecture FROM boot_resources") { try $0[0] }
        return Set(
            stored.map { architecture in
                let halves = architecture.split(separator: "/", maxSplits: 1).map(String.init)
                let sub = halves.count > 1 ? halves[1] : "generic"
                return "\(halves[0])/\(sub.hasPrefix("ga-") || sub.hasPrefix("hwe-") ? "generic" : sub)"
            }
        ).sorted()
    }

    /// What can be deployed, as `ubuntu/noble`; uploaded images by their names.
    package static func releases(_ db: Connection) throws -> [String] {
        try db.query("SELECT DISTINCT name FROM boot_resources ORDER BY name") { try $0[0] }
    }

    /// The kernels that a release offers on an architecture, such as `ga-24.04`, and those they can stand in for.
    package static func kernels(_ db: Connection, release: String, architecture: String) throws -> [String] {
        let primary = architecture.prefix { $0 != "/" }
        let stored: [String] = try db.query(
            "SELECT architecture FROM boot_resources WHERE name = ? AND architecture LIKE ? ORDER BY architecture",
            release, "\(primary)/%"
        ) { try $0[0] }
        return stored.compactMap { $0.split(separator: "/").last.map(String.init) }
            .filter { $0.hasPrefix("ga-") || $0.hasPrefix("hwe-") }
    }
}
