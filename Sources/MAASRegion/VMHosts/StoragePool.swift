import Formats
import SQLite

/// A storage pool of a VM host.
package struct StoragePool {
    package let id: String
    package let name: String
    package let type: String
    package let path: String
    /// bytes
    package let total: Int
    /// bytes taken by the disks of VMs in the tracked project
    package let used: Int
    package let isDefault: Bool

    package var available: Int { total.saturatedMinus(used) }

    /// A pool as it is stored.
    struct Stored {
        let id: String
        let name: String
        let type: String
        let path: String
        /// bytes
        let total: Int

        // SQLite would sort them at greater cost.
        private static let ofHosts = ListSQL { list in
            "SELECT * FROM storage_pools WHERE vm_host_id IN \(list("?1"))"
        }

        /// The pools of some hosts, by the hosts' ids, each in the order of discovery.
        static func all(_ db: Connection, hosts: IDs) throws -> [Int: [Stored]] {
            let rows = try db.query(Self.ofHosts[hosts], hosts) { row in
                (
                    place: try row["id"] as Int, host: try row["vm_host_id"] as Int,
                    pool: Stored(
                        id: try row["pool_id"], name: try row["name"], type: try row["type"], path: try row["path"],
                        total: try row["total"])
                )
            }
            var found: [Int: [Stored]] = [:]
            for row in rows.sorted(by: { $0.place < $1.place }) { found[row.host, default: []].append(row.pool) }
            return found
        }
    }
}
